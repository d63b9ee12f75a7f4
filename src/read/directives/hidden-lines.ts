/**
 * Lines of code that mdBook compiles and does not show: of Rust those that begin with `#`, of other languages
 * those that begin as `book.toml` says, or as the fence itself does, `python,hidelines=~`.
 */
import { type Listing, listingsOf } from "./fences.js";
import type { Line } from "./lines.js";

export function withoutHiddenLines(
  lines: readonly Line[],
  prefixes: Readonly<Record<string, string>> = {},
): readonly Line[] {
  const listings = listingsOf(lines.map(({ text }) => text));
  return lines.flatMap((line, index) => {
    const listing = listings[index];
    return listing === undefined ? [line] : shown(line, listing, prefixes);
  });
}

function shown(line: Line, { language, rest }: Listing, prefixes: Readonly<Record<string, string>>): Line[] {
  const prefix = /[,\s]hidelines=([^,\s]+)/.exec(rest)?.[1] ?? ownPrefix(language, prefixes);
  if (prefix !== undefined) return line.text.trimStart().startsWith(prefix) ? [] : [line];
  return language === "rust" ? shownRust(line) : [line];
}

function ownPrefix(language: string, prefixes: Readonly<Record<string, string>>): string | undefined {
  return Object.hasOwn(prefixes, language) ? prefixes[language] : undefined;
}

/** `# use std::fs;` is compiled and not shown; `## x` shows `# x`. Attributes, `#[…]`, are shown. */
function shownRust(line: Line): Line[] {
  if (/^\s*#(?:\s|$)/.test(line.text)) return [];
  return [{ ...line, text: line.text.replace(/^(\s*)##/, "$1#") }];
}
