/** Blocks of a composed tree as lines of text: what their form says is said by signs that people write in mails. */
import type { Element, ElementContent, RootContent } from "hast";
import { withNumbers } from "../../adapt/list-numbers.js";
import { hasClass } from "../../hast/class-names.js";

type Node = ElementContent | RootContent;

/** Elements that are lines of their own; all others stand within one. */
const BLOCKS = new Set(
  `address article aside blockquote caption details div dl dd dt fieldset figcaption figure footer form h1 h2 h3 h4 h5
  h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul`.split(/\s+/),
);

/** What is for eyes only, or leads back to where a reader of text is already. */
const LEFT_OUT = new Set(["script", "style", "annotation-xml", "title", "metadata"]);

const BREAK = "\n";

/** Lines without line feeds; blocks are an empty line apart, those of lists and tables follow each other. */
export function blockLines(nodes: readonly Node[]): string[] {
  const groups: string[][] = [];
  let inline: Node[] = [];
  const close = () => {
    const lines = inlineText(inline).split(BREAK);
    if (lines.some((line) => line !== "")) groups.push(lines);
    inline = [];
  };
  for (const node of nodes) {
    if (node.type === "element" && BLOCKS.has(node.tagName) && isShown(node)) {
      close();
      groups.push(linesOf(node));
    } else inline.push(node);
  }
  close();
  return groups
    .filter((lines) => lines.length > 0)
    .flatMap((lines, index) => (index === 0 ? lines : ["", ...lines]));
}

function linesOf(element: Element): string[] {
  switch (element.tagName) {
    case "ul":
    case "ol":
      return listLines(element);
    case "pre":
      return rawText(element)
        .replace(/\n$/, "")
        .split("\n")
        .map((line) => indented(line));
    case "blockquote":
      return blockLines(element.children).map((line) => (line === "" ? ">" : `> ${line}`));
    case "hr":
      return ["* * *"];
    case "table":
      return tableLines(element);
    case "dl":
      return element.children.flatMap((child) => {
        if (child.type !== "element") return [];
        const lines = blockLines(child.children);
        return child.tagName === "dd" ? lines.map((line) => indented(line)) : lines;
      });
    default:
      return blockLines(element.children);
  }
}

/** How far what belongs to something above it stands to the right. */
const INDENT = 4;

export function indented(line: string, by: number = INDENT): string {
  return line === "" ? "" : " ".repeat(by) + line;
}

function listLines(list: Element): string[] {
  const items = withNumbers(list).children.filter((child): child is Element => isNamed(child, "li"));
  const first = Number(list.properties.start ?? 1);
  return items.flatMap((item, index) => {
    const number = item.properties.value ?? first + index;
    const marker = list.tagName === "ol" ? `${number}. ` : "- ";
    const isTight = !item.children.some((child) => isNamed(child, "p"));
    const [line = "", ...rest] = blockLines(item.children).filter((each) => !isTight || each !== "");
    return [marker + line, ...rest.map((each) => indented(each, marker.length))];
  });
}

/** A row to a line, its cells with a tab between them: that is what spreadsheets read. */
function tableLines(table: Element): string[] {
  return table.children.flatMap((child): string[] => {
    if (child.type !== "element") return [];
    if (child.tagName === "tr") return [child.children.filter(isCell).map(cellText).join("\t")];
    return child.tagName === "caption" ? blockLines(child.children) : tableLines(child);
  });
}

function isCell(node: Node): node is Element {
  return isNamed(node, "td") || isNamed(node, "th");
}

function cellText(cell: Element): string {
  return blockLines(cell.children)
    .filter((line) => line !== "")
    .join(" ");
}

/** Text without blocks, its blanks as HTML shows them; a line break is a line feed. */
export function inlineText(nodes: readonly Node[]): string {
  return rawInline(nodes)
    .replace(/[ \t\r\f]*\n[ \t\r\f]*/g, BREAK)
    .replace(/[ \t\r\f]+/g, " ")
    .replaceAll("\u00AD", "")
    .trim();
}

function rawInline(nodes: readonly Node[]): string {
  return nodes.map(inlineOf).join("");
}

function inlineOf(node: Node): string {
  if (node.type === "text")
    return node.value.replace(/\s+/g, (blanks) => (/^\u00A0+$/.test(blanks) ? blanks : " "));
  if (node.type !== "element" || !isShown(node)) return "";
  const { tagName, properties, children } = node;
  if (tagName === "br") return BREAK;
  if (tagName === "img") return properties.alt ? `[${properties.alt}]` : "";
  if (tagName === "input") return properties.checked ? "[x] " : "[ ] ";
  if (isNoteReference(node)) return `[${rawInline(children)}]`;
  if (tagName === "math") return texOf(node) ?? rawInline(children);
  return rawInline(children);
}

function isNoteReference({ properties }: Element): boolean {
  return hasClass(properties, "note-reference");
}

/** The source of a formula, in TeX: its signs alone would be nonsense. */
function texOf({ properties: { alttext } }: Element): string | undefined {
  return typeof alttext === "string" ? `$${alttext}$` : undefined;
}

/** Text as it is written, blanks and all. */
function rawText(node: Node): string {
  if (node.type === "text") return node.value;
  return node.type === "element" ? node.children.map(rawText).join("") : "";
}

function isShown({ tagName, properties }: Element): boolean {
  const { dataMedium, role } = properties;
  return !LEFT_OUT.has(tagName) && dataMedium !== "print" && role !== "doc-backlink";
}

function isNamed(node: Node, name: string): node is Element {
  return node.type === "element" && node.tagName === name;
}
