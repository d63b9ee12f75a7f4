/**
 * Theorems, lemmas, definitions and the like, by the beginnings of their ids (`thm-`, `lem-`, …), as in Quarto: each
 * kind is counted by itself, and the number stands before the title, or before the text.
 */
import type { Element } from "hast";
import { hasClass } from "../hast/class-names.js";
import { theoremWord } from "../language/theorem-words.js";
import { THEOREM_KINDS, type TheoremKind } from "../model/reference-kinds.js";

export function theoremKind(id: string): TheoremKind | undefined {
  const prefix = /^([a-z]{3})-/.exec(id)?.[1];
  return prefix !== undefined && Object.hasOwn(THEOREM_KINDS, prefix)
    ? THEOREM_KINDS[prefix as keyof typeof THEOREM_KINDS]
    : undefined;
}

/** “Theorem 1.2”. */
export function theoremLabel(language: string, kind: TheoremKind, number: string): string {
  return `${theoremWord(language, kind)}\u00A0${number}`;
}

/** Writes the label before the title that the author has given, in parentheses, or as a title of its own. */
export function labelTheorem(element: Element, label: string): void {
  const title = element.children.find(
    (child): child is Element => child.type === "element" && hasClass(child.properties, "theorem-title"),
  );
  const span: Element = {
    type: "element",
    tagName: "span",
    properties: { className: ["caption-label"] },
    children: [{ type: "text", value: label }],
  };
  if (title) {
    title.children = [span, { type: "text", value: " (" }, ...title.children, { type: "text", value: ")" }];
    return;
  }
  const made: Element = {
    type: "element",
    tagName: "p",
    properties: { className: ["theorem-title"] },
    children: [span],
  };
  element.children.unshift(made);
}
