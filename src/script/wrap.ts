/**
 * Breaks text into lines by counting its letters: all letters of a typescript are of one width, so lines are known
 * before anything is drawn, and come out the same everywhere.
 */
import type { Element, ElementContent, Text } from "hast";

export interface Line {
  readonly text: string;
  /** The same with its emphasis. */
  readonly children: readonly ElementContent[];
  /** Offset of its end in the paragraph, see `textOf`. */
  readonly end: number;
}

/** A text, and by what each piece of it is emphasised, from the outside in. */
interface Piece {
  readonly node: Text;
  readonly around: readonly Element[];
}

/**
 * @param nodes of a paragraph; its `br` elements end lines.
 * @param width of a line, in letters.
 */
export function wrap(nodes: readonly ElementContent[], width: number): Line[] {
  let start = 0;
  return splitAtBreaks(nodes).flatMap((pieces) => {
    const text = pieces.map(({ node }) => node.value).join("");
    const before = start;
    start += text.length + 1;
    return spansOf(text, width).map(({ from, to }) => ({
      text: text.slice(from, to),
      children: cut(pieces, from, to),
      end: before + to,
    }));
  });
}

/** How many columns a letter takes: a mark above another one takes none, a letter of the East two. */
function columnsOf(letter: string): number {
  return NOTHING.test(letter) ? 0 : WIDE.test(letter) ? 2 : 1;
}

const NOTHING = /[\p{Mn}\p{Me}\p{Cf}]/u;
const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303F\uFF01-\uFF60\p{Emoji_Presentation}]/u;

interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * Words with the spaces before them: a line may end there, and behind a hyphen between letters. It ends neither at a
 * space that is not to be broken nor at the one that French writes before some marks and within its quotes.
 */
const PIECE =
  /[^\S\u00A0\u202F]*(?:«\s+)?(?:(?:[^\s-]|[\u00A0\u202F]|-(?!\p{L})|(?<!\p{L})-)+-?|-)(?: [!?:;»]+(?=\s|$))*/gu;

function spansOf(text: string, width: number): Span[] {
  const spans: Span[] = [];
  let start = 0;
  let end = 0;
  for (const { 0: piece, index } of text.matchAll(PIECE)) {
    const to = index + piece.length;
    if (lettersWithin(text, start, width) >= to - start) {
      end = to;
      continue;
    }
    if (end > start) spans.push({ from: start, to: end });
    // The spaces at the end of a line go; a word that no line holds is cut.
    start = end > start || spans.length > 0 ? index + piece.length - piece.trimStart().length : start;
    for (
      let next = start + lettersWithin(text, start, width);
      next < to;
      next = start + lettersWithin(text, start, width)
    ) {
      spans.push({ from: start, to: next });
      start = next;
    }
    end = to;
  }
  return [...spans, { from: start, to: Math.max(start, end) }];
}

/** How many letters from an offset on one line holds; at least one. */
function lettersWithin(text: string, from: number, width: number): number {
  let columns = 0;
  let at = from;
  while (at < text.length) {
    const letter = String.fromCodePoint(text.codePointAt(at)!);
    columns += columnsOf(letter);
    if (columns > width && at > from) break;
    at += letter.length;
  }
  return at - from;
}

function splitAtBreaks(nodes: readonly ElementContent[]): Piece[][] {
  const lines: Piece[][] = [[]];
  const walk = (children: readonly ElementContent[], around: readonly Element[]): void => {
    for (const node of children) {
      if (node.type === "text") lines.at(-1)!.push({ node, around });
      else if (node.type !== "element") continue;
      else if (node.tagName === "br") lines.push([]);
      else walk(node.children, [...around, node]);
    }
  };
  walk(nodes, []);
  return lines;
}

/** Letters of the pieces of a line, with elements around them as in the source. */
function cut(pieces: readonly Piece[], from: number, to: number): ElementContent[] {
  const made: ElementContent[] = [];
  let at = 0;
  for (const { node, around } of pieces) {
    const value = node.value.slice(Math.max(0, from - at), Math.max(0, to - at));
    at += node.value.length;
    if (value === "") continue;
    const text: ElementContent = { ...node, value };
    made.push(
      around.reduceRight<ElementContent>((inner, element) => ({ ...element, children: [inner] }), text),
    );
  }
  return made;
}

/**
 * The offsets of a paragraph's text at which a sentence ends and another begins. A line that the writer has ended counts
 * as one letter.
 */
export function sentenceEnds(text: string): number[] {
  return [...text.matchAll(/[.!?…]["'”’»)\]]*\s+(?=\S)/g)].map(
    ({ 0: end, index }) => index + end.trimEnd().length,
  );
}

/** The text of a paragraph; where the writer has ended a line there is a line feed. */
export function textOf(nodes: readonly ElementContent[]): string {
  return splitAtBreaks(nodes)
    .map((pieces) => pieces.map(({ node }) => node.value).join(""))
    .join("\n");
}

/** A paragraph in two, at an offset of its text, without the space between. */
export function divide(
  nodes: readonly ElementContent[],
  at: number,
): readonly [ElementContent[], ElementContent[]] {
  const before: ElementContent[] = [];
  const after: ElementContent[] = [];
  let start = 0;
  splitAtBreaks(nodes).forEach((pieces, index) => {
    const length = pieces.reduce((sum, { node }) => sum + node.value.length, 0);
    const text = pieces.map(({ node }) => node.value).join("");
    const cutAt = Math.min(Math.max(at - start, 0), length);
    const skipped = cutAt + (cutAt > 0 ? text.slice(cutAt).length - text.slice(cutAt).trimStart().length : 0);
    if (index > 0) (start <= at ? before : after).push(BREAK);
    before.push(...cut(pieces, 0, cutAt));
    after.push(...cut(pieces, skipped, length));
    start += length + 1;
  });
  return [withoutBreaks(before), withoutBreaks(after)];
}

const BREAK: Element = { type: "element", tagName: "br", properties: {}, children: [] };

/** Without the ends of lines that nothing stands before or behind. */
function withoutBreaks(nodes: readonly ElementContent[]): ElementContent[] {
  const isBreak = (node: ElementContent) => node.type === "element" && node.tagName === "br";
  const first = nodes.findIndex((node) => !isBreak(node));
  const last = nodes.findLastIndex((node) => !isBreak(node));
  return nodes.slice(Math.max(first, 0), last + 1);
}
