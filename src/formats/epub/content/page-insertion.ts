/** Writes marks into the trees of a book: what holds a mark is copied, all else is shared with the book. */
import type { Element, ElementContent, Root, RootContent, Text } from "hast";
import type { Book } from "../../../model/book.js";

/** Where a mark goes: before a letter of a text, before an element, or at its start. */
export type Spot =
  | { readonly kind: "text"; readonly node: Text; readonly index: number }
  | { readonly kind: "before" | "inside"; readonly element: Element };

export interface Insertion {
  readonly spot: Spot;
  readonly mark: Element;
}

type Plan = ReadonlyMap<Text | Element, readonly Insertion[]>;
type Node = RootContent | ElementContent;

/** @param insertions in reading order: marks at one spot keep it. */
export function insertMarks(book: Book, insertions: readonly Insertion[]): Book {
  const plan = new Map<Text | Element, Insertion[]>();
  for (const each of insertions) {
    const node = each.spot.kind === "text" ? each.spot.node : each.spot.element;
    plan.set(node, [...(plan.get(node) ?? []), each]);
  }
  const sections = book.sections.map((section) => ({
    ...section,
    bodies: section.bodies.map((body) => ({ ...body, tree: intoRoot(body.tree, plan) })),
    ...(section.generated === undefined ? {} : { generated: intoAll(section.generated, plan) }),
    notes: section.notes.map((note) => ({ ...note, children: intoAll(note.children, plan) })),
  }));
  return { ...book, sections };
}

function intoRoot(root: Root, plan: Plan): Root {
  const children = intoAll(root.children, plan);
  return children === root.children ? root : { ...root, children };
}

/** The same list when nothing in it holds a mark. */
function intoAll<Child extends Node>(nodes: readonly Child[], plan: Plan): Child[] {
  let changed = false;
  const written = nodes.flatMap((node): Child[] => {
    const result = into(node, plan);
    changed ||= result.length !== 1 || result[0] !== node;
    return result as Child[];
  });
  return changed ? written : (nodes as Child[]);
}

function into(node: Node, plan: Plan): Node[] {
  if (node.type === "text") return split(node, plan.get(node) ?? []);
  if (node.type !== "element") return [node];
  const own = plan.get(node) ?? [];
  const children = intoAll(node.children, plan);
  const starts = own.filter(({ spot }) => spot.kind === "inside").map(({ mark }) => mark);
  const before = own.filter(({ spot }) => spot.kind === "before").map(({ mark }) => mark);
  const isSame = starts.length === 0 && children === node.children;
  return [...before, isSame ? node : { ...node, children: [...starts, ...children] }];
}

function split(text: Text, insertions: readonly Insertion[]): Node[] {
  const parts: Node[] = [];
  let end = 0;
  for (const { spot, mark } of insertions) {
    const index = spot.kind === "text" ? spot.index : 0;
    if (index > end) parts.push({ ...text, value: text.value.slice(end, index) });
    parts.push(mark);
    end = index;
  }
  if (parts.length === 0) return [text];
  if (end < text.value.length) parts.push({ ...text, value: text.value.slice(end) });
  return parts;
}
