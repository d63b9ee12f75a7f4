/** Numbers the footnotes of each section and makes links of their references. */
import type { Element, ElementContent, Parents } from "hast";
import { visitElements } from "../hast/visit.js";
import type { Note } from "../model/book.js";
import type { Draft, DraftBody, DraftSection } from "./draft.js";
import { endnotesSection } from "./endnotes.js";
import { replaceChild } from "./tree.js";

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
    /** A note may have notes of its own: they come next. */
    const place = (tree: Parents): void =>
      visitElements(tree, (element, index, parent) => {
        const label = element.properties.dataNote;
        if (typeof label !== "string") return;
        const known = byLabel.get(label);
        const note = known ?? openNote(section, body, label, notes);
        if (!note) return;
        byLabel.set(label, note);
        refer(draft, section, note, element, parent, index);
        if (!known) place({ type: "root", children: note.children as ElementContent[] });
      });
    place(body.tree);
  }
  section.notes = notes;
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
    label: number,
    references: [],
    children: source.children,
    location: source.location,
  };
  notes.push(note);
  return note;
}

function refer(
  draft: Draft,
  section: DraftSection,
  note: OpenNote,
  element: Element,
  parent: Parents,
  index: number,
): void {
  const count = note.references.length;
  const id = `${section.id}--ref-${note.label}${count === 0 ? "" : `-${count + 1}`}`;
  note.references.push(id);
  draft.anchors.set(id, section.id);
  draft.anchors.set(note.id, (endnotesSection(draft) ?? section).id);
  const reference: Element = {
    type: "element",
    tagName: "a",
    properties: { className: ["note-reference"], id, href: `#${note.id}` },
    children: [{ type: "text", value: note.label }],
    ...(element.position ? { position: element.position } : {}),
  };
  replaceChild(parent, index, [reference]);
}
