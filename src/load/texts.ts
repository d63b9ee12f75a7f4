/** Which files are texts of a book, by their names. */
import { extname } from "node:path";
import { READERS } from "../read/readers.js";

const ENDINGS: ReadonlySet<string> = new Set(
  READERS.flatMap((each) => (each.counts === "listed" ? [] : each.endings)),
);

/** Endings of files that are a text only when somebody names them: there are others. */
const ASIDE: ReadonlySet<string> = new Set([".txt"]);

export function isText(file: string): boolean {
  return ENDINGS.has(extname(file).toLowerCase());
}

const FOR_OWNERS =
  /(?:^|\/)(?:licen[cs]e|contributing|code[-_]of[-_]conduct|changelog|changes|security|authors|contributors|support|copying|notice|todo|(?:pull_request|issue)_template|agents|claude)\.\w+$/i;

/** True for what the owners of a repository write to each other. */
export function isForOwners(path: string): boolean {
  return FOR_OWNERS.test(path);
}

/** True for a text that is found in a folder, without being named. */
export function isFoundText(file: string): boolean {
  return isText(file) && !ASIDE.has(extname(file).toLowerCase());
}

/** The names that a page may have as a file: `tides.md`, `tides.qmd`. */
export function textNames(page: string): readonly string[] {
  return [...ENDINGS].filter((ending) => !ASIDE.has(ending)).map((ending) => page + ending);
}
