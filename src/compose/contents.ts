/** Makes the table of contents: parts, sections and their headings, down to the edition's depth. */
import type { Element, ElementContent } from "hast";
import { hasClass } from "../hast/class-names.js";
import { cloneTree } from "../hast/clone.js";
import { isNumbered, isWholeInContents, isWord, numbered, word } from "../language/words.js";
import type { ContentsEntry } from "../model/book.js";
import type { Edition } from "../model/publication.js";
import { roleDefinition } from "../model/roles.js";
import type { Draft, DraftSection } from "./draft.js";
import { descriptionsIn, headingLevel, isNoteReference, selectHeadings, titleText } from "./tree.js";

type OpenEntry = ContentsEntry & { readonly children: OpenEntry[] };

export function listContents(draft: Draft): void {
  const top: OpenEntry[] = [];
  let part: OpenEntry | undefined;
  for (const section of draft.sections) {
    if (roleDefinition(section.role).listed === false) continue;
    if (section.heading && isUnlisted(section.heading)) continue;
    const entry = sectionEntry(section, draft);
    if (section.role === "part") part = entry;
    else if (section.spec?.part === undefined) part = undefined;
    if (part && part !== entry) part.children.push(entry);
    else top.push(entry);
  }
  draft.contents = top;
}

function sectionEntry(section: DraftSection, draft: Draft): OpenEntry {
  const { edition } = draft;
  const generic = isWord(section.role) ? word(edition, section.language, section.role) : section.role;
  section.title ||= generic;
  const entry: OpenEntry = {
    id: section.id,
    section: section.id,
    ...(section.label === undefined ? {} : { label: labelOf(section, section.label, edition) }),
    title: section.title,
    inline: titleOf(section),
    level: section.role === "part" ? 0 : 1,
    matter: section.matter,
    children: [],
  };
  nestHeadings(entry, section, draft);
  return entry;
}

/** The number, or where contents have it whole, “第3章”. */
function labelOf({ role, language }: DraftSection, label: string, edition: Edition): string {
  return isNumbered(role) && isWholeInContents(language) ? numbered(edition, language, role, label) : label;
}

/** The title that the publication gives to a section comes before the one on its page. */
function titleOf({ spec, heading, title }: DraftSection): ElementContent[] {
  if (heading && spec?.title === undefined) return inlineWords(heading);
  return [{ type: "text", value: title }];
}

/** Hangs each heading below the nearest one before it that is of a higher level. */
function nestHeadings(entry: OpenEntry, section: DraftSection, draft: Draft): void {
  // The letters of an index that somebody wrote are no sections.
  if (section.role === "index") return;
  const open = [entry];
  const depth = draft.edition.tocDepth;
  for (const body of section.bodies) {
    for (const heading of selectHeadings(body.tree)) {
      const level = headingLevel(heading);
      if (heading === section.heading || level > depth || isUnlisted(heading)) continue;
      while (open.length > 1 && open.at(-1)!.level >= level) open.pop();
      const child = headingEntry(heading, level, section, draft.headingNumbers.get(heading));
      open.at(-1)!.children.push(child);
      open.push(child);
    }
  }
}

/** `{.unlisted}`, which Pandoc knows for what is unnumbered. */
function isUnlisted(heading: Element): boolean {
  return hasClass(heading.properties, "unlisted");
}

function headingEntry(
  heading: Element,
  level: number,
  section: DraftSection,
  label: string | undefined,
): OpenEntry {
  return {
    id: String(heading.properties.id),
    section: section.id,
    ...(label === undefined ? {} : { label }),
    title: titleText(heading),
    inline: inlineWords(heading),
    level,
    matter: section.matter,
    children: [],
  };
}

/** The words of a heading with their markup; of one that is only a picture, those that describe it. */
function inlineWords(heading: Element): ElementContent[] {
  const nodes = heading.children.flatMap(inlineOf);
  const [first] = nodes;
  // A picture that stood before it leaves a blank.
  if (first?.type === "text") nodes[0] = { ...first, value: first.value.trimStart() };
  const isShown = nodes.some((node) => node.type !== "text" || node.value.trim() !== "");
  return isShown ? nodes : [{ type: "text", value: descriptionsIn(heading).join(" ") }];
}

/** A node of a heading or caption with its own markup, fit to stand inside a link: no links, notes, pictures, ids. */
export function inlineOf(node: ElementContent): ElementContent[] {
  if (node.type !== "element") return [cloneTree(node)];
  if (node.tagName === "br") return [{ type: "text", value: " " }];
  if (isNoteReference(node) || node.tagName === "img" || node.tagName === "svg") return [];
  const children = node.children.flatMap(inlineOf);
  if (node.tagName === "a") return children;
  const { id: _, ...properties } = node.properties;
  return [{ ...node, properties, children }];
}
