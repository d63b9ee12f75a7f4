/**
 * Follows mdBook's directives in a text, `{{#include file.rs:anchor}}` and its relatives, and GitBook's
 * `{% include "file.md" %}`.
 *
 * Files are found inside the publication's folder, and where it allows. A backslash before the braces keeps
 * them. What cannot be included leaves a mark: `[…]{.missing}` in the text, the directive itself in code.
 */
import { posix } from "node:path";
import { type Diagnostic, diagnostic, type Report } from "../../diagnostics/diagnostic.js";
import type { Location } from "../../diagnostics/location.js";
import type { Folder, Lookup } from "../../input/folder.js";
import { outsideHint } from "../../input/folder.js";
import type { Reader } from "../../input/reader.js";
import { withoutFrontMatter } from "../../model/front-matter.js";
import { MEBIBYTE } from "../../model/limits.js";
import { listingsOf } from "./fences.js";
import { type Line, splitLines } from "./lines.js";
import { partOfFile, readPartName } from "./part-of-file.js";
import { rawPieces } from "./raw.js";
import { codeSpans } from "./tags.js";

/** As deep as mdBook follows files that include files. */
const DEEPEST = 10;
/** What a line counts for besides its letters: ten files that each include the next ten times are 10^10 copies of the last one. */
const LINE_COST = 8;

const DIRECTIVE = /(\\?)\{\{\s*#([a-z_]+)\b([^{}]*)\}\}|\{%-?\s*include\s+(?:"([^"%]+)"|'([^'%]+)')\s*-?%\}/g;

/** How the part of the file is shown: as it is, or as a listing of its own. */
const FRAMES: Readonly<Record<string, readonly [string[], string[]]>> = {
  include: [[], []],
  rustdoc_include: [[], []],
  playground: [["```rust"], ["```"]],
  // The name that it had before.
  playpen: [["```rust"], ["```"]],
};

export interface IncludeContext {
  readonly folder: Folder;
  readonly reader: Reader;
  readonly report: Report;
  /** Folder of the book's texts, relative to the publication's: what GitBook calls `/`. Default: the publication's. */
  readonly content?: string;
  /** Paths of the files that are included, relative to the publication's folder. */
  readonly inputs: Set<string>;
  /** Letters that may still be put in, see `Limits.text`; set when something is. */
  room?: number;
}

/** What stands in the place of a file that cannot be included. */
type Mark = (path: string, directive: string) => string;

const asTyped: Mark = (_, directive) => directive;
const asGap: Mark = (path) => `[${path.replace(/[[\]\\*_`<{$~^]/g, "\\$&")}]{.missing}`;

/** @param file Path of the section's file, relative to the publication's folder. */
export async function withIncludes(file: string, text: string, context: IncludeContext): Promise<Line[]> {
  const lines: Line[] = [];
  const expand = expander(splitLines(text), file, [file], context, asGap);
  for (const [origin, line] of splitLines(text).entries()) {
    const at = (column: number) => ({ file, line: origin + 1, column: column + 1 });
    for (const each of await expand(line, origin, at)) lines.push({ text: each, origin });
  }
  return lines;
}

/**
 * Expands the lines of a file one by one; what is to be printed as it is stays.
 *
 * @param mark for lines that are no code.
 */
function expander(
  lines: readonly string[],
  from: string,
  open: readonly string[],
  context: IncludeContext,
  mark: Mark,
) {
  const listings = listingsOf(lines);
  const pieces = rawPieces(lines, listings);
  return async (line: string, index: number, at: PlaceAt): Promise<string[]> => {
    if (!line.includes("{{") && !line.includes("{%")) return [line];
    const raw = pieces[index]!.filter(({ kind }) => kind === "raw");
    const isRaw = (column: number) =>
      raw.some(({ start, text }) => start <= column && column < start + text.length);
    const isListing = listings[index] !== undefined;
    const spans = isListing ? [] : codeSpans(line);
    const isCode = (column: number) => spans.some(({ start, end }) => start <= column && column < end);
    const rules = { isRaw, isCode, isListing, mark: isListing ? asTyped : mark };
    return expandLine(line, from, at, open, context, rules);
  };
}

/** What goes for one line. */
interface LineRules {
  readonly isRaw: (column: number) => boolean;
  /** True between backticks in a line of text. */
  readonly isCode: (column: number) => boolean;
  readonly isListing: boolean;
  readonly mark: Mark;
}

type PlaceAt = (column: number) => Location;

/**
 * @param from The file that the line stands in; names in it are relative to its folder.
 * @param open The files that are being included, the section's own first.
 */
async function expandLine(
  line: string,
  from: string,
  at: PlaceAt,
  open: readonly string[],
  context: IncludeContext,
  { isRaw, isCode, isListing, mark }: LineRules,
): Promise<string[]> {
  const indent = /^\s*/.exec(line)![0];
  const pieces: string[] = [];
  let end = 0;
  for (const match of line.matchAll(DIRECTIVE)) {
    const [whole, backslash, name = "", words = ""] = match;
    if (isRaw(match.index)) continue;
    const place = open.length > 1 ? at(0) : at(match.index);
    const tag = match[4] ?? match[5];
    const directive =
      tag === undefined
        ? { name, path: words.trim().split(/\s+/)[0] ?? "", whole }
        : { name: "include", path: tag, whole };
    const shownBy = (own: IncludeContext) => follow(directive, from, place, open, own, mark);
    const isInLine = isCode(match.index);
    const isExample = isInLine || (isListing && tag !== undefined);
    const shown = backslash
      ? [whole.slice(1)]
      : await (isExample ? orAsTyped(whole, isInLine ? 1 : Infinity, context, shownBy) : shownBy(context));
    pieces.push(line.slice(end, match.index), shown.join(`\n${indent}`));
    end = match.index + whole.length;
  }
  return [...pieces, line.slice(end)].join("").split("\n");
}

/** In code a directive may be an example of one: what cannot be followed, or has more lines than fit, stays, and is no fault. */
async function orAsTyped(
  whole: string,
  mostLines: number,
  context: IncludeContext,
  shownBy: (context: IncludeContext) => Promise<readonly string[]>,
): Promise<readonly string[]> {
  const faults: Diagnostic[] = [];
  const shown = await shownBy({ ...context, report: (each) => void faults.push(each) });
  return faults.length > 0 || shown.length > mostLines ? [whole] : shown;
}

interface Directive {
  readonly name: string;
  readonly path: string;
  readonly whole: string;
}

async function follow(
  { name, path: named, whole }: Directive,
  from: string,
  place: Location,
  open: readonly string[],
  context: IncludeContext,
  mark: Mark,
): Promise<readonly string[]> {
  // The title of a web page is no part of the text.
  if (name === "title") return [];
  const frame = FRAMES[name];
  if (frame === undefined) {
    const hint = "Remove it, or write what it stands for; only `{{#include …}}` is followed";
    context.report(diagnostic("unsupported-directive", `\`${whole}\` is not followed`, place, hint));
    return [whole];
  }
  const { path, part } = readPartName(named);
  const found = await readIncluded(path, from, place, context);
  const gap = [mark(path, whole)];
  if (found === undefined) return gap;
  const fail = (each: Diagnostic) => {
    context.report(each);
    return gap;
  };
  if (open.includes(found.path) || open.length > DEEPEST) {
    return fail(
      diagnostic("bad-include", `\`${found.path}\` includes itself`, place, "Remove one of the includes"),
    );
  }
  // In a listing front matter is code like all else.
  const isText = mark !== asTyped && /\.(?:md|markdown)$/i.test(found.path);
  const lines = partOfFile(isText ? withoutFrontMatter(found.text) : found.text, part);
  if (lines === undefined) {
    const message = `\`${found.path}\` has no lines \`${part.join(":")}\``;
    return fail(diagnostic("bad-include", message, place, "Correct the line numbers or the anchor's name"));
  }
  const length = lines.reduce((sum, line) => sum + line.length + LINE_COST, LINE_COST);
  const { text } = context.reader.limits;
  context.room = (context.room ?? text * MEBIBYTE) - length;
  if (context.room < 0) {
    const message = `\`${found.path}\` is included so often that the text is larger than ${text} MiB`;
    return fail(diagnostic("bad-include", message, place, "Remove some includes, or raise the limit `text`"));
  }
  const [before, after] = frame;
  const nested = [...open, found.path];
  const inner: string[] = [];
  const expand = expander(lines, found.path, nested, context, mark);
  for (const [index, line] of lines.entries()) {
    for (const each of await expand(line, index, () => place)) inner.push(each);
  }
  return [...before, ...inner, ...after];
}

async function readIncluded(
  name: string,
  from: string,
  place: Location,
  context: IncludeContext,
): Promise<{ path: string; text: string } | undefined> {
  const { reader, report, inputs } = context;
  const lookup = await lookupIncluded(name, from, context);
  if (lookup.status === "outside") {
    const message = `The include \`${name}\` leads out of the publication's folder`;
    report(diagnostic("file-outside", message, place, outsideHint(lookup)));
    return undefined;
  }
  if (lookup.status !== "file") {
    const similar = lookup.status === "missing" ? lookup.similar : undefined;
    const hint = similar ? `Did you mean \`${similar}\`?` : "Add the file or correct its name";
    if (lookup.status === "missing") reader.absent(lookup.path);
    report(diagnostic("bad-include", `There is no file \`${lookup.path}\` to include`, place, hint));
    return undefined;
  }
  inputs.add(lookup.path);
  const text = await reader.text(lookup.path, report);
  return text === undefined ? undefined : { path: lookup.path, text };
}

/** From the file's folder, and from the folder of all texts; with a slash in front from there alone. */
async function lookupIncluded(
  name: string,
  from: string,
  { folder, reader, content = "." }: IncludeContext,
): Promise<Lookup> {
  const [base, ...others] = [...(name.startsWith("/") ? [] : [posix.dirname(from)]), content, "."];
  const path = name.replace(/^\/+/, "");
  const first = await folder.lookup(path, base);
  if (first.status !== "missing") return first;
  for (const each of new Set(others)) {
    const found = await folder.lookup(path, each);
    if (found.status !== "file") continue;
    reader.absent(first.path);
    return found;
  }
  return first;
}
