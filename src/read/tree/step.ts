/** What a step on the tree is: it changes the tree in place and reports what the author should know. */
import type { Element, Parents, Root } from "hast";
import { diagnostic, type Report } from "../../diagnostics/diagnostic.js";
import type { Source } from "../source.js";

export interface TreeContext {
  readonly source: Source;
  readonly report: Report;
  /** Its footnotes, which references in the tree may name. */
  readonly notes: readonly { readonly label: string }[];
  /** What may still be spent on colouring code, see `highlight.ts`. */
  readonly colours: { left: number };
}

export type TreeStep = (tree: Root, context: TreeContext) => void;

/** Calls `visit` for each element of a tree, outer ones first; `"skip"` leaves out what it contains. */
export function eachElement(parent: Parents, visit: (element: Element) => "skip" | undefined): void {
  for (const child of parent.children) {
    if (child.type === "element" && visit(child) !== "skip") eachElement(child, visit);
  }
}

/** Reports that something unsafe was taken out, at the place of its element. */
export function reportUnsafe(context: TreeContext, element: Element, message: string, hint: string): void {
  const { line, column } = element.position?.start ?? { line: 1, column: 1 };
  context.report(diagnostic("unsafe-html", message, { file: context.source.file, line, column }, hint));
}
