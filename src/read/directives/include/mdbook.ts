/** `{{#include file.rs:anchor}}` of mdBook and its relatives. A backslash before the braces keeps them. */
import { partOfFile, readPartName } from "./part-of-file.js";
import type { Directive, IncludeSyntax } from "./syntax.js";

const DIRECTIVE = /(\\?)\{\{\s*#([a-z_]+)\b([^{}]*)\}\}/g;

/** How the part of the file is shown: as it is, or as a listing of its own. */
const FRAMES: ReadonlyMap<string, readonly [string, string] | undefined> = new Map([
  ["include", undefined],
  ["rustdoc_include", undefined],
  ["playground", ["```rust", "```"] as const],
  // The name that it had before.
  ["playpen", ["```rust", "```"] as const],
]);

/** Of mdbook-tabs: they are GitBook's, in other brackets. */
const TABS = new Set(["tabs", "tab", "endtab", "endtabs"]);

export const mdbookIncludes: IncludeSyntax = {
  marks: ["{{"],
  find: (line) => [...line.matchAll(DIRECTIVE)].map(read),
};

function read({ 0: whole, 1: backslash, 2: name = "", 3: words = "", index }: RegExpExecArray): Directive {
  if (backslash) return { index, whole, becomes: whole.slice(1) };
  // The title of a web page is no part of the text.
  if (name === "title") return { index, whole, becomes: "" };
  if (TABS.has(name))
    return { index, whole, becomes: `{% ${name} ${words.replace(/\bname=/, "title=").trim()} %}` };
  if (!FRAMES.has(name)) return { index, whole, becomes: undefined };
  const { path, part } = readPartName(words.trim().split(/\s+/)[0] ?? "");
  const frame = FRAMES.get(name);
  return {
    index,
    whole,
    path,
    partName: part.join(":"),
    select: (content) => partOfFile(content, part),
    ...(frame === undefined ? {} : { frame }),
  };
}
