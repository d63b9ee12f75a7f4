/** What a step on the tree is: it changes the tree in place and reports what the author should know. */
import type { Element, Parents, Root } from "hast";
import { diagnostic } from "../../../diagnostics/diagnostic.js";
import type { ParseContext } from "../context.js";

export type TreeStep = (tree: Root, context: ParseContext) => void;

/** Calls `visit` for each element of a tree, outer ones first; `"skip"` leaves out what it contains. */
export function eachElement(parent: Parents, visit: (element: Element) => "skip" | undefined): void {
  for (const child of parent.children) {
    if (child.type === "element" && visit(child) !== "skip") eachElement(child, visit);
  }
}

/** Reports that something unsafe was taken out, at the place of its element. */
export function reportUnsafe(context: ParseContext, element: Element, message: string, hint: string): void {
  const { line, column } = element.position?.start ?? { line: 1, column: 1 };
  context.report(diagnostic("unsafe-html", message, { file: context.source.file, line, column }, hint));
}
