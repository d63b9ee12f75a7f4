/**
 * The title that front matter gives is the heading of a text that has none of the first level. Sites that show it
 * nowhere have it again above the text, as a heading of some level: that one is it.
 */
import type { Element, ElementContent, Root } from "hast";
import { visitNodes } from "../../hast/visit.js";
import { placeOf } from "../source.js";
import type { TreeContext } from "./step.js";

export interface TitleRules {
  /** The title of a text that has none of its own. */
  readonly otherwise?: string | undefined;
  /** Reads what is no plain text. Default: it is plain. */
  readonly read?: ((title: string) => readonly ElementContent[]) | undefined;
}

export function addTitle(tree: Root, { source }: TreeContext, { otherwise, read }: TitleRules = {}): void {
  const { title = otherwise, titleLine = 0 } = source.frontMatter ?? {};
  const hasHeading = tree.children.some((node) => node.type === "element" && node.tagName === "h1");
  if (title === undefined || hasHeading) return;
  const first = tree.children.find((node) => node.type !== "text" || node.value.trim() !== "");
  if (first?.type === "element" && /^h[2-6]$/.test(first.tagName) && sayTheSame(textOf(first), title)) {
    first.tagName = "h1";
    return;
  }
  const start = placeOf(source, source.lineStarts[titleLine] ?? 0);
  const position = { start, end: start };
  const heading: Element = {
    type: "element",
    tagName: "h1",
    properties: {},
    children: read ? [...read(title)] : [{ type: "text", value: title }],
    position,
  };
  visitNodes(heading, (node) => {
    node.position = position;
    return undefined;
  });
  tree.children.unshift(heading);
}

function sayTheSame(heading: string, title: string): boolean {
  const [one, other] = [heading, title].map((text) => text.replace(/\s+/g, " ").trim().toLowerCase());
  return one === other;
}

function textOf(node: ElementContent): string {
  if (node.type === "text") return node.value;
  return node.type === "element" ? node.children.map(textOf).join("") : "";
}
