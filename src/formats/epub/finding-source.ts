/** Leads from a place in a finished ebook back to the Markdown that it came from. */
import type { Root } from "hast";
import type { Locate, Place } from "../../diagnostics/finding.js";
import type { Location } from "../../diagnostics/location.js";
import { visitElements } from "../../hast/visit.js";
import type { Book } from "../../model/book.js";
import type { EpubDocument } from "../../model/ebook.js";

/**
 * The nearest element before the place that has an id and a place in the sources; else the start
 * of the section's file. Undefined for documents that have no file.
 */
export function sourceLocator(book: Book, documents: readonly EpubDocument[]): Locate {
  let places: ReadonlyMap<string, Location> | undefined;
  return (place) => {
    const document = documents.find(({ href }) => place.path === `EPUB/${href}`);
    if (document === undefined) return undefined;
    places ??= placesOf(book);
    for (const id of idsBefore(place, document.xhtml)) {
      const location = places.get(id);
      if (location) return location;
    }
    const file = book.sections.find(({ id }) => id === document.section)?.bodies[0]?.file;
    return file === undefined ? undefined : { file, line: 1, column: 1 };
  };
}

/** Ids up to the place, the nearest first. */
function idsBefore({ id, line }: Place, xhtml: string): string[] {
  const lines = line === undefined ? [] : xhtml.split("\n").slice(0, line);
  const before = [...lines.join("\n").matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]!);
  return [...(id === undefined ? [] : [id]), ...before.reverse()];
}

function placesOf(book: Book): Map<string, Location> {
  const places = new Map<string, Location>();
  const collect = (tree: Root, file: string) =>
    visitElements(tree, ({ properties, position }) => {
      const { id } = properties;
      if (typeof id !== "string" || !position || places.has(id)) return;
      places.set(id, { file, line: position.start.line, column: position.start.column });
    });
  for (const { bodies, notes } of book.sections) {
    for (const { file, tree } of bodies) collect(tree, file);
    for (const { id, location } of notes) places.set(id, location);
  }
  return places;
}
