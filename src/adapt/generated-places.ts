/**
 * Names for the blocks that the program writes itself: they have no place in a source file, but
 * an ebook has to find where a printed page begins in them.
 */
import type { Element, ElementContent } from "hast";
import { visitElements } from "../hast/visit.js";
import type { Section } from "../model/book.js";
import { isPlaced } from "./placed-blocks.js";

/** The name of each block of a generated section, in order. */
export function generatedPlaces({ id, generated = [] }: Section): Map<Element, string> {
  const places = new Map<Element, string>();
  visitElements({ type: "root", children: [...generated] }, (element) => {
    if (isPlaced(element)) places.set(element, `${id}#${places.size + 1}`);
  });
  return places;
}

/** The generated blocks with their names as `data-source`, for print. */
export function withPlaces(section: Section): ElementContent[] {
  const places = generatedPlaces(section);
  const write = (node: ElementContent): ElementContent => {
    if (node.type !== "element") return node;
    const place = places.get(node);
    const properties = place === undefined ? node.properties : { ...node.properties, dataSource: place };
    return { ...node, properties, children: node.children.map(write) };
  };
  return (section.generated ?? []).map(write);
}

/** The name of an entry of the table of contents. */
export function contentsPlace(id: string): string {
  return `contents#${id}`;
}
