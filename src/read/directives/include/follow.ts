/**
 * Puts files in the place of what includes them, in the syntax of the tools that a text is written for.
 *
 * What cannot be included leaves a mark: `[…]{.missing}` in the text, the directive itself in code.
 */
import { type Diagnostic, diagnostic } from "../../../diagnostics/diagnostic.js";
import type { Location } from "../../../diagnostics/location.js";
import { withoutFrontMatter } from "../../../model/front-matter.js";
import { MEBIBYTE } from "../../../model/limits.js";
import { listingsOf } from "../fences.js";
import { type Line, splitLines } from "../lines.js";
import { rawPieces } from "../raw.js";
import { codeSpans } from "../tags.js";
import { type IncludeContext, readIncluded } from "./included-file.js";
import type { Directive, IncludeDirective, IncludeSyntax } from "./syntax.js";

/** As deep as mdBook follows files that include files. */
const DEEPEST = 10;
/** What a line counts for besides its letters: ten files that each include the next ten times are 10^10 copies of the last one. */
const LINE_COST = 8;

/** What stands in the place of a file that cannot be included. */
type Mark = (path: string, directive: string) => string;

const asTyped: Mark = (_, directive) => directive;
const asGap: Mark = (path) => `[${path.replace(/[[\]\\*_`<{$~^]/g, "\\$&")}]{.missing}`;

/** @param file Path of the section's file, relative to the publication's folder. */
export async function withIncludes(file: string, text: string, context: IncludeContext): Promise<Line[]> {
  const marks = context.syntaxes.flatMap((syntax) => syntax.marks);
  if (!marks.some((mark) => text.includes(mark)))
    return splitLines(text).map((each, origin) => ({ text: each, origin }));
  const placeOf = (origin: number) => (column: number) => ({ file, line: origin + 1, column: column + 1 });
  return expanded(splitLines(text), [file], asGap, placeOf, context);
}

/**
 * What is to be printed as it is stays.
 *
 * @param open see `Place`; the last of them is the file.
 * @param mark for lines that are no code.
 * @returns lines with the line here that each comes from.
 */
async function expanded(
  lines: readonly string[],
  open: readonly string[],
  mark: Mark,
  placeOf: (line: number) => PlaceAt,
  context: IncludeContext,
): Promise<Line[]> {
  const listings = listingsOf(lines);
  const pieces = rawPieces(lines, listings);
  const text = lines.join("\n");
  const written: Line[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index]!;
    const isListing = listings[index] !== undefined;
    const spans = isListing ? [] : codeSpans(line);
    const isCode = (column: number) => spans.some(({ start, end }) => start <= column && column < end);
    const found = directivesOf(line, text, (distance) => lines[index + distance], context.syntaxes).filter(
      ({ directive }) => directive.isTextOnly !== true || !(isListing || isCode(directive.index)),
    );
    const raw = pieces[index]!.filter(({ kind }) => kind === "raw");
    const isRaw = (column: number) =>
      raw.some(({ start, text }) => start <= column && column < start + text.length);
    const rules = { isRaw, isCode, isListing, mark: isListing ? asTyped : mark };
    const shown =
      found.length === 0 ? [line] : await expandLine({ line, found }, placeOf(index), open, rules, context);
    for (const each of shown) written.push({ text: each, origin: index });
    index += Math.max(0, ...found.map(({ directive }) => directive.linesBelow ?? 0));
  }
  return written;
}

interface PlacedDirective {
  readonly directive: Directive;
  readonly syntax: IncludeSyntax;
}

/** In their order; of two that lie over each other the first. */
function directivesOf(
  line: string,
  text: string,
  below: (distance: number) => string | undefined,
  syntaxes: readonly IncludeSyntax[],
): PlacedDirective[] {
  const found = syntaxes
    .filter(({ marks }) => marks.some((mark) => line.includes(mark)))
    .flatMap((syntax) => syntax.find(line, text, below).map((directive) => ({ directive, syntax })))
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

/** Where a directive stands. */
interface Place {
  /** The files that are being included, the section's own first; the directive is in the last one. */
  readonly open: readonly string[];
  /** For messages: in the section's own file. */
  readonly location: Location;
  readonly mark: Mark;
}

async function expandLine(
  { line, found }: { readonly line: string; readonly found: readonly PlacedDirective[] },
  at: PlaceAt,
  open: readonly string[],
  { isRaw, isCode, isListing, mark }: LineRules,
  context: IncludeContext,
): Promise<string[]> {
  const indent = /^\s*/.exec(line)![0];
  const pieces: string[] = [];
  let end = 0;
  for (const { directive, syntax } of found) {
    const { index, whole } = directive;
    if (isRaw(index) || (isListing && "path" in directive && directive.makesListing)) continue;
    const place = { open, location: open.length > 1 ? at(0) : at(index), mark };
    const shownBy = (own: IncludeContext) => shownIn({ directive, syntax }, place, own);
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

/** The lines that a directive stands for. */
async function shownIn(
  { directive, syntax }: PlacedDirective,
  place: Place,
  context: IncludeContext,
): Promise<readonly string[]> {
  if ("path" in directive) return follow(directive, syntax, place, context);
  if (directive.becomes !== undefined) return directive.becomes === "" ? [] : splitLines(directive.becomes);
  const hint = "Remove it, or write what it stands for";
  const message = `\`${directive.whole}\` is not followed`;
  context.report(diagnostic("unsupported-directive", message, place.location, hint));
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
  { path, whole, partName, select, frame, isCode }: IncludeDirective,
  syntax: IncludeSyntax,
  { open, location, mark }: Place,
  context: IncludeContext,
): Promise<readonly string[]> {
  const found = await readIncluded(path, syntax, open.at(-1)!, location, context);
  const gap = [mark(path, whole)];
  if (found === undefined) return gap;
  const fail = (each: Diagnostic) => {
    context.report(each);
    return gap;
  };
  if (open.includes(found.path) || open.length > DEEPEST) {
    return fail(
      diagnostic("bad-include", `\`${found.path}\` includes itself`, location, "Remove one of the includes"),
    );
  }
  // In a listing front matter is code like all else.
  const isText = mark !== asTyped && frame === undefined && /\.(?:mdx?|markdown|[qr]md)$/i.test(found.path);
  const lines = select(isText ? withoutFrontMatter(found.text) : found.text);
  if (lines === undefined) {
    const message = `\`${found.path}\` has no lines \`${partName}\``;
    return fail(
      diagnostic("bad-include", message, location, "Correct the line numbers or the anchor's name"),
    );
  }
  if (!takeRoom(lines, context)) {
    const { text } = context.reader.limits;
    const message = `\`${found.path}\` is included so often that the text is larger than ${text} MiB`;
    return fail(
      diagnostic("bad-include", message, location, "Remove some includes, or raise the limit `text`"),
    );
  }
  const inner =
    isCode === true
      ? lines
      : (await expanded(lines, [...open, found.path], mark, () => () => location, context)).map(
          ({ text }) => text,
        );
  return frame === undefined ? inner : [frame[0], ...inner, frame[1]];
}

/** Whether lines still fit in, which then have less room after them. */
function takeRoom(lines: readonly string[], context: IncludeContext): boolean {
  const length = lines.reduce((sum, line) => sum + line.length + LINE_COST, LINE_COST);
  context.room = (context.room ?? context.reader.limits.text * MEBIBYTE) - length;
  return context.room >= 0;
}
