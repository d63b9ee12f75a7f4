/** The publications that the bench builds: a copy that may be changed, and the same book several times over. */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseDocument } from "yaml";

const WORDS = "The words of this paragraph stand here so that there is something to lay out on the page. ";

/** Copies a publication, so that it can be changed. */
export function copyBook(source, target) {
  cpSync(source, target, { recursive: true });
  return target;
}

/** The edition that pandoc's ebook is compared with. */
export const PLAIN_EBOOK = "plain-ebook";

/** Adds an ebook without a page list: one with it would be laid out on pages first. */
export function addPlainEbook(folder) {
  const file = join(folder, "publication.yaml");
  const document = parseDocument(readFileSync(file, "utf8"));
  const theme = document.toJS().editions?.print?.theme;
  const edition = { format: "epub", "page-source": "none", ...(theme ? { theme } : {}) };
  document.setIn(["editions", PLAIN_EBOOK], edition);
  writeFileSync(file, document.toString());
}

/** Adds a word to the first paragraph of a chapter. */
export function changeParagraph(folder, chapter, round) {
  editChapter(folder, chapter, (text) => text.replace(/\n\n(?=[A-Z])/, `\n\nWord${round} `));
}

/** Leaves nothing of a book but one chapter. */
export function keepChapter(folder, chapter) {
  const file = join(folder, "publication.yaml");
  const { book, sections } = readBook(folder);
  const { frontmatter: _, backmatter: __, ...rest } = book;
  writeFileSync(file, JSON.stringify({ ...rest, bodymatter: [sections[chapter - 1]] }));
}

/** Makes a chapter longer by about so many pages. */
export function growChapter(folder, chapter, pages, round) {
  const added = Array.from({ length: pages * 4 }, (_, index) => `${round}.${index} ${WORDS.repeat(6)}`);
  editChapter(folder, chapter, (text) => `${text}\n\n${added.join("\n\n")}\n`);
}

function editChapter(folder, chapter, edit) {
  const { content, sections } = readBook(folder);
  const files = sections[chapter - 1].files ?? [sections[chapter - 1].file];
  const file = join(folder, content, files[0]);
  writeFileSync(file, edit(readFileSync(file, "utf8")));
}

function readBook(folder) {
  const book = parseDocument(readFileSync(join(folder, "publication.yaml"), "utf8")).toJS();
  const sections = book.bodymatter.flatMap((entry) => entry.sections ?? [entry]);
  return { book, content: book.content ?? "content", sections };
}

/** The book with its whole body `times` over: each copy in a folder of its own, so links stay inside it. */
export function multiplyBook(source, target, times) {
  const { book, content } = readBook(source);
  const copies = Array.from({ length: times }, (_, index) => `copy${index + 1}`);
  for (const copy of copies) {
    mkdirSync(dirname(join(target, copy)), { recursive: true });
    cpSync(join(source, content), join(target, copy), { recursive: true });
  }
  const place = (entry, copy) => ({
    ...entry,
    ...(entry.file ? { file: `${copy}/${entry.file}` } : {}),
    ...(entry.files ? { files: entry.files.map((file) => `${copy}/${file}`) } : {}),
    ...(entry.sections ? { sections: entry.sections.map((section) => place(section, copy)) } : {}),
  });
  const [first] = copies;
  const bodymatter = copies.flatMap((copy) => [
    ...(copy === first
      ? []
      : (book.frontmatter ?? []).filter(hasFile).map(({ file, files }) => place({ file, files }, copy))),
    ...book.bodymatter.map((entry) => place(entry, copy)),
    ...(copy === first
      ? []
      : (book.backmatter ?? []).filter(hasFile).map(({ file, files }) => place({ file, files }, copy))),
  ]);
  const many = {
    ...book,
    content: ".",
    frontmatter: (book.frontmatter ?? []).map((entry) => place(entry, first)),
    bodymatter: bodymatter.map(withoutEmpty),
    backmatter: (book.backmatter ?? []).map((entry) => place(entry, first)),
  };
  writeFileSync(join(target, "publication.yaml"), JSON.stringify(many));
  return target;
}

function hasFile({ file, files }) {
  return file !== undefined || files !== undefined;
}

function withoutEmpty(entry) {
  return Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== undefined));
}
