/**
 * Makes the address of every image its path in the publication, and notes which images are used. What
 * cannot be shown was reported when the images were read; here something takes its place.
 */
import { posix } from "node:path";
import type { Element, ElementContent, Parents } from "hast";
import { isBadge } from "../model/badges.js";
import { imageKey } from "../model/image-key.js";
import { webAddress } from "../model/web-image.js";
import type { Draft } from "./draft.js";
import { isBlank, isHeading, KEPT_EMPTY, plainText, replaceChild, sectionTrees } from "./tree.js";

export function resolveImages(draft: Draft): void {
  for (const section of draft.sections) {
    for (const { file, tree } of sectionTrees(section)) resolveIn(tree, { draft, file });
  }
}

interface Around {
  readonly draft: Draft;
  readonly file: string;
  /** The link that it is part of: a link in it would be none. */
  readonly link?: Element;
}

function resolveIn(parent: Parents, around: Around): void {
  for (let index = 0; index < parent.children.length; ) {
    const child = parent.children[index]!;
    const nodes = child.type === "element" ? replacementFor(child, parent, around) : undefined;
    if (nodes !== undefined) replaceChild(parent, index, nodes);
    index += nodes?.length ?? 1;
  }
}

/** What an element becomes; undefined when it stays. */
function replacementFor(element: Element, parent: Parents, around: Around): ElementContent[] | undefined {
  const { src } = element.properties;
  if (element.tagName === "img" && typeof src === "string") return picture(element, src, parent, around);
  const had = element.children.length;
  resolveIn(element, element.tagName === "a" ? { ...around, link: element } : around);
  // What held nothing but badges has nothing to show.
  const isEmptied = element.children.length < had && element.children.every(isBlank);
  return isEmptied && !KEPT_EMPTY.has(element.tagName) && !isHeading(element) ? [] : undefined;
}

function picture(
  element: Element,
  src: string,
  parent: Parents,
  { draft, file, link }: Around,
): ElementContent[] | undefined {
  const resource = draft.resources.get(imageKey(file, src));
  if (resource !== undefined) {
    element.properties.src = resource.path;
    draft.usedImages.add(resource.path);
    return undefined;
  }
  const address = webAddress(src);
  const words = describedIn(element, parent);
  if (address === undefined) {
    return [standIn(element, "span", { className: ["missing-image"] }, words || nameOf(src))];
  }
  if (isBadge(address)) return [];
  const properties = { className: ["remote-image"], ...(link ? {} : { href: address.href }) };
  return [standIn(element, link ? "span" : "a", properties, words || nameOf(address.pathname))];
}

/** A box with words, or words that lead to where the picture is. */
function standIn(
  { position, properties: { id } }: Element,
  tagName: string,
  properties: Element["properties"],
  words: string,
): Element {
  return {
    type: "element",
    tagName,
    properties: { ...(id === undefined ? {} : { id }), ...properties },
    children: [{ type: "text", value: words }],
    ...(position ? { position } : {}),
  };
}

/** What describes the picture. The same is not said twice: not by a caption, and not below one with a number. */
function describedIn({ properties: { alt } }: Element, parent: Parents): string {
  const text = typeof alt === "string" ? alt.trim() : "";
  const caption = parent.children.find(
    (child): child is Element => child.type === "element" && child.tagName === "figcaption",
  );
  const words = caption === undefined ? "" : plainText(caption);
  if (caption === undefined || text === "" || !words.endsWith(text)) return text;
  // A caption that something refers to stays, and the picture's name stands above it.
  if (words !== text || (caption as Element).children.some(hasId)) return "";
  replaceChild(parent, (parent.children as unknown[]).indexOf(caption), []);
  return text;
}

function hasId(node: ElementContent): boolean {
  return node.type === "element" && (node.properties.id !== undefined || node.children.some(hasId));
}

function nameOf(path: string): string {
  if (path.startsWith("data:")) return "…";
  const name = posix.basename(path.replace(/[?#].*$/s, "")) || path;
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
