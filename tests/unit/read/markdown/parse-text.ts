/** Parses a text for a test, and shows the result as HTML and short lines. */
import type { Element, ElementContent, Nodes } from "hast";
import { toHtml } from "hast-util-to-html";
import type { Diagnostic } from "../../../../src/diagnostics/diagnostic.js";
import type { Dialect } from "../../../../src/model/dialect.js";
import { parseMarkdown } from "../../../../src/read/markdown/parse.js";

export function parseText(text: string, dialect: Dialect = "markdown") {
  const diagnostics: Diagnostic[] = [];
  const { tree, notes } = parseMarkdown("text.md", text, (each) => diagnostics.push(each), {
    dialect,
  });
  return {
    tree,
    notes,
    diagnostics,
    html: show(tree.children as ElementContent[]),
    /** `line:column code` of each diagnostic. */
    problems: diagnostics.map(({ code, location }) => `${location?.line}:${location?.column} ${code}`),
  };
}

export function show(children: ElementContent[]): string {
  return toHtml({ type: "root", children }).trim();
}

/** `line:column` of each element with a name, in order. */
export function places(node: Nodes, tagName: string): string[] {
  return elements(node)
    .filter((element) => element.tagName === tagName)
    .map(({ position }) => `${position?.start.line}:${position?.start.column}`);
}

export function elements(node: Nodes): Element[] {
  const inner = "children" in node ? node.children.flatMap(elements) : [];
  return node.type === "element" ? [node, ...inner] : inner;
}

export function textOf(node: Nodes): string {
  if (node.type === "text") return node.value;
  return "children" in node ? node.children.map(textOf).join("") : "";
}
