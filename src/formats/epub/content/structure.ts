/**
 * Puts the children of an element in the order that its content model asks for (HTML Standard, 4;
 * EPUB takes no document in which they are not): items in lists, terms with their definitions,
 * captions where captions belong. Nothing that can be read is left out.
 */
import type { Element, ElementContent } from "hast";

/** @param element with children in their final form. */
export function structured(element: Element): Element {
  return STRUCTURES[element.tagName]?.(element) ?? element;
}

const STRUCTURES: Readonly<Record<string, (element: Element) => Element>> = {
  ul: list,
  ol: list,
  dl: definitions,
  table,
  figure,
  details,
  ruby,
};

export function isNamed(node: ElementContent | undefined, ...names: readonly string[]): node is Element {
  return node?.type === "element" && names.includes(node.tagName);
}

function renamed(element: Element, tagName: string): Element {
  return { ...element, tagName };
}

function make(tagName: string, children: ElementContent[]): Element {
  return { type: "element", tagName, properties: {}, children };
}

function isBlank(node: ElementContent): boolean {
  return node.type === "text" ? node.value.trim() === "" : node.type !== "element";
}

/** Puts each row of children that do not fit into an element that does. */
function wrapped(
  children: readonly ElementContent[],
  fits: (node: ElementContent) => boolean,
  tagName: string,
): ElementContent[] {
  const result: ElementContent[] = [];
  let open: Element | undefined;
  for (const child of children) {
    if (fits(child)) open = undefined;
    if (fits(child) || (open === undefined && isBlank(child))) result.push(child);
    else if (open) open.children.push(child);
    else {
      open = make(tagName, [child]);
      result.push(open);
    }
  }
  return result;
}

function list(element: Element): Element {
  return { ...element, children: wrapped(element.children, (node) => isNamed(node, "li"), "li") };
}

function isGroup(node: ElementContent): node is Element {
  return isNamed(node, "div") && node.children.some((child) => isNamed(child, "dt", "dd"));
}

function definitions(element: Element): Element {
  const elements = element.children.filter((node) => !isBlank(node));
  if (elements.length === 0) return renamed(element, "div");
  if (!elements.some(isGroup)) return { ...element, children: paired(element.children) };
  // Groups are kept, with what links lead to: what stands between them becomes groups too.
  const groups = wrapped(element.children, isGroup, "div");
  const children = groups.map((node) =>
    isNamed(node, "div") ? { ...node, children: paired(node.children) } : node,
  );
  return { ...element, children };
}

/** Terms, each row with a definition after it. */
function paired(children: readonly ElementContent[]): ElementContent[] {
  const items = wrapped(children, (node) => isNamed(node, "dt", "dd"), "dd");
  const result: ElementContent[] = [];
  let last = "dd";
  let isFirst = true;
  for (const item of items) {
    if (isNamed(item, "dt", "dd")) {
      if (isFirst && item.tagName === "dd") result.push(make("dt", []));
      last = item.tagName;
      isFirst = false;
    }
    result.push(item);
  }
  return last === "dt" ? [...result, make("dd", [])] : result;
}

function table(element: Element): Element {
  const named = (...names: string[]) =>
    element.children.filter((node) => isNamed(node, ...names)) as Element[];
  const [caption, ...captions] = named("caption");
  const [head, ...heads] = named("thead");
  const [foot, ...feet] = named("tfoot");
  const more = captions.flatMap(({ children }): ElementContent[] => [
    { type: "text", value: " " },
    ...children,
  ]);
  const extra = new Set<ElementContent>([...heads, ...feet]);
  const bodies = element.children.flatMap((node) => {
    if (extra.has(node)) return [renamed(node as Element, "tbody")];
    return isNamed(node, "tbody", "tr") ? [node] : [];
  });
  const children = [
    ...(caption ? [{ ...caption, children: [...caption.children, ...more] }] : []),
    ...named("colgroup", "col"),
    ...(head ? [head] : []),
    ...bodies,
    ...(foot ? [foot] : []),
  ];
  if (bodies.length === 0 && !head && !foot)
    return renamed({ ...element, children: caption?.children ?? [] }, "div");
  return { ...element, children: head || foot ? inBodies(children) : children };
}

/** Rows beside a head belong into a body. */
function inBodies(children: readonly ElementContent[]): ElementContent[] {
  return wrapped(children, (node) => !isNamed(node, "tr"), "tbody");
}

/** The caption is the first thing of a figure or the last. */
function figure(element: Element): Element {
  const [caption, ...others] = element.children.filter((node) => isNamed(node, "figcaption"));
  if (!caption) return element;
  const rest = element.children
    .filter((node) => node !== caption)
    .map((node) => (isNamed(node, "figcaption") ? renamed(node, "div") : node));
  const isFirst = element.children.find((node) => !isBlank(node)) === caption;
  if (isFirst && others.length === 0) return element;
  return { ...element, children: isFirst ? [caption, ...rest] : [...rest, caption] };
}

/** A box without a title that opens it is not one. */
function details(element: Element): Element {
  const [summary] = element.children.filter((node) => isNamed(node, "summary"));
  const rest = element.children
    .filter((node) => node !== summary)
    .map((node) => (isNamed(node, "summary") ? renamed(node, "div") : node));
  if (summary) return { ...element, children: [summary, ...rest] };
  const { open: _, ...properties } = element.properties;
  return { ...element, tagName: "div", properties, children: rest };
}

/** Text, then its reading, once or more. The marks for readers without ruby stand around a reading. */
function ruby(element: Element): Element {
  const parts = element.children.filter((node) => !isBlank(node));
  const pattern = parts.map((node) => (isNamed(node, "rt", "rp") ? node.tagName[1]! : "x")).join("");
  if (/^(x+(t|ptp))+$/.test(pattern)) return element;
  const plain = element.children.map((node) => (isNamed(node, "rt", "rp") ? renamed(node, "span") : node));
  return { ...element, tagName: "span", children: plain };
}
