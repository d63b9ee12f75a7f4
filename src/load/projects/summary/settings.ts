/**
 * What mdBook (`book.toml`) and GitBook (`book.json`, `.gitbook.yaml`) say of a book beside its
 * `SUMMARY.md`. Only what a publication has is read; the rest is about web sites.
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse as parseToml, TomlError } from "smol-toml";
import { diagnostic, type Report } from "../../../diagnostics/diagnostic.js";
import type { Location } from "../../../diagnostics/location.js";
import type { Folder } from "../../../input/folder.js";
import { decodeUtf8 } from "../../../input/utf8.js";
import { readYaml } from "../../yaml.js";

export interface Settings {
  /** The file that says it, relative to the publication's folder. */
  readonly file?: string;
  readonly title?: string;
  readonly description?: string;
  readonly language?: string;
  readonly authors: readonly string[];
  /** Folder of the texts, relative to the publication's folder. */
  readonly content?: string;
  /** What its texts may use outside of the folder. */
  readonly allow?: readonly string[];
  /** Path of the summary, relative to `content`. */
  readonly summary?: string;
  /** Where a key is written. */
  place(key: string): Location;
}

/** Values as they are found: each may be missing, or of any kind. */
type Values = Readonly<Record<string, unknown>>;

interface Reader {
  readonly file: string;
  read(text: string, report: Report): Settings | undefined;
}

const READERS: readonly Reader[] = [
  { file: "book.toml", read: readBookToml },
  { file: "book.json", read: (text, report) => readGitBook("book.json", text, report) },
  { file: ".gitbook.yaml", read: (text, report) => readGitBook(".gitbook.yaml", text, report) },
];

/** The settings of the first of the files that is there; what cannot be read is reported. */
export async function readSettings(folder: Folder, report: Report): Promise<Settings> {
  for (const { file, read } of READERS) {
    const found = await folder.lookup(file);
    if (found.status !== "file") continue;
    const text = decodeUtf8(await readFile(join(folder.root, file)), file, report);
    const settings = text === undefined ? undefined : read(text, report);
    return settings ?? { file, authors: [], place: () => ({ file, line: 1, column: 1 }) };
  }
  return { authors: [], place: () => ({ file: "SUMMARY.md", line: 1, column: 1 }) };
}

/** https://rust-lang.github.io/mdBook/format/configuration/general.html */
function readBookToml(text: string, report: Report): Settings | undefined {
  const file = "book.toml";
  try {
    const values = asValues(parseToml(text));
    // Before 0.0.16 mdBook had its keys at the top.
    const book = { ...values, ...asValues(values.book) };
    const allow = textsOf(asValues(asValues(values.output).colophon).allow);
    const authors = textsOf(book.authors ?? book.author);
    return {
      file,
      ...texts(book, ["title", "description", "language"]),
      authors: authors.map(withoutAddress),
      content: textOf(book.src) ?? "src",
      ...(allow.length === 0 ? {} : { allow }),
      place: (key) => ({ file, line: lineOfKey(text, key), column: 1 }),
    };
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const { line, column } = error;
    const [, reason = "it is not TOML"] = /^Invalid TOML document: (.*)/.exec(error.message) ?? [];
    const message = `\`book.toml\` cannot be read: ${reason}`;
    report(diagnostic("bad-settings", message, { file, line, column }, "Correct the line"));
    return undefined;
  }
}

/** JSON is YAML too, so both of GitBook's files are read alike. */
function readGitBook(file: string, text: string, report: Report): Settings | undefined {
  const yaml = readYaml(text, file, report);
  if (yaml === undefined) return undefined;
  const book = asValues(yaml.data);
  const author = textOf(book.author);
  const content = textOf(book.root);
  const summary = textOf(asValues(book.structure).summary);
  return {
    file,
    ...texts(book, ["title", "description", "language"]),
    authors: author === undefined ? [] : [withoutAddress(author)],
    ...(content === undefined ? {} : { content }),
    ...(summary === undefined ? {} : { summary }),
    place: (key) => yaml.places.value([key]),
  };
}

function texts<Key extends string>(values: Values, keys: readonly Key[]): { [name in Key]?: string } {
  const found = keys.flatMap((key) => {
    const text = textOf(values[key]);
    return text === undefined ? [] : [[key, text] as const];
  });
  return Object.fromEntries(found) as { [name in Key]?: string };
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
}

/** A text, or the texts of a list. */
function textsOf(value: unknown): readonly string[] {
  return [value].flat().flatMap((each) => textOf(each) ?? []);
}

function asValues(value: unknown): Values {
  return typeof value === "object" && value !== null ? (value as Values) : {};
}

/** `Anne Roy <anne@example.org>` is how package managers write an author. */
function withoutAddress(author: string): string {
  return author.replace(/\s*<[^<>]*>\s*$/, "").trim();
}

function lineOfKey(text: string, key: string): number {
  const index = text.split("\n").findIndex((line) => new RegExp(`^\\s*${key}\\s*=`).test(line));
  return Math.max(index, 0) + 1;
}
