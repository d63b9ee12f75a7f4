/**
 * Puts the numbers of annotations behind the lines of code that they belong to, as links to what the list below says.
 * The parser has written on the listing where they are: `data-annotations="line:number:id …"`, lines from 0.
 *
 * A number is one character, `①`, as far as there are such: who copies the code sees what is none of it.
 */
import type { Element, ElementContent, Root, Text } from "hast";
import { eachElement } from "./step.js";

interface Annotation {
  readonly number: number;
  /** Of the item that explains it; empty when none does. */
  readonly id: string;
}

/** The numbers that Unicode has in circles in one row, U+2460 to U+2473. */
const MOST_IN_CIRCLES = 20;

export function annotate(tree: Root): void {
  eachElement(tree, (element) => {
    if (element.tagName !== "pre") return undefined;
    const { dataAnnotations, ...properties } = element.properties;
    if (typeof dataAnnotations !== "string") return "skip";
    element.properties = properties;
    const code = element.children.find((child): child is Element => child.type === "element") ?? element;
    code.children = withMarks(code.children, { line: 0, all: readAnnotations(dataAnnotations) });
    return "skip";
  });
}

function readAnnotations(text: string): Map<number, Annotation[]> {
  const all = new Map<number, Annotation[]>();
  for (const [, line, number, id] of text.matchAll(/(\d+):(\d+):(\S*)/g)) {
    const own = all.get(Number(line)) ?? [];
    own.push({ number: Number(number), id: id! });
    all.set(Number(line), own);
  }
  return all;
}

interface Cursor {
  line: number;
  readonly all: ReadonlyMap<number, readonly Annotation[]>;
}

function withMarks(nodes: readonly ElementContent[], cursor: Cursor): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type === "element") return [{ ...node, children: withMarks(node.children, cursor) }];
    if (node.type !== "text") return [node];
    const [first = "", ...rest] = node.value.split("\n");
    const made: ElementContent[] = [];
    let piece: Text = { ...node, value: first };
    for (const [index, next] of rest.entries()) {
      const marks = cursor.all.get(cursor.line++) ?? [];
      if (marks.length === 0) piece.value += `\n${next}`;
      else {
        made.push(piece, ...marks.flatMap(markOf));
        piece = pieceOf(node, index, `\n${next}`);
      }
    }
    return [...made, piece];
  });
}

/** What begins with the end of a line of a text, with its place. */
function pieceOf({ position }: Text, line: number, value: string): Text {
  if (position === undefined) return { type: "text", value };
  const { start, end } = position;
  return { type: "text", value, position: { start: { ...start, line: start.line + line }, end } };
}

function markOf({ number, id }: Annotation): ElementContent[] {
  const value =
    number >= 1 && number <= MOST_IN_CIRCLES ? String.fromCharCode(0x245f + number) : `(${number})`;
  const properties = { className: ["annotation"], dataAnnotation: String(number) };
  const children = [{ type: "text" as const, value }];
  const mark: Element =
    id === ""
      ? { type: "element", tagName: "span", properties, children }
      : { type: "element", tagName: "a", properties: { href: `#${id}`, ...properties }, children };
  return [{ type: "text", value: " " }, mark];
}
