/**
 * Gives wide letters in code two columns, as in every editor and terminal: tables and boxes that are drawn with
 * letters keep their edges, whatever font Chinese letters or emoji come from.
 *
 * Only where something is aligned behind them: a cell is an element, and a comment in Japanese needs none.
 */
import type { Element, ElementContent, Text } from "hast";

/** East Asian Width W and F (Unicode Standard Annex 11), but for what no font has. */
const WIDE =
  /^(?:[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\p{Script=Yi}\u3000-\u303E\u30FC\uFF01-\uFF60\uFFE0-\uFFE6\p{Emoji_Presentation}](?<![\uFF61-\uFFDC])|\p{Emoji}\uFE0F)/u;
const ANY_WIDE = new RegExp(WIDE.source.slice(1), "u");

/** What stands in a column: behind two blanks or a tab, or the line of a box. */
const ALIGNED = /(?: {2}|\t)\S|[|\u2500-\u257F]/g;

const letters = new Intl.Segmenter("en", { granularity: "grapheme" });

/** The nodes of a line of code, with a cell around each wide letter before something that is aligned. */
export function withWideLetters(line: readonly ElementContent[]): ElementContent[] {
  const text = line.map(textOf).join("");
  if (!ANY_WIDE.test(text)) return [...line];
  const end = [...text.matchAll(ALIGNED)].at(-1)?.index ?? 0;
  return end === 0 ? [...line] : inCells(line, end);
}

/** @param end letters of the nodes that may stand in cells. */
function inCells(nodes: readonly ElementContent[], end: number): ElementContent[] {
  let left = end;
  return nodes.flatMap((node) => {
    const room = left;
    left -= textOf(node).length;
    if (room <= 0) return [node];
    if (node.type === "text") return cellsOf(node, room);
    return node.type === "element" ? [{ ...node, children: inCells(node.children, room) }] : [node];
  });
}

function cellsOf({ value }: Text, end: number): ElementContent[] {
  const nodes: ElementContent[] = [];
  for (const { segment, index } of letters.segment(value)) {
    const last = nodes.at(-1);
    if (index < end && WIDE.test(segment)) nodes.push(cell(segment));
    else if (last?.type === "text") last.value += segment;
    else nodes.push({ type: "text", value: segment });
  }
  return nodes;
}

function cell(letter: string): Element {
  const children: ElementContent[] = [{ type: "text", value: letter }];
  return { type: "element", tagName: "span", properties: { className: ["wide"] }, children };
}

function textOf(node: ElementContent): string {
  if (node.type === "text") return node.value;
  return node.type === "element" ? node.children.map(textOf).join("") : "";
}
