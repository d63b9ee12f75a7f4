/**
 * Where in the sources printed blocks come from that have no place of their own: what the program writes itself
 * (contents, index, lists) comes from where the thing stands that it names.
 */
import type { Element } from "hast";
import { generatedPlaces } from "../../../adapt/generated-places.js";
import type { Location } from "../../../diagnostics/location.js";
import { visitElements } from "../../../hast/visit.js";
import type { Book, Section } from "../../../model/book.js";
import type { SourcePlaces } from "../print.js";

export function sourcePlaces({ edition, sections }: Book): SourcePlaces {
  const blocks = sections.flatMap((section) => [...generatedPlaces(section)]);
  const named = new Map(blocks.map(([block, name]) => [name, idsNamedIn(block)]));
  return { edition: edition.location, ids: placesOfIds(sections), named };
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

function placesOfIds(sections: readonly Section[]): Map<string, Location> {
  const places = new Map<string, Location>();
  const note = (id: unknown, place: Location): void => {
    if (typeof id === "string" && !places.has(id)) places.set(id, place);
  };
  for (const { id, bodies } of sections) {
    for (const { file, tree } of bodies) {
      note(id, { file, line: 1, column: 1 });
      // An element that the program has put in begins where the one around it does.
      let around: Element["position"];
      visitElements(tree, ({ position, properties }) => {
        around = position ?? around;
        if (around) note(properties.id, { file, line: around.start.line, column: around.start.column });
        return undefined;
      });
    }
  }
  return places;
}
