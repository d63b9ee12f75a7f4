/** Makes links inside the book lead to their place, whichever run it is in. */
import { PDFArray, type PDFContext, PDFDict, PDFHexString, PDFName, PDFString } from "@cantoo/pdf-lib";
import { PLACEHOLDER_URL } from "../model/print.js";
import type { Destinations, PlacedRun } from "./destinations.js";
import { fragmentId } from "./import-run.js";

const ANNOTS = PDFName.of("Annots");
const SUBTYPE = PDFName.of("Subtype");
const LINK = PDFName.of("Link");
const ACTION = PDFName.of("A");
const DESTINATION = PDFName.of("Dest");
const URI = PDFName.of("URI");

/**
 * Turns placeholder addresses (see `PLACEHOLDER_URL`) and the browser's own destinations
 * into named destinations of the book. Addresses outside the book stay as they are.
 *
 * @param unresolved Called with the id of each link that leads nowhere; it loses its action.
 */
export function resolveLinks(
  context: PDFContext,
  runs: readonly PlacedRun[],
  destinations: Destinations,
  unresolved: (id: string) => void,
): void {
  for (const run of runs) {
    for (const link of run.sheets.flatMap(({ leaf }) => links(context, leaf))) {
      const id = targetId(link);
      if (id === undefined) continue;
      const destination = destinations.find(id, run);
      link.delete(ACTION);
      if (destination === undefined) {
        link.delete(DESTINATION);
        unresolved(id);
      } else {
        link.set(DESTINATION, destination);
      }
    }
  }
}

function links(context: PDFContext, page: PDFDict): PDFDict[] {
  const annotations = page.lookupMaybe(ANNOTS, PDFArray)?.asArray() ?? [];
  return annotations
    .map((annotation) => context.lookup(annotation, PDFDict))
    .filter((annotation) => annotation.get(SUBTYPE) === LINK);
}

/** The id inside the book that a link leads to; nothing for other links. */
function targetId(link: PDFDict): string | undefined {
  const destination = link.lookup(DESTINATION);
  if (isNameOrString(destination)) return fragmentId(destination.decodeText());
  const uri = link.lookupMaybe(ACTION, PDFDict)?.lookup(URI);
  const address = isNameOrString(uri) ? uri.decodeText() : "";
  return address.startsWith(PLACEHOLDER_URL) ? fragmentId(address.slice(PLACEHOLDER_URL.length)) : undefined;
}

function isNameOrString(object: unknown): object is PDFName | PDFString | PDFHexString {
  return object instanceof PDFName || object instanceof PDFString || object instanceof PDFHexString;
}
