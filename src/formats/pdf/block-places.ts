/**
 * Where in the sources a printed block comes from. What the program writes itself (contents, index, lists)
 * comes from where the thing stands that it names.
 */
import type { Element, Root } from "hast";
import { generatedPlaces } from "../../adapt/generated-places.js";
import type { Location } from "../../diagnostics/location.js";
import { locationFrom } from "../../diagnostics/location.js";
import { visitElements } from "../../hast/visit.js";
import type { Book } from "../../model/book.js";

/** @param source `file:line:column`, or the name of a generated block (`adapt/generated-places.ts`). */
export function blockPlace(book: Book, source: string): Location {
  const { edition, sections } = book;
  const written = locationFrom(source);
  if (written !== undefined) return written;
  const name = /^(.+)#(.+)$/.exec(source);
  if (name === null) return edition.location;
  const section = sections.find(({ id }) => id === name[1]);
  const block = section && [...generatedPlaces(section)].find(([, place]) => place === source)?.[0];
  const ids = block === undefined ? [name[2]!] : idsNamedIn(block);
  return ids.map((id) => placeOfId(book, id)).find((place) => place !== undefined) ?? edition.location;
}

function idsNamedIn(block: Element): string[] {
  const ids: string[] = [];
  visitElements(
    { type: "root", children: [block] },
    ({ properties: { href, dataFolioOf, dataFoliosOf } }) => {
      if (typeof href === "string" && href.startsWith("#")) ids.push(href.slice(1));
      if (typeof dataFolioOf === "string") ids.push(dataFolioOf);
      if (typeof dataFoliosOf === "string") ids.push(...dataFoliosOf.split(/[ /!]+/));
      return undefined;
    },
  );
  return ids;
}

function placeOfId({ sections }: Book, id: string): Location | undefined {
  for (const section of sections) {
    for (const { file, tree } of section.bodies) {
      if (section.id === id) return { file, line: 1, column: 1 };
      const start = startOf(tree, id);
      if (start !== undefined) return { file, line: start.line, column: start.column };
    }
  }
  return undefined;
}

/** An element that the program has put in begins where the one around it does. */
function startOf(tree: Root, id: string): { readonly line: number; readonly column: number } | undefined {
  let around: Element["position"];
  let found: Element["position"];
  visitElements(tree, (element) => {
    around = element.position ?? around;
    if (element.properties.id === id) found ??= around;
    return undefined;
  });
  return found?.start;
}
