/** Numbers the footnotes of each section and makes links of their references. */
import type { Element, ElementContent, Parents } from "hast";
import { visitElements } from "../hast/visit.js";
import { withDigits } from "../language/digits.js";
import type { Note } from "../model/book.js";
import type { Draft, DraftBody, DraftSection } from "./draft.js";
import { endnotesSection } from "./endnotes.js";

/** Notes are counted from 1 in each section, in the order of their first references, those in a note after it. */
export function placeNotes(draft: Draft): void {
  for (const section of draft.sections) placeSectionNotes(draft, section);
}

interface OpenNote extends Note {
  readonly references: string[];
}

function placeSectionNotes(draft: Draft, section: DraftSection): void {
  const notes: OpenNote[] = [];
  for (const body of section.bodies) {
    const byLabel = new Map<string, OpenNote>();
    // By a list, not by a function that calls itself: each of ten thousand notes may refer to the next.
    const open = [referencesIn(body.tree)];
    for (let references = open.at(-1); references; references = open.at(-1)) {
      const { value: element, done } = references.next();
      if (done) {
        open.pop();
        continue;
      }
      const label = String(element.properties.dataNote);
      const known = byLabel.get(label);
      const note = known ?? openNote(section, body, label, notes);
      if (!note) continue;
      byLabel.set(label, note);
      refer(draft, section, note, element);
      // A note may have notes of its own: they come next.
      if (!known) open.push(referencesIn({ type: "root", children: note.children as ElementContent[] }));
    }
  }
  section.notes = notes;
}

function referencesIn(tree: Parents): Iterator<Element> {
  const found: Element[] = [];
  visitElements(tree, (element) => {
    if (typeof element.properties.dataNote === "string") found.push(element);
    return undefined;
  });
  return found[Symbol.iterator]();
}

function openNote(
  section: DraftSection,
  body: DraftBody,
  label: string,
  notes: OpenNote[],
): OpenNote | undefined {
  const source = body.notes.get(label);
  if (!source) return undefined;
  const number = String(notes.length + 1);
  const note: OpenNote = {
    id: `${section.id}--note-${number}`,
    label: withDigits(number, section.language),
    references: [],
    children: source.children,
    location: source.location,
  };
  notes.push(note);
  return note;
}

/** Makes a link of the reference. */
function refer(draft: Draft, section: DraftSection, note: OpenNote, element: Element): void {
  const count = note.references.length;
  const id = `${note.id.replace("--note-", "--ref-")}${count === 0 ? "" : `-${count + 1}`}`;
  note.references.push(id);
  draft.anchors.set(id, section.id);
  draft.anchors.set(note.id, (endnotesSection(draft) ?? section).id);
  element.tagName = "a";
  element.properties = { className: ["note-reference"], id, href: `#${note.id}` };
  element.children = [{ type: "text", value: note.label }];
}
