/**
 * Divides a book that is one file: each of its first headings begins a chapter.
 *
 * The level of the chapters is that of the highest headings, or the next one when the highest is the title of the
 * book. What stands before the first chapter is front matter. Titles say what is no chapter ("Preface", "Appendix B").
 */
import GithubSlugger from "github-slugger";
import type { Element, Root, RootContent } from "hast";
import { visitElements } from "../hast/visit.js";
import { backRole, frontRole, namedBackRole, namedFrontRole } from "../language/title-roles.js";
import type { DraftBody, DraftSection } from "./draft.js";
import { idFrom } from "./identify.js";
import { foldedTitle, headingLevel, headingText, isBlank, isHeading, titleText } from "./tree.js";

/** @param title of the book. */
export function chaptersOfFile(section: DraftSection, title: string): DraftSection[] {
  const [body] = section.bodies;
  if (body === undefined) return [section];
  const { children } = body.tree;
  const starts = chapterStarts(children, title);
  if (starts.length === 0) return [section];
  const slugger = new GithubSlugger();
  const opening = children.slice(0, starts[0]);
  const pieces = starts.map((start, index) => children.slice(start, starts[index + 1]));
  const titles = pieces.map(([heading]) => titleText(heading as Element));
  const roles = rolesOf(titles, section.language);
  const notes = shareNotes([opening, ...pieces], body.notes);
  const part = (nodes: RootContent[], index: number): DraftBody => ({
    ...body,
    tree: { ...body.tree, children: nodes },
    notes: notes[index]!,
  });
  const chapters = pieces.map((nodes, index) => ({
    ...section,
    ...roles[index]!,
    id: idFrom(slugger.slug(titles[index]!)),
    bodies: [part(nodes, index + 1)],
  }));
  if (opening.every((node) => node.type === "doctype" || isBlank(node) || isTitle(node, title)))
    return chapters;
  const role = { role: frontRole("", section.language), matter: "front" } as const;
  return [{ ...section, ...role, bodies: [part(opening, 0)] }, ...chapters];
}

/** Indexes of the headings that begin chapters. */
function chapterStarts(nodes: readonly RootContent[], title: string): number[] {
  const headings = nodes.flatMap((node, index) => {
    if (node.type !== "element" || !isHeading(node)) return [];
    return [{ index, level: headingLevel(node), isTitle: isTitle(node, title) }];
  });
  const [first, ...others] = headings;
  if (first === undefined) return [];
  // The title of the book is no chapter, when there are others.
  const counted = first.isTitle && others.length > 1 ? others : headings;
  const level = Math.min(...counted.map((each) => each.level));
  return counted.filter((each) => each.level === level).map(({ index }) => index);
}

function isTitle(node: RootContent, title: string): boolean {
  return node.type === "element" && isHeading(node) && foldedTitle(headingText(node)) === foldedTitle(title);
}

/** Front matter stands before the first chapter, back matter after the last. */
function rolesOf(titles: readonly string[], language: string): Pick<DraftSection, "role" | "matter">[] {
  const isFront = titles.map((title) => namedFrontRole(title, language) !== undefined);
  const isBack = titles.map((title) => namedBackRole(title, language) !== undefined);
  const first = isFront.indexOf(false);
  const last = isBack.lastIndexOf(false);
  // A text of nothing but a preface is a chapter.
  if (first < 0 || last < first) return titles.map(() => ({ role: "chapter", matter: "body" }));
  return titles.map((title, index) => {
    if (index < first) return { role: frontRole(title, language), matter: "front" };
    if (index > last) return { role: backRole(title, language), matter: "back" };
    return { role: "chapter", matter: "body" };
  });
}

/** Each note goes to the piece that refers to it; one that nothing refers to stays in the first. */
function shareNotes(pieces: readonly RootContent[][], notes: DraftBody["notes"]): DraftBody["notes"][] {
  const labels = pieces.map((children) => labelsIn({ type: "root", children }, notes));
  const used = new Set(labels.flatMap((each) => [...each]));
  return labels.map(
    (own, index) =>
      new Map([...notes].filter(([label]) => own.has(label) || (index === 0 && !used.has(label)))),
  );
}

function labelsIn(tree: Root, notes: DraftBody["notes"]): ReadonlySet<string> {
  const labels = new Set<string>();
  const waiting: Root[] = [tree];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    visitElements(next, ({ properties: { dataNote } }) => {
      const note = typeof dataNote === "string" ? notes.get(dataNote) : undefined;
      if (typeof dataNote === "string" && note && !labels.has(dataNote)) {
        labels.add(dataNote);
        waiting.push({ type: "root", children: note.children });
      }
      return undefined;
    });
  }
  return labels;
}
