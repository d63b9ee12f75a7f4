/**
 * Anchors that stand by themselves before a block, `<a id="tides"></a>`, as people write them for links: they go into the
 * block that they are for. As paragraphs of their own they are an empty line, and the first words of a chapter come
 * second.
 */
import type { Element, ElementContent, Parents, Root } from "hast";

export function setAnchors(tree: Root): void {
  setAnchorsIn(tree);
}

const BLOCKS = /^(?:p|h[1-6])$/;

function setAnchorsIn(parent: Parents): void {
  const children = parent.children as ElementContent[];
  const kept: ElementContent[] = [];
  let waiting: ElementContent[] = [];
  let anchors: Element[] = [];
  for (const child of children) {
    const found = child.type === "element" ? anchorsOf(child) : undefined;
    if (found !== undefined) anchors.push(...found);
    if (found !== undefined || (anchors.length > 0 && isBlank(child))) {
      waiting.push(child);
      continue;
    }
    if (anchors.length > 0 && child.type === "element" && BLOCKS.test(child.tagName)) {
      child.children = [...anchors, ...child.children];
    } else kept.push(...waiting);
    waiting = [];
    anchors = [];
    kept.push(child);
    if (child.type === "element" && !BLOCKS.test(child.tagName)) setAnchorsIn(child);
  }
  const all = [...kept, ...waiting];
  if (all.length !== children.length) parent.children = all;
}

/** The anchors that a block is made of; undefined when it is anything else. */
function anchorsOf(element: Element): Element[] | undefined {
  if (isAnchor(element)) return [element];
  if (element.tagName !== "p") return undefined;
  const anchors = element.children.filter((child) => !isBlank(child));
  return anchors.length > 0 && anchors.every(isAnchor) ? (anchors as Element[]) : undefined;
}

/** A name and nothing else: what has a class or data means more. */
function isAnchor(node: ElementContent): boolean {
  if (node.type !== "element" || node.tagName !== "a" || !node.children.every(isBlank)) return false;
  const names = Object.keys(node.properties);
  return names.length > 0 && names.every((name) => name === "id" || name === "name");
}

function isBlank(node: ElementContent): boolean {
  return node.type === "text" ? node.value.trim() === "" : node.type === "comment";
}
