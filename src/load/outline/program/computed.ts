/** Menus that a program puts together: what of them is no data is told once, with what was done instead. */
import { type Diagnostic, diagnostic } from "../../../diagnostics/diagnostic.js";

/** What leads to pages in the items of a menu; other keys say how it looks. */
const LEADING = ["items", "link", "base", "id", "dirName", "type"];

/** True when something in a menu that leads to pages has to be computed. */
export function isComputed(menu: unknown): boolean {
  if (menu === undefined) return true;
  if (Array.isArray(menu)) return menu.some(isComputed);
  if (typeof menu !== "object" || menu === null) return false;
  const pairs = Object.entries(menu);
  const leading = pairs.filter(([key]) => LEADING.includes(key));
  return (leading.length > 0 ? leading : pairs).some(([, value]) => isComputed(value));
}

const HINT = "`colophon init --from .` begins one";

/**
 * @param code of the file that has the menu.
 * @param listed how many of its pages could be read.
 */
export function menuUnread(file: string, code: string, listed: number): Diagnostic {
  const before = code.slice(0, Math.max(0, code.search(/\bsidebars?\b/))).split("\n");
  const location = { file, line: before.length, column: before.at(-1)!.length + 1 };
  const instead =
    listed === 0 ? "its pages stand in the order of their folders" : "some of its pages are left out";
  const message = `The sidebar in \`${file}\` is put together by a program, which is not run: ${instead}`;
  const hint = `Write a publication.yaml with the order that you want: ${HINT}`;
  return diagnostic("bad-settings", message, location, hint);
}

/** Settings of which nothing is data. */
export function settingsUnread(file: string): Diagnostic {
  const message = `\`${file}\` is a program, which is not run: title and language are taken from the texts`;
  const hint = `Write them in a publication.yaml: ${HINT}`;
  return diagnostic("bad-settings", message, { file, line: 1, column: 1 }, hint);
}
