/**
 * Copies trees.
 *
 * `structuredClone` serialises and reads again: for the benchmark book 0.6 s an edition, against
 * 0.1 s here, where it is known what a tree is made of.
 */
import type { Element, ElementContent, Nodes, Properties, Root } from "hast";

/** A copy in which nothing may be shared but what nobody changes: places, and lists of classes by value. */
export function cloneTree<Tree extends Nodes>(tree: Tree): Tree;
export function cloneTree(tree: Nodes): Nodes {
  switch (tree.type) {
    case "root":
      return { ...tree, children: cloneNodes(tree.children) } satisfies Root;
    case "element":
      return cloneElement(tree);
    default:
      return { ...tree };
  }
}

/** Copies each node of a list. */
export function cloneNodes<Node extends Nodes>(nodes: readonly Node[]): Node[] {
  return nodes.map((node) => cloneTree(node));
}

function cloneElement(element: Element): Element {
  const copy: Element = {
    ...element,
    properties: cloneProperties(element.properties),
    children: cloneNodes<ElementContent>(element.children),
  };
  if (element.content) copy.content = cloneTree(element.content);
  return copy;
}

function cloneProperties(properties: Properties): Properties {
  const copy: Properties = { ...properties };
  for (const name in copy) {
    const value = copy[name];
    if (Array.isArray(value)) copy[name] = [...value];
  }
  return copy;
}
