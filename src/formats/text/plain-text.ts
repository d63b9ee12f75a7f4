/**
 * A book as plain text: UTF-8 without marks of formatting, a paragraph to a line, so that two states of a book
 * can be compared line by line.
 */
import type { RootContent } from "hast";
import { noteGroups } from "../../adapt/note-groups.js";
import { labelText } from "../../adapt/section-label.js";
import { word } from "../../language/words.js";
import type { Book, ContentsEntry, Section } from "../../model/book.js";
import { blockLines, indented, inlineText } from "./blocks.js";

/** @returns lines that end with a line feed; sections are two empty lines apart. */
export function plainText(book: Book): string {
  const sections = book.sections.map((section) => sectionLines(book, section));
  const shown = sections.filter((lines) => lines.length > 0).map((lines) => lines.join("\n"));
  return `${shown.join("\n\n\n")}\n`;
}

function sectionLines(book: Book, section: Section): string[] {
  const content = [
    ...section.bodies.flatMap(({ tree }) => tree.children),
    ...(section.generated ?? []),
  ] as RootContent[];
  const body = content.length > 0 ? blockLines(content) : pageLines(book, section);
  const label = labelText(book, section);
  return spaced([label === undefined ? [] : [label], body, ...notesOf(book, section)]);
}

function notesOf(book: Book, section: Section): string[][] {
  return noteGroups(book, section).flatMap(({ title, notes }) => {
    const lines = notes.map(({ label, children }) => noteLines(label, children));
    return section.notes.length > 0 ? lines : [[title], ...lines];
  });
}

function noteLines(label: string, children: readonly RootContent[]): string[] {
  const [first = "", ...rest] = blockLines(children);
  const marker = `[${label}] `;
  return [marker + first, ...rest.map((line) => indented(line, marker.length))];
}

/** What templates write on pages that have no file. */
function pageLines(book: Book, section: Section): string[] {
  if (section.role === "titlepage") return titleLines(book);
  if (section.role === "toc") {
    return [word(book.edition, section.language, "toc"), "", ...book.contents.flatMap(contentsLines)];
  }
  return [];
}

function titleLines({ metadata, credits, isbn }: Book): string[] {
  const { title, subtitle, publisher, date, rights } = metadata;
  const makers = credits.map(({ phrase, people }) =>
    [phrase, people.map(({ name }) => name).join(", ")].filter((each) => each !== undefined).join(" "),
  );
  const imprint = [publisher, date, isbn && `ISBN ${isbn}`, rights].flatMap((each) => each ?? []);
  return spaced([[title, ...(subtitle === undefined ? [] : [subtitle])], makers, imprint]);
}

function contentsLines({ label, inline, level, children }: ContentsEntry): string[] {
  const title = [label, inlineText(inline)].filter((each) => each !== undefined).join(" ");
  return [`${"  ".repeat(Math.max(0, level - 1))}${title}`, ...children.flatMap(contentsLines)];
}

/** Groups of lines with an empty one between them. */
function spaced(groups: readonly (readonly string[])[]): string[] {
  return groups
    .filter((lines) => lines.length > 0)
    .flatMap((lines, index) => (index === 0 ? lines : ["", ...lines]));
}
