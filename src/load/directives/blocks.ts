/**
 * What mdBook and GitBook write for a web page and a book shows otherwise: lines of Rust that
 * mdBook hides, and the blocks of GitBook, `{% hint style="info" %}` … `{% endhint %}`.
 *
 * A block may begin and end anywhere in a line; what stands around its tags stays text.
 */
import { diagnostic, type Report } from "../../diagnostics/diagnostic.js";
import { listingsOf } from "./fences.js";
import type { Line } from "./lines.js";
import { type Piece, rawPieces } from "./raw.js";
import { type Tag, tagsIn } from "./tags.js";

/** Classes of the notes that a book has, by GitBook's styles. */
const HINTS: Readonly<Record<string, string>> = {
  info: "note",
  success: "tip",
  warning: "warning",
  danger: "caution",
};

type Written = (argument: (name: string) => string | undefined) => string;

const title: Written = (argument) => bold(argument("title"));

const BLOCKS: ReadonlyMap<string, Written> = new Map<string, Written>([
  ["hint", (argument) => `::: ${hintClass(argument("style"))}`],
  ["endhint", () => ":::"],
  ["tab", title],
  ["code", title],
  ["embed", (argument) => (argument("url") ? `<${argument("url")}>` : "")],
  ...["tabs", "endtab", "endtabs", "endcode", "endembed", "content-ref", "endcontent-ref"].map(
    (name) => [name, () => ""] as const,
  ),
]);

function hintClass(style: string | undefined): string {
  return (style !== undefined && Object.hasOwn(HINTS, style) && HINTS[style]) || "note";
}

function bold(text: string | undefined): string {
  return text?.trim() ? `**${text.trim()}**` : "";
}

/** @param file Path of the section's file, relative to the publication's folder. */
export function withBlocks(file: string, lines: readonly Line[], report: Report): Line[] {
  const texts = lines.map(({ text }) => text);
  const listings = listingsOf(texts);
  const pieces = rawPieces(texts, listings);
  return lines.flatMap((line, index) => {
    const listing = listings[index];
    if (listing !== undefined) return listing.language === "rust" ? shownRust(line) : [line];
    return withoutTags(file, line, pieces[index]!, report);
  });
}

/** `# use std::fs;` is compiled and not shown; `## x` shows `# x`. Attributes, `#[…]`, are shown. */
function shownRust(line: Line): Line[] {
  if (/^\s*#(?:\s|$)/.test(line.text)) return [];
  return [{ ...line, text: line.text.replace(/^(\s*)##/, "$1#") }];
}

function withoutTags(file: string, line: Line, pieces: readonly Piece[], report: Report): Line[] {
  const [indent] = /^[\s>]*/.exec(line.text)!;
  const isRow = line.text.startsWith("|", indent.length);
  const written = [""];
  for (const { kind, text } of pieces) {
    const tags =
      kind === "raw" || isRow
        ? []
        : tagsIn(text).filter(({ name, code }) => code === undefined && BLOCKS.has(name));
    let at = 0;
    for (const tag of tags) {
      written[written.length - 1] += text.slice(at, tag.start);
      // Between blank lines it ends the paragraph before it and is no part of the one after it.
      written.push("", writeBlock(tag), "", "");
      at = tag.end;
    }
    written[written.length - 1] += text.slice(at);
  }
  if (written.length === 1) return [unknownTold(file, { ...line, text: written[0]! }, pieces, report)];
  const [before = "", ...after] = written;
  const rest = after.map((each) => (each.trim() === "" ? indent.trimEnd() : indent + each.trim()));
  const kept = before.trim() === indent.trim() ? rest : [before, ...rest];
  return kept.map((text) => ({ ...line, text }));
}

function writeBlock({ name, words }: Tag): string {
  return BLOCKS.get(name)!((argument) => new RegExp(`\\b${argument}="([^"]*)"`).exec(words)?.[1]);
}

/** A tag on a line of its own that nobody knows stays, and is told. */
function unknownTold(file: string, line: Line, pieces: readonly Piece[], report: Report): Line {
  const text = line.text.trim();
  const [tag, second] = pieces.some(({ kind }) => kind === "raw") ? [] : tagsIn(text);
  if (tag === undefined || second !== undefined || tag.start > 0 || tag.end < text.length) return line;
  const place = { file, line: line.origin + 1, column: line.text.indexOf(text) + 1 };
  const hint = "Take it out, or write what it stands for";
  report(diagnostic("unsupported-directive", `\`${text}\` is not followed`, place, hint));
  return line;
}
