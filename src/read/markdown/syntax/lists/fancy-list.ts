/**
 * Lists with letters, Roman numerals, numbers in parentheses, `#.` and examples, as in Pandoc.
 *
 * Their marks become numbers of CommonMark, in the text that is being read, and the rule for
 * ordered lists reads them. One item alone is a list only where its mark can be nothing else: `c. 1850` and
 * `i. e.` are words that a paragraph begins with. Nor are lines a list whose marks do not count on, `b. 1809` above
 * `d. 1865`: with the numbers of a list they would say something else. All marks may be the first one.
 */
import type { MarkdownIt, StateBlock, Token } from "markdown-it";
import { lineText } from "../line-text.js";
import { type Marker, readMarker } from "./marker.js";

/** Characters of the number that stands for a mark; what belongs to an item is as far in as its text would be. */
const WIDTH = 2;
/** What begins another block when it is not indented: what follows it is no item of the list. */
const OTHER_BLOCK = /^(?:`{3}|~{3}|#{1,6}(?:\s|$)|>|:::|[-*+|]|<)/;
/** An item of CommonMark: its list is another one, though the rule for both would go on with it. */
const PLAIN_ITEM = /^\d{1,9}[.)](?:\s|$)/;

interface Item {
  readonly line: number;
  readonly marker: Marker;
}

interface List {
  readonly items: readonly Item[];
  /** A line that nothing of the list can reach. */
  readonly end: number;
}

type Rule = Parameters<MarkdownIt["block"]["ruler"]["at"]>[1];

export function fancyList(md: MarkdownIt): void {
  const ordered = md.block.ruler.getRules("").find(({ name }) => name === "list")!;
  md.block.ruler.before("list", "fancy_list", listRule(ordered), { alt: ["paragraph"] });
}

function listRule(ordered: Rule): Rule {
  return (state, line, endLine, silent) => {
    if (state.sCount[line]! - state.blkIndent >= 4) return false;
    const first = readMarker(lineText(state, line));
    if (!first || (silent && !mayInterrupt(state, line, first))) return false;
    const list = listAt(state, line, endLine, first);
    if (first.counting !== "default" && first.counting !== "example" && list.items.length === 1) return false;
    if (silent) return true;
    const at = state.tokens.length;
    if (!readNumbered(state, list, ordered)) return false;
    describe(state.tokens, at, first, list.items);
    return true;
  };
}

/** A list may follow right after the words of the item around it, when it begins at its beginning. */
function mayInterrupt(state: StateBlock, line: number, { number }: Marker): boolean {
  return state.listIndent >= 0 && state.sCount[line]! >= state.blkIndent && number === 1;
}

/** The lines of the list that have a mark, up to where something else begins. */
function listAt(state: StateBlock, start: number, endLine: number, first: Marker): List {
  const items: Item[] = [{ line: start, marker: first }];
  let last = first;
  let content = contentColumn(state, start);
  for (let line = start + 1; line < endLine; line++) {
    if (state.isEmpty(line) || state.sCount[line]! >= content) continue;
    const text = lineText(state, line);
    const isOutside = state.sCount[line]! < state.blkIndent;
    const marker = isOutside ? undefined : readMarker(text, first.counting);
    if (marker && isAlike(marker, first) && countsOn(marker, last)) {
      items.push({ line, marker });
      last = marker;
      content = contentColumn(state, line);
    } else if (state.isEmpty(line - 1) || PLAIN_ITEM.test(text) || (marker && isAlike(marker, first))) {
      return { items, end: line };
    } else if (isOutside || marker || OTHER_BLOCK.test(text)) {
      return { items, end: emptyLine(state, line, endLine) };
    }
  }
  return { items, end: endLine };
}

function countsOn({ number }: Marker, last: Marker): boolean {
  return number === last.number + 1 || (number === 1 && last.number === 1);
}

function emptyLine(state: StateBlock, from: number, endLine: number): number {
  let line = from;
  while (line < endLine && !state.isEmpty(line)) line += 1;
  return line;
}

function isAlike(marker: Marker, first: Marker): boolean {
  return marker.counting === first.counting && marker.delimiter === first.delimiter;
}

/** The least column of what belongs to an item. */
function contentColumn(state: StateBlock, line: number): number {
  return state.sCount[line]! + WIDTH + 1;
}

/**
 * Reads a list with numbers in the place of its marks. Its lines are all the text meanwhile: with each list
 * written into it, a long text would be copied as often as it has lists.
 */
function readNumbered(state: StateBlock, { items, end }: List, ordered: Rule): boolean {
  const start = items[0]!.line;
  const { src } = state;
  const base = state.bMarks[start]!;
  state.src = withNumbers(state, items, end);
  shift(state, start, end, -base);
  const isRead = ordered(state, start, end, false);
  shift(state, start, end, base);
  state.src = src;
  return isRead;
}

/** What belongs to an item is no further in for a long mark. */
function withNumbers(state: StateBlock, items: readonly Item[], end: number): string {
  const pieces: string[] = [];
  let at = state.bMarks[items[0]!.line]!;
  for (const { line, marker } of items) {
    const start = state.bMarks[line]! + state.tShift[line]!;
    const number = marker.delimiter === "period" ? "1." : "1)";
    pieces.push(state.src.slice(at, start), number.padStart(marker.width));
    // As if the line began so much further on.
    state.bMarks[line]! += marker.width - WIDTH;
    at = start + marker.width;
  }
  return pieces.join("") + state.src.slice(at, state.eMarks[end - 1]);
}

function shift({ bMarks, eMarks }: StateBlock, start: number, end: number, by: number): void {
  for (let line = start; line < end; line++) {
    bMarks[line]! += by;
    eMarks[line]! += by;
  }
}

const COUNTER_STYLES: Readonly<Record<Marker["counting"], string>> = {
  a: "lower-alpha",
  A: "upper-alpha",
  i: "lower-roman",
  I: "upper-roman",
  "1": "decimal",
  default: "decimal",
  example: "decimal",
};

/** Says on the tokens of the list how it counts, and of examples what they are called. */
function describe(tokens: readonly Token[], at: number, first: Marker, items: readonly Item[]): void {
  const list = tokens[at]!;
  const { counting, delimiter, number } = first;
  list.attrs = (list.attrs ?? []).filter(([name]) => name !== "start");
  if (number !== 1) list.attrSet("start", String(number));
  if (/^[aAiI]$/.test(counting)) list.attrSet("type", counting);
  if (delimiter !== "period") list.attrJoin("class", `${delimiter}-${COUNTER_STYLES[counting]}`);
  if (counting !== "example") return;
  list.attrJoin("class", "example");
  const labels = new Map(items.map(({ line, marker }) => [line, marker.label]));
  for (const token of tokens.slice(at)) {
    const label = token.level === list.level + 1 && token.map ? labels.get(token.map[0]) : undefined;
    if (token.type === "list_item_open" && label) token.attrSet("data-example", label);
  }
}
