/**
 * Code on narrow screens. Lines wrap: where a line goes on it stands deeper than it began, so that it is not taken for
 * another one. Lines that are numbered or marked become blocks, which the styles count beside the text. Each keeps its
 * line break, so that code that is copied is what was written.
 */
import type { Element, ElementContent } from "hast";
import { firstLineNumber, lineBlock, splitLines, takeLineMarks } from "../../../adapt/code-lines.js";
import { visitNodes } from "../../../hast/visit.js";
import type { ContentRule } from "./rule.js";

/** Letters: a phone has room for about forty. */
const LONG = 36;
/** How much deeper a line goes on, and how deep at most, in letters. */
const STEP = 2;
const DEEPEST = 12;
const TAB = 4;

const END: ElementContent = { type: "text", value: "\n" };

export const codeLines: ContentRule = (element) => {
  if (element.tagName !== "pre") return element;
  const first = firstLineNumber(element);
  const marks = takeLineMarks(element);
  const [code] = element.children;
  const holder = code?.type === "element" && code.tagName === "code" ? code : element;
  const lines = splitLines(holder.children);
  const isCounted = first !== undefined || marks !== undefined;
  const children = isCounted
    ? lines.map((line, at) =>
        lineBlock([...line, END], first === undefined ? undefined : first + at, marks?.get(at)),
      )
    : hanging(lines);
  if (children === undefined) return element;
  return { ...element, children: holder === element ? children : [{ ...holder, children }] };
};

/** The lines of a listing, long ones as blocks; undefined when it has none of these. */
function hanging(lines: readonly ElementContent[][]): ElementContent[] | undefined {
  const texts = lines.map(textOf);
  if (texts.every((text) => text.length <= LONG)) return undefined;
  return lines.flatMap((line, at) => {
    const text = texts[at]!;
    if (text.length <= LONG) return [...line, END];
    const [indent = ""] = /^\s*/.exec(text) ?? [];
    const depth = Math.min(indent.replaceAll("\t", " ".repeat(TAB)).length, DEEPEST) + STEP;
    const block = lineBlock([...line, END]);
    return {
      ...block,
      properties: { ...block.properties, style: `padding-left: ${depth}ch; text-indent: -${depth}ch` },
    };
  });
}

function textOf(nodes: readonly ElementContent[]): string {
  let text = "";
  const root: Element = { type: "element", tagName: "span", properties: {}, children: [...nodes] };
  visitNodes(root, (node) => {
    if (node.type === "text") text += node.value;
  });
  return text;
}
