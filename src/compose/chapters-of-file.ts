/**
 * Divides a book that is one text: each of its first headings begins a chapter.
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

/**
 * Several files count as one: what stands in a file before its first chapter goes on with the last one of the file before.
 *
 * @param title of the book.
 */
export function chaptersOfFile(section: DraftSection, title: string): DraftSection[] {
  const starts = chapterStarts(section.bodies, title);
  if (starts.size === 0) return [section];
  const pieces = section.bodies.flatMap((body) => piecesOf(body, starts));
  const first = pieces.findIndex(({ heading }) => heading !== undefined);
  const opening = pieces.slice(0, first).filter(({ body }) => !hasNothingBut(title, body));
  const groups = chaptersOf(pieces.slice(first));
  const titles = groups.map(([piece]) => titleText(piece!.heading!));
  const roles = rolesOf(titles, section.language);
  const slugger = new GithubSlugger();
  const chapters = groups.map((group, index) => ({
    ...section,
    ...roles[index]!,
    id: idFrom(slugger.slug(titles[index]!)),
    bodies: group.map(({ body }) => body),
  }));
  if (opening.length === 0) return chapters;
  const role = { role: frontRole("", section.language), matter: "front" } as const;
  return [{ ...section, ...role, bodies: opening.map(({ body }) => body) }, ...chapters];
}

/** The headings that begin chapters. */
function chapterStarts(bodies: readonly DraftBody[], title: string): ReadonlySet<RootContent> {
  const headings = bodies
    .flatMap(({ tree }) => tree.children)
    .filter((node): node is Element => node.type === "element" && isHeading(node));
  const [first, ...others] = headings;
  if (first === undefined) return new Set();
  // The title of the book is no chapter, when there are others.
  const counted = isTitle(first, title) && others.length > 1 ? others : headings;
  const level = counted.reduce((least, each) => Math.min(least, headingLevel(each)), Infinity);
  return new Set(counted.filter((each) => headingLevel(each) === level));
}

/** A chapter, or what stands in its file before the first one. */
interface Piece {
  readonly heading?: Element;
  readonly body: DraftBody;
}

function piecesOf(body: DraftBody, starts: ReadonlySet<RootContent>): Piece[] {
  const { children } = body.tree;
  const at = children.flatMap((node, index) => (starts.has(node) ? [index] : []));
  const opening = children.slice(0, at[0] ?? children.length);
  const parts = [opening, ...at.map((start, index) => children.slice(start, at[index + 1]))];
  const notes = shareNotes(parts, body.notes);
  return parts.map((nodes, index) => ({
    ...(index === 0 ? {} : { heading: nodes[0] as Element }),
    body: { ...body, tree: { ...body.tree, children: nodes }, notes: notes[index]! },
  }));
}

function chaptersOf(pieces: readonly Piece[]): Piece[][] {
  const groups: Piece[][] = [];
  for (const piece of pieces) {
    if (piece.heading !== undefined) groups.push([piece]);
    else if (!hasNothingBut("", piece.body)) groups.at(-1)!.push(piece);
  }
  return groups;
}

function hasNothingBut(title: string, { tree }: DraftBody): boolean {
  return tree.children.every(
    (node) => node.type === "doctype" || isBlank(node) || (title !== "" && isTitle(node, title)),
  );
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
