/** Adapts the composed trees to print: the shapes that Paged.js can break between pages. */
import type { Element, ElementContent, Root } from "hast";
import { visit } from "unist-util-visit";
import { PLACEHOLDER_URL } from "../model/print.js";
import { splitLines } from "./code-lines.js";

export interface PrintContext {
  /** Ids of the elements that are in the same run. */
  readonly inRun: (id: string) => boolean;
  /** File that node positions are places in. */
  readonly file: string;
}

/** Blocks that diagnostics and the preview can name by their place in the source. */
const PLACED = new Set(
  "p,li,dt,dd,h1,h2,h3,h4,h5,h6,pre,table,tr,th,td,blockquote,figure,figcaption,img,svg,math".split(","),
);

/** Makes a copy of a tree that is fit for print. */
export function adaptForPrint(tree: Root, context: PrintContext): Root {
  const copy = structuredClone(tree);
  visit(copy, "element", (element) => adapt(element, context));
  return copy;
}

function adapt(element: Element, context: PrintContext): void {
  const start = element.position?.start;
  if (start && PLACED.has(element.tagName)) {
    element.properties.dataSource = `${context.file}:${start.line}:${start.column}`;
  }
  if (element.tagName === "a") adaptLink(element, context);
  if (element.tagName === "img") adaptImage(element);
  if (element.tagName === "pre") adaptCode(element);
}

/** The browser drops links to places in another run: they get an address that assembly turns back. */
function adaptLink(element: Element, context: PrintContext): void {
  const href = element.properties.href;
  if (typeof href !== "string" || !href.startsWith("#")) return;
  const id = href.slice(1);
  if (!context.inRun(id)) element.properties.href = PLACEHOLDER_URL + encodeURIComponent(id);
}

function adaptImage(element: Element): void {
  const src = element.properties.src;
  if (typeof src === "string") element.properties.src = `resources/${encodeURI(src)}`;
}

/** Each line of a listing becomes a block: Paged.js loses lines that it has to break inside of. */
function adaptCode(pre: Element): void {
  const code = pre.children.find(
    (child): child is Element => child.type === "element" && child.tagName === "code",
  );
  const holder = code ?? pre;
  holder.children = splitLines(holder.children).map(lineBlock);
}

function lineBlock(children: ElementContent[]): Element {
  const content = children.length > 0 ? children : [{ type: "text" as const, value: "\u200B" }];
  return { type: "element", tagName: "span", properties: { className: ["line"] }, children: content };
}
