/**
 * Books that are made by a command of Pandoc, wherever the project has it: a makefile, a script, a defaults file.
 *
 * Pandoc puts the files of a command together before it reads them, so a chapter begins at each of the highest headings,
 * wherever the files begin: https://pandoc.org/MANUAL.html#specifying-formats.
 */
import type { Folder } from "../../../input/folder.js";
import { namedBackRole, namedFrontRole } from "../../../language/title-roles.js";
import type { Role } from "../../../model/roles.js";
import type { Describe } from "../../description.js";
import { describeOutline } from "../../outline/describe.js";
import { headingsOf } from "../../outline/first-heading.js";
import { page, titleOfText } from "../../outline/menu.js";
import type { Entry } from "../../outline/outline.js";
import { wordsOfFile } from "../../outline/words-of-file.js";
import { titleInText } from "../one-file.js";
import { type PandocBook, pandocBooks } from "./book.js";
import { factsOfBooks } from "./facts.js";

export async function find(folder: Folder): Promise<string | undefined> {
  return (await pandocBooks(folder))[0]?.file;
}

export const describe: Describe = async (_, file, folder, report) => {
  const books = await pandocBooks(folder);
  const [book] = books;
  if (book === undefined) return undefined;
  const said = await factsOfBooks(books, folder, report);
  const [first = "", ...others] = book.texts;
  const title =
    said.title ??
    (others.length === 0 ? titleInText(await wordsOfFile(first, folder), said.language) : undefined);
  const location = { file, line: book.line, column: 1 };
  const entries = await withRoles(await entriesOf(book, folder), said.language ?? "en", folder);
  const project = {
    file,
    outline: { prefix: entries.front, groups: [{ location, entries: entries.others }], suffix: [] },
    facts: title === undefined ? said : { ...said, title },
    content: ".",
    introduction: "none",
    theme: "by-text",
    settings: books.flatMap(({ metadata }) => metadata),
  } as const;
  return describeOutline(project, folder, report);
};

/** A file that begins with none of the highest headings goes on with the chapter of the file before it. */
async function entriesOf({ file, line, texts }: PandocBook, folder: Folder): Promise<readonly Entry[]> {
  const location = { file, line, column: 1 };
  const levels = await Promise.all(
    texts.map(async (text) => headingsOf(await wordsOfFile(text, folder)).map(({ level }) => level)),
  );
  const highest = Math.min(...levels.flat());
  const entries: (Entry & { children: Entry[] })[] = [];
  for (const [index, text] of texts.entries()) {
    const own = levels[index]!;
    const isContinued = own.length > 0 && own[0]! > highest && entries.length > 0;
    const entry = page(text, location);
    if (isContinued) entries.at(-1)!.children.push(entry);
    else entries.push({ ...entry, children: [] });
    if (own.filter((level) => level === highest).length > (isContinued ? 0 : 1)) {
      Object.assign(entries.at(-1)!, { split: "headings" });
    }
  }
  return entries;
}

/** Chapters that are something else by their headings have these as titles; what stands before all others is apart. */
async function withRoles(entries: readonly Entry[], language: string, folder: Folder) {
  const titles = await Promise.all(entries.map(({ href }) => titleOfText(href, folder)));
  const named = entries.map((entry, index) => {
    const title = titles[index] ?? "";
    const role = namedFrontRole(title, language) ?? namedBackRole(title, language);
    return role === undefined || role === "introduction" ? entry : { ...entry, title };
  });
  const isFront = (title: string | undefined) =>
    title === undefined || FRONT.has(namedFrontRole(title, language));
  const end = titles.findIndex((title) => !isFront(title));
  return { front: named.slice(0, Math.max(end, 0)), others: named.slice(Math.max(end, 0)) };
}

/** An introduction is mostly the first chapter. */
const FRONT: ReadonlySet<Role | undefined> = new Set<Role>([
  "foreword",
  "preface",
  "acknowledgments",
  "abstract",
  "dedication",
  "epigraph",
  "preamble",
]);
