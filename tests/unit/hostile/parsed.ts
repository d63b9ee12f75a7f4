/** Parses texts that are meant to do harm, and reads trees of any depth. */
import type { Nodes } from "hast";
import type { Diagnostic } from "../../../src/diagnostics/diagnostic.js";
import type { Dialect } from "../../../src/model/dialect.js";
import { parseMarkdown } from "../../../src/read/markdown/parse.js";

export function parsed(markdown: string, dialect?: Dialect) {
  const diagnostics: Diagnostic[] = [];
  const report = (each: Diagnostic) => diagnostics.push(each);
  const manuscript = parseMarkdown("a.md", markdown, report, dialect && { dialect });
  return { ...manuscript, diagnostics };
}

/** Without a function that calls itself: what is measured here may be too deep for one. */
export function depthOf(root: Nodes): number {
  let deepest = 0;
  const open: [Nodes, number][] = [[root, 0]];
  for (let next = open.pop(); next; next = open.pop()) {
    const [node, depth] = next;
    deepest = Math.max(deepest, depth);
    if ("children" in node) for (const child of node.children) open.push([child, depth + 1]);
  }
  return deepest;
}

export function textOf(root: Nodes): string {
  const parts: string[] = [];
  const open: Nodes[] = [root];
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.type === "text") parts.push(node.value);
    if ("children" in node) open.push(...node.children.toReversed());
    // The words of an image that may not be one, and of a formula.
    if (node.type === "element") parts.push(String(node.properties.alt ?? node.properties.alttext ?? ""));
  }
  return parts.join("");
}
