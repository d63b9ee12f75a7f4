/**
 * Files that each begin with the book's title, and perhaps with that of a part, before their own:
 * `# Ardenmoor`, `## Book One`, `### The Ford`. The chapter's title is the last of them. Some write all as `#`.
 *
 * The title of the book is on its title page already; another one that chapters in a row share is the
 * title of a part.
 */
import type { Element } from "hast";
import type { Draft, DraftSection } from "./draft.js";
import { partPage } from "./sections.js";
import { foldedTitle, headingText, isBlank, isHeading } from "./tree.js";

/** From this many files on it is a habit. */
const FEWEST = 3;
/** A book, a volume, a part. */
const MOST_TITLES = 3;

export function dropRepeatedTitles(draft: Draft): void {
  const title = foldedTitle(draft.edition.metadata.title);
  const first = draft.sections.map((section) => opening(section)[0]);
  const ofBook = first.map((heading) => heading !== undefined && foldedTitle(headingText(heading)) === title);
  if (ofBook.filter(Boolean).length >= FEWEST) {
    for (const [index, section] of draft.sections.entries())
      if (ofBook[index]) takeOut(section, [first[index]!]);
  }
  if (draft.sections.some(({ role }) => role === "part")) return;
  for (let depth = MOST_TITLES; depth > 0; depth -= 1) if (makeParts(draft, depth)) return;
}

/** The headings that stand one below the other at the start of a chapter, but for the last, which is its own. */
function opening({ matter, bodies }: DraftSection): readonly Element[] {
  const nodes = (bodies[0]?.tree.children ?? []).filter((node) => node.type !== "doctype" && !isBlank(node));
  const headings: Element[] = [];
  for (const node of nodes) {
    const isNext =
      node.type === "element" && isHeading(node) && node.tagName >= (headings.at(-1)?.tagName ?? "");
    if (!isNext) break;
    headings.push(node);
  }
  return matter === "body" ? headings.slice(0, -1) : [];
}

/**
 * Makes parts of chapters in a row that share their first titles.
 *
 * @param depth how many titles.
 * @returns false when they are no parts: each has several chapters.
 */
function makeParts({ sections }: Draft, depth: number): boolean {
  const titles = sections.map((section) => {
    const shared = opening(section).slice(0, depth);
    return shared.length < depth ? undefined : shared.map(headingText).join(": ");
  });
  const begins = titles.flatMap((title, index) =>
    title !== undefined && title !== titles[index - 1] ? [index] : [],
  );
  const ends = begins.map((start) => {
    const end = titles.findIndex((title, index) => index > start && title !== titles[start]);
    return end < 0 ? titles.length : end;
  });
  if (begins.length === 0 || begins.some((start, index) => ends[index]! - start < FEWEST)) return false;
  for (const [index, section] of sections.entries()) {
    if (titles[index] !== undefined) takeOut(section, opening(section).slice(0, depth));
  }
  for (const start of begins.toReversed()) {
    const { language, spec, bodies } = sections[start]!;
    const location = spec?.location ?? { file: bodies[0]!.file, line: 1, column: 1 };
    sections.splice(start, 0, partPage({ title: titles[start]!, location }, language));
  }
  return true;
}

function takeOut({ bodies }: DraftSection, headings: readonly Element[]): void {
  const { tree } = bodies[0]!;
  tree.children = tree.children.filter((node) => !headings.includes(node as Element));
}
