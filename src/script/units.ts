/** A script as its pages are made of it: what stays together, what may be divided, and what is spoken by whom. */
import type { Element, ElementContent, RootContent } from "hast";
import { classNames, hasClass } from "../hast/class-names.js";
import type { LineKind } from "./measures.js";

/** A paragraph, with its own place and properties. */
export interface Paragraph {
  readonly kind: LineKind;
  readonly element: Element;
  /** Offset in its whole text at which it goes on here; none for one that begins here. */
  readonly from?: number;
  /** The whole of what it is a part of; none for a whole one. */
  readonly whole?: Element;
}

export interface Speech {
  readonly kind: "speech";
  /** Without extensions: `MARA`. */
  readonly name: string;
  readonly cue: Paragraph;
  readonly parts: readonly Paragraph[];
  /** True when it began on a locked page before. */
  readonly isRest?: true;
  /** True when it goes on on a locked page. */
  readonly goesOn?: true;
}

export type Unit =
  | { readonly kind: "paragraph"; readonly paragraph: Paragraph }
  | Speech
  | { readonly kind: "dual"; readonly speeches: readonly [Speech, Speech] }
  | { readonly kind: "page-break" }
  /** Something that is no part of a script: a table of another tool's. */
  | { readonly kind: "other"; readonly element: Element };

const KINDS: ReadonlySet<string> = new Set<LineKind>([
  "scene-heading",
  "action",
  "centered",
  "transition",
  "lyrics",
  "character",
  "parenthetical",
  "dialogue",
]);

/** The heading of a script as a whole, by which it is known: none among other blocks. */
export function scriptHeading(nodes: readonly RootContent[]): Element | undefined {
  return nodes.find(
    (node): node is Element => node.type === "element" && hasClass(node.properties, "script-title"),
  );
}

/** True of the blocks of a script. */
export function isScript(nodes: readonly RootContent[]): boolean {
  return scriptHeading(nodes) !== undefined;
}

/** @param nodes the tree of a script (`read/fountain/tree.ts`), without what is no block. */
export function unitsOf(nodes: readonly RootContent[]): Unit[] {
  return nodes.flatMap((node): Unit[] => (node.type === "element" ? unitOf(node) : []));
}

function unitOf(element: Element): Unit[] {
  const classes = classNames(element.properties);
  if (classes.includes("script-title")) return [];
  if (classes.includes("page-break")) return [{ kind: "page-break" }];
  if (classes.includes("speech")) return [speechOf(element)];
  if (classes.includes("dual-dialogue")) {
    const [left, right] = elementsOf(element).map(speechOf);
    return left && right ? [{ kind: "dual", speeches: [left, right] }] : [];
  }
  const kind = kindOf(element);
  return [
    kind === undefined ? { kind: "other", element } : { kind: "paragraph", paragraph: { kind, element } },
  ];
}

function speechOf(element: Element): Speech {
  const [cue, ...parts] = elementsOf(element).map((each): Paragraph => {
    const kind = kindOf(each) ?? "dialogue";
    return { kind: kind === "lyrics" ? "sung" : kind, element: each };
  });
  return { kind: "speech", name: String(cue!.element.properties.dataName ?? ""), cue: cue!, parts };
}

function kindOf({ properties }: Element): LineKind | undefined {
  return classNames(properties).find((name): name is LineKind => KINDS.has(name));
}

function elementsOf({ children }: Element): Element[] {
  return children.filter((child): child is Element => child.type === "element");
}

/** The words of a paragraph; the number of a scene stands in the margin. */
export function wordsOf({ element }: Paragraph): readonly ElementContent[] {
  const words = element.children.filter(
    (child) => child.type !== "element" || !classNames(child.properties).includes("scene-number"),
  );
  const isNumbered = words.length < element.children.length;
  return isNumbered ? withoutFirstBlanks(words) : words;
}

/** The blank behind a number goes with it, also where it is emphasised like the words. */
function withoutFirstBlanks(nodes: readonly ElementContent[]): readonly ElementContent[] {
  const [first, ...rest] = nodes;
  if (first?.type === "text") {
    const value = first.value.trimStart();
    return value === "" ? withoutFirstBlanks(rest) : [{ ...first, value }, ...rest];
  }
  if (first?.type !== "element") return nodes;
  return [{ ...first, children: [...withoutFirstBlanks(first.children)] }, ...rest];
}
