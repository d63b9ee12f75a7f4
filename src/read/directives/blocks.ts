/**
 * What mdBook and GitBook write for a web page and a book shows otherwise: lines of Rust that
 * mdBook hides, and the blocks of GitBook, `{% hint style="info" %}` … `{% endhint %}`.
 *
 * A block may begin and end anywhere in a line; what stands around its tags stays text.
 */
import { diagnostic, type Report } from "../../diagnostics/diagnostic.js";
import type { Location } from "../../diagnostics/location.js";
import { listingsOf } from "./fences.js";
import type { Line } from "./lines.js";
import { type Piece, rawPieces } from "./raw.js";
import { type Tag, tagsIn } from "./tags.js";

const FENCE = "````";

/** Classes of the notes that a book has, by GitBook's styles. */
const HINTS: Readonly<Record<string, string>> = {
  info: "note",
  success: "tip",
  warning: "warning",
  danger: "caution",
};

type Written = (argument: (name: string) => string | undefined) => string;

const title: Written = (argument) => bold(argument("title"));
const nothing: Written = () => "";

/** Tags of GitBook, with what they say in a book. */
const BLOCKS: ReadonlyMap<string, Written> = new Map<string, Written>([
  ["hint", (argument) => `::: ${hintClass(argument("style"))}`],
  ["endhint", () => ":::"],
  ["tab", title],
  ["code", title],
  ["embed", (argument) => `<${argument("url")}>`],
  ...[
    ...["tabs", "endtab", "endtabs", "endcode", "endembed", "content-ref", "endcontent-ref"],
    ...["filename", "endfilename"],
  ].map((name) => [name, nothing] as const),
]);

/** Tags between which there is code without fences: Jekyll's, and those of GitBook's exercises. */
const LISTINGS: ReadonlySet<string> = new Set([
  ...["highlight", "codeblock", "initial", "solution", "validation", "context"],
]);
const LISTING_ENDS: ReadonlySet<string> = new Set(["endhighlight", "endcodeblock", "endexercise"]);

function hintClass(style: string | undefined): string {
  return (style !== undefined && Object.hasOwn(HINTS, style) && HINTS[style]) || "note";
}

function bold(text: string | undefined): string {
  return text?.trim() ? `**${text.trim()}**` : "";
}

/** What goes for one text. */
interface TextState {
  readonly file: string;
  readonly report: Report;
  /** Names of tags that have their other half in the text: `exercise` and `endexercise`. */
  readonly paired: ReadonlySet<string>;
  /** Names of unknown tags that have been told. */
  readonly told: Set<string>;
  /** True between tags that stand for the fences of a listing. */
  isInListing: boolean;
}

/**
 * Writes the tags of a text as Markdown. What one that nobody knows stands around is kept, without the tag.
 *
 * @param file Path of the section's file, relative to the publication's folder.
 */
export function withBlocks(file: string, lines: readonly Line[], report: Report): Line[] {
  const texts = lines.map(({ text }) => text);
  const listings = listingsOf(texts);
  const pieces = rawPieces(texts, listings);
  const paired = pairedNames(texts.filter((_, index) => listings[index] === undefined));
  const state: TextState = { file, report, paired, told: new Set(), isInListing: false };
  const written = lines.flatMap((line, index) => {
    const listing = listings[index];
    if (listing !== undefined) return listing.language === "rust" ? shownRust(line) : [line];
    return withoutTags(line, pieces[index]!, state);
  });
  return state.isInListing ? [...written, { text: FENCE, origin: lines.at(-1)?.origin ?? 0 }] : written;
}

function pairedNames(texts: readonly string[]): ReadonlySet<string> {
  const names = new Set(
    texts.flatMap((text) => tagsIn(text).flatMap(({ name, code }) => (code === undefined ? [name] : []))),
  );
  return new Set(
    [...names].filter((name) => names.has(`end${name}`)).flatMap((name) => [name, `end${name}`]),
  );
}

/** `# use std::fs;` is compiled and not shown; `## x` shows `# x`. Attributes, `#[…]`, are shown. */
function shownRust(line: Line): Line[] {
  if (/^\s*#(?:\s|$)/.test(line.text)) return [];
  return [{ ...line, text: line.text.replace(/^(\s*)##/, "$1#") }];
}

function withoutTags(line: Line, pieces: readonly Piece[], state: TextState): Line[] {
  const [indent] = /^[\s>]*/.exec(line.text)!;
  const isRow = line.text.startsWith("|", indent.length);
  const written = [""];
  for (const { kind, text, start } of pieces) {
    const tags = kind === "raw" || isRow ? [] : tagsIn(text).filter((tag) => isDirective(tag, text, state));
    let at = 0;
    for (const tag of tags) {
      written[written.length - 1] += text.slice(at, tag.start);
      const place = { file: state.file, line: line.origin + 1, column: start + tag.start + 1 };
      written.push(...writeTag(tag, text.slice(tag.start, tag.end), place, state), "");
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
function isDirective({ name, code, start, end }: Tag, text: string, { paired }: TextState): boolean {
  // Half a pair of raw tags is text; see `rawPieces`.
  if (code !== undefined || /^(?:end)?raw$/.test(name)) return false;
  const isAlone = text.slice(0, start).trim() === "" && text.slice(end).trim() === "";
  return BLOCKS.has(name) || paired.has(name) || isAlone;
}

/** The lines in the place of a tag; between blank lines it ends what is before it and is no part of what is after it. */
function writeTag(tag: Tag, whole: string, place: Location, state: TextState): readonly string[] {
  const argument = (name: string) => new RegExp(`\\b${name}=["']([^"']*)["']`).exec(tag.words)?.[1];
  const film = /^(?:embed\s+)?youtube\b/.test(`${tag.name} ${tag.words}`) ? argument("id") : undefined;
  if (film !== undefined) return ["", `<https://www.youtube.com/watch?v=${encodeURIComponent(film)}>`, ""];
  const known = tag.name !== "embed" || argument("url") ? BLOCKS.get(tag.name) : undefined;
  if (known !== undefined) return ["", known(argument), ""];
  const isListing = LISTINGS.has(tag.name);
  const closed = state.isInListing && (isListing || LISTING_ENDS.has(tag.name)) ? [FENCE] : [];
  if (isListing) {
    state.isInListing = true;
    return [...closed, "", FENCE + (tag.name === "highlight" ? (tag.words.split(/\s/)[0] ?? "") : "")];
  }
  if (closed.length > 0) state.isInListing = false;
  else if (tag.name !== "exercise" && !LISTING_ENDS.has(tag.name)) tellUnknown(tag, whole, place, state);
  return [...closed, "", ""];
}

/** One message for a name, whatever stands in its tag. */
function tellUnknown({ name, words }: Tag, whole: string, place: Location, state: TextState): void {
  const first = name.replace(/^end/, "");
  if (state.told.has(first)) return;
  state.told.add(first);
  const isHalf = state.paired.has(name);
  const kept = isHalf ? "what it contains is kept" : "it is left out";
  const hint = words === "" || isHalf ? "Remove it" : "Remove it, or write what it stands for";
  state.report(diagnostic("unsupported-directive", `\`${whole}\` is not followed; ${kept}`, place, hint));
}
