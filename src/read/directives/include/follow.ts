/**
 * Puts files in the place of what includes them, in the syntax of the tools that a text is written for.
 *
 * Files are found inside the publication's folder, and where it allows. What cannot be included leaves a mark: `[…]{.missing}` in the text, the directive itself in code.
 */
import { posix } from "node:path";
import { type Diagnostic, diagnostic, type Report } from "../../../diagnostics/diagnostic.js";
import type { Location } from "../../../diagnostics/location.js";
import type { Folder, Lookup } from "../../../input/folder.js";
import { outsideHint } from "../../../input/folder.js";
import type { ProjectFiles } from "../../../input/project-files.js";
import type { Reader } from "../../../input/reader.js";
import { withoutFrontMatter } from "../../../model/front-matter.js";
import { MEBIBYTE } from "../../../model/limits.js";
import { listingsOf } from "../fences.js";
import { type Line, splitLines } from "../lines.js";
import { rawPieces } from "../raw.js";
import { codeSpans } from "../tags.js";
import type { Directive, IncludeDirective, IncludeSyntax } from "./syntax.js";

/** As deep as mdBook follows files that include files. */
const DEEPEST = 10;
/** What a line counts for besides its letters: ten files that each include the next ten times are 10^10 copies of the last one. */
const LINE_COST = 8;

export interface IncludeContext {
  readonly folder: Folder;
  readonly reader: Reader;
  readonly report: Report;
  /** How the text names what it includes. */
  readonly syntaxes: readonly IncludeSyntax[];
  /** For tools that find a file by its name alone. */
  readonly files?: ProjectFiles;
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
  const marks = context.syntaxes.flatMap((syntax) => syntax.marks);
  if (!marks.some((mark) => text.includes(mark)))
    return splitLines(text).map((each, origin) => ({ text: each, origin }));
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
  const text = lines.join("\n");
  return async (line: string, index: number, at: PlaceAt): Promise<string[]> => {
    const found = directivesOf(line, text, context.syntaxes);
    if (found.length === 0) return [line];
    const raw = pieces[index]!.filter(({ kind }) => kind === "raw");
    const isRaw = (column: number) =>
      raw.some(({ start, text }) => start <= column && column < start + text.length);
    const isListing = listings[index] !== undefined;
    const spans = isListing ? [] : codeSpans(line);
    const isCode = (column: number) => spans.some(({ start, end }) => start <= column && column < end);
    const rules = { isRaw, isCode, isListing, mark: isListing ? asTyped : mark };
    return expandLine({ line, found }, from, at, open, context, rules);
  };
}

interface PlacedDirective {
  readonly directive: Directive;
  readonly syntax: IncludeSyntax;
}

/** In their order; of two that lie over each other the first. */
function directivesOf(line: string, text: string, syntaxes: readonly IncludeSyntax[]): PlacedDirective[] {
  const found = syntaxes
    .filter(({ marks }) => marks.some((mark) => line.includes(mark)))
    .flatMap((syntax) => syntax.find(line, text).map((directive) => ({ directive, syntax })))
    .sort((a, b) => a.directive.index - b.directive.index);
  let end = 0;
  return found.filter(({ directive: { index, whole } }) => {
    const isFree = index >= end;
    if (isFree) end = index + whole.length;
    return isFree;
  });
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
  { line, found }: { readonly line: string; readonly found: readonly PlacedDirective[] },
  from: string,
  at: PlaceAt,
  open: readonly string[],
  context: IncludeContext,
  { isRaw, isCode, isListing, mark }: LineRules,
): Promise<string[]> {
  const indent = /^\s*/.exec(line)![0];
  const pieces: string[] = [];
  let end = 0;
  for (const { directive, syntax } of found) {
    const { index, whole } = directive;
    if (isRaw(index)) continue;
    const place = open.length > 1 ? at(0) : at(index);
    const shownBy = (own: IncludeContext) => shownIn({ directive, syntax }, from, place, open, own, mark);
    const isInLine = isCode(index);
    const isExample = isInLine || (isListing && "path" in directive && directive.mayBeExample === true);
    const shown = await (isExample
      ? orAsTyped(whole, isInLine ? 1 : Infinity, context, shownBy)
      : shownBy(context));
    pieces.push(line.slice(end, index), shown.join(`\n${indent}`));
    end = index + whole.length;
  }
  return [...pieces, line.slice(end)].join("").split("\n");
}

async function shownIn(
  { directive, syntax }: PlacedDirective,
  from: string,
  place: Location,
  open: readonly string[],
  context: IncludeContext,
  mark: Mark,
): Promise<readonly string[]> {
  if ("path" in directive) return follow(directive, syntax, from, place, open, context, mark);
  if (directive.becomes !== undefined) return directive.becomes === "" ? [] : [directive.becomes];
  const hint = "Remove it, or write what it stands for";
  const message = `\`${directive.whole}\` is not followed`;
  context.report(diagnostic("unsupported-directive", message, place, hint));
  return [directive.whole];
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

async function follow(
  { path, whole, partName, select, frame }: IncludeDirective,
  syntax: IncludeSyntax,
  from: string,
  place: Location,
  open: readonly string[],
  context: IncludeContext,
  mark: Mark,
): Promise<readonly string[]> {
  const found = await readIncluded(path, syntax, from, place, context);
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
  const isText = mark !== asTyped && frame === undefined && /\.(?:mdx?|markdown)$/i.test(found.path);
  const lines = select(isText ? withoutFrontMatter(found.text) : found.text);
  if (lines === undefined) {
    const message = `\`${found.path}\` has no lines \`${partName}\``;
    return fail(diagnostic("bad-include", message, place, "Correct the line numbers or the anchor's name"));
  }
  const length = lines.reduce((sum, line) => sum + line.length + LINE_COST, LINE_COST);
  const { text } = context.reader.limits;
  context.room = (context.room ?? text * MEBIBYTE) - length;
  if (context.room < 0) {
    const message = `\`${found.path}\` is included so often that the text is larger than ${text} MiB`;
    return fail(diagnostic("bad-include", message, place, "Remove some includes, or raise the limit `text`"));
  }
  const nested = [...open, found.path];
  const inner: string[] = [];
  const expand = expander(lines, found.path, nested, context, mark);
  for (const [index, line] of lines.entries()) {
    for (const each of await expand(line, index, () => place)) inner.push(each);
  }
  return frame === undefined ? inner : [frame[0], ...inner, frame[1]];
}

async function readIncluded(
  name: string,
  syntax: IncludeSyntax,
  from: string,
  place: Location,
  context: IncludeContext,
): Promise<{ path: string; text: string } | undefined> {
  const { reader, report, inputs } = context;
  const lookup = await lookupIncluded(name, syntax, from, context);
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
  written: string,
  { names, isByName }: IncludeSyntax,
  from: string,
  { folder, reader, files, content = "." }: IncludeContext,
): Promise<Lookup> {
  const [base, ...others] = [...(written.startsWith("/") ? [] : [posix.dirname(from)]), content, "."];
  const [path = "", ...also] = (names?.(written) ?? [written]).map((each) => each.replace(/^\/+/, ""));
  const first = await folder.lookup(path, base);
  if (first.status !== "missing") return first;
  for (const name of [path, ...also]) {
    for (const each of new Set([base!, ...others])) {
      const found = await folder.lookup(name, each);
      if (found.status !== "file") continue;
      reader.absent(first.path);
      return found;
    }
  }
  const named = isByName ? await files?.named(posix.basename(path)) : undefined;
  return named === undefined ? first : folder.lookup(named);
}
