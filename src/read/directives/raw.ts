/**
 * `{% raw %}` … `{% endraw %}` of GitBook and Jekyll: the tags go, and what stands between them is
 * text in which nothing is followed. They may stand on one line, or around many.
 *
 * In a listing they are code like all else. In code in a line of text they count when both are in it.
 */
import { type Tag, tagsIn } from "./tags.js";

export interface Piece {
  /** `raw` is printed as it is. */
  readonly kind: "text" | "raw";
  readonly text: string;
  /** Offset in the line. */
  readonly start: number;
}

interface PlacedTag extends Tag {
  readonly line: number;
}

/**
 * The pieces of each line, without the tags that come in pairs. One without its other half is text.
 *
 * @param listings for each line the listing that it is in; see `listingsOf`.
 */
export function rawPieces(lines: readonly string[], listings: readonly unknown[]): Piece[][] {
  const tags = lines.flatMap((text, line) =>
    !text.includes("{%") || listings[line] !== undefined
      ? []
      : tagsIn(text).map((tag): PlacedTag => ({ ...tag, line })),
  );
  const pairs = pairsOf(tags);
  const ofLine = new Map<number, PlacedTag[]>();
  for (const tag of pairs.flat()) {
    if (!ofLine.has(tag.line)) ofLine.set(tag.line, []);
    ofLine.get(tag.line)!.push(tag);
  }
  let kind: Piece["kind"] = "text";
  return lines.map((text, line) => {
    const pieces: Piece[] = [];
    let at = 0;
    for (const { start, end, name } of ofLine.get(line) ?? []) {
      pieces.push({ kind, text: text.slice(at, start), start: at });
      kind = name === "raw" ? "raw" : "text";
      at = end;
    }
    return [...pieces, { kind, text: text.slice(at), start: at }];
  });
}

function pairsOf(tags: readonly PlacedTag[]): (readonly [PlacedTag, PlacedTag])[] {
  const pairs: (readonly [PlacedTag, PlacedTag])[] = [];
  let open: PlacedTag | undefined;
  for (const tag of tags) {
    // Within a pair of the text, tags in code are a part of what is printed.
    const isOther = open !== undefined && spanOf(open) !== spanOf(tag) && tag.code !== undefined;
    if (isOther && open?.code === undefined) continue;
    if (open?.code !== undefined && spanOf(open) !== spanOf(tag)) open = undefined;
    if (tag.name === "raw") open ??= tag;
    else if (tag.name === "endraw" && open !== undefined) {
      pairs.push([open, tag]);
      open = undefined;
    }
  }
  return pairs;
}

/** Tells the code that a tag is inside of from all other code; the same for all that are in none. */
function spanOf({ line, code }: PlacedTag): string {
  return code === undefined ? "" : `${line}:${code}`;
}
