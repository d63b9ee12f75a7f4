/**
 * Writes the tags of a tool as Markdown: what a web page shows by them a book shows otherwise.
 *
 * A tag may stand anywhere in a line; what stands around it stays text.
 */
import { diagnostic, type Report } from "../../../diagnostics/diagnostic.js";
import type { Location } from "../../../diagnostics/location.js";
import { listingsOf } from "../fences.js";
import type { Line } from "../lines.js";
import { type Piece, rawPieces } from "../raw.js";
import type { Tag } from "../tags.js";
import { type BlockSyntax, tagWords } from "./syntax.js";

const FENCE = "````";

/** What goes for one text. */
interface TextState {
  readonly file: string;
  readonly syntax: BlockSyntax;
  readonly report: Report;
  /** Names of tags that have their other half in the text: `exercise` and `endexercise`. */
  readonly paired: ReadonlySet<string>;
  /** Names of unknown tags that have been told. */
  readonly told: Set<string>;
  /** True between tags that stand for the fences of a listing. */
  isInListing: boolean;
}

/**
 * What a tag that nobody knows stands around is kept, without the tag.
 *
 * @param file Path of the section's file, relative to the publication's folder.
 */
export function withBlocks(
  file: string,
  written: readonly Line[],
  syntax: BlockSyntax,
  report: Report,
): readonly Line[] {
  const lines = syntax.wholeTags?.(written) ?? written;
  const texts = lines.map(({ text }) => text);
  const listings = listingsOf(texts);
  const pieces = syntax.raw === "liquid" ? rawPieces(texts, listings) : texts.map(whole);
  const paired = pairedNames(
    texts.filter((_, index) => listings[index] === undefined),
    syntax,
  );
  const state: TextState = { file, syntax, report, paired, told: new Set(), isInListing: false };
  const marked = lines.flatMap((line, index) =>
    listings[index] !== undefined ? [line] : withoutTags(line, pieces[index]!, state),
  );
  const closed = state.isInListing ? [{ text: FENCE, origin: lines.at(-1)?.origin ?? 0 }] : [];
  const { unescaped } = syntax;
  const all = [...marked, ...closed];
  return unescaped === undefined ? all : all.map((line) => ({ ...line, text: unescaped(line.text) }));
}

function whole(text: string): Piece[] {
  return [{ kind: "text", text, start: 0 }];
}

function pairedNames(texts: readonly string[], { tagsIn }: BlockSyntax): ReadonlySet<string> {
  const names = new Set(
    texts.flatMap((text) => tagsIn(text).flatMap(({ name, code }) => (code === undefined ? [name] : []))),
  );
  return new Set(
    [...names].filter((name) => names.has(`end${name}`)).flatMap((name) => [name, `end${name}`]),
  );
}

function withoutTags(line: Line, pieces: readonly Piece[], state: TextState): Line[] {
  const [indent] = /^[\s>]*/.exec(line.text)!;
  const isRow = line.text.startsWith("|", indent.length);
  const written = [""];
  for (const { kind, text, start } of pieces) {
    const tags =
      kind === "raw" || isRow ? [] : state.syntax.tagsIn(text).filter((tag) => isDirective(tag, text, state));
    let at = 0;
    for (const tag of tags) {
      written[written.length - 1] += text.slice(at, tag.start);
      const place = { file: state.file, line: line.origin + 1, column: start + tag.start + 1 };
      const inPlace = writeTag(tag, text.slice(tag.start, tag.end), place, state);
      if (typeof inPlace === "string") written[written.length - 1] += inPlace;
      else written.push(...inPlace, "");
      at = tag.end;
    }
    written[written.length - 1] += text.slice(at);
  }
  if (written.length === 1) return [{ ...line, text: written[0]! }];
  // The first line of a listing is the one after the tag.
  if (state.isInListing && written.at(-1)?.trim() === "") written.pop();
  const [before = "", ...after] = written;
  const rest = after.map((each) => (each.trim() === "" ? indent.trimEnd() : indent + each.trim()));
  const kept = before.trim() === indent.trim() ? rest : [before, ...rest];
  return kept.map((text) => ({ ...line, text }));
}

/** In a line of words a tag that nobody knows is one only when its other half is there: else it may be spoken of. */
function isDirective({ name, code, start, end }: Tag, text: string, { paired, syntax }: TextState): boolean {
  // Half a pair of raw tags is text; see `rawPieces`.
  if (code !== undefined || (syntax.raw === "liquid" && /^(?:end)?raw$/.test(name))) return false;
  const isAlone = text.slice(0, start).trim() === "" && text.slice(end).trim() === "";
  return syntax.meanings.has(name) || paired.has(name) || isAlone;
}

/**
 * A part of the line that the tag stands in, or the lines in its place: between blank lines a block ends what is
 * before it and is no part of what is after it.
 */
function writeTag(tag: Tag, written: string, place: Location, state: TextState): string | readonly string[] {
  const { syntax } = state;
  const meaning = syntax.meanings.get(tag.name);
  const text = meaning?.write(tagWords(tag.words));
  const isEnd = isEndOfListing(tag, syntax);
  const closed = state.isInListing && (isEnd || meaning?.place === "listing") ? [FENCE] : [];
  if (meaning?.place === "listing") {
    state.isInListing = true;
    return [...closed, "", FENCE + text];
  }
  if (isEnd) state.isInListing = false;
  else if (text === undefined && syntax.silent?.has(tag.name) !== true)
    tellUnknown(tag, written, place, state);
  else if (meaning?.place === "line" && text !== undefined) return text;
  return [...closed, "", text ?? "", ""];
}

function isEndOfListing({ name }: Tag, { meanings, listingEnds }: BlockSyntax): boolean {
  const isOwn = name.startsWith("end") && meanings.get(name.slice(3))?.place === "listing";
  return isOwn || listingEnds?.has(name) === true;
}

/** One message for a name, whatever stands in its tag. */
function tellUnknown({ name, words }: Tag, written: string, place: Location, state: TextState): void {
  const first = name.replace(/^end/, "");
  if (state.told.has(first)) return;
  state.told.add(first);
  const isHalf = state.paired.has(name);
  const kept = isHalf ? "what it contains is kept" : "it is left out";
  const hint = words === "" || isHalf ? "Remove it" : "Remove it, or write what it stands for";
  state.report(diagnostic("unsupported-directive", `\`${written}\` is not followed; ${kept}`, place, hint));
}
