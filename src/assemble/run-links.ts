/** Links and destinations inside a run, as the browser writes them. */
import { PDFArray, type PDFCatalog, PDFDict, PDFName, type PDFObject, type PDFString } from "@cantoo/pdf-lib";
import { PLACEHOLDER_URL } from "../model/print.js";
import { isNameOrString, type Names, objectText } from "./object-text.js";
import { readTree } from "./trees.js";

const SUBTYPE = PDFName.of("Subtype");
const LINK = PDFName.of("Link");
const ACTION = PDFName.of("A");
const DESTINATION = PDFName.of("Dest");
const DESTINATIONS = PDFName.of("Dests");
const URI = PDFName.of("URI");

/** The id inside the book that an annotation leads to; nothing for others. */
export function linkTarget(annotation: PDFDict): string | undefined {
  if (annotation.get(SUBTYPE) !== LINK) return undefined;
  const destination = annotation.lookup(DESTINATION);
  if (isNameOrString(destination)) return fragmentId(destination.decodeText());
  const uri = annotation.lookupMaybe(ACTION, PDFDict)?.lookup(URI);
  const address = isNameOrString(uri) ? uri.decodeText() : "";
  return address.startsWith(PLACEHOLDER_URL) ? fragmentId(address.slice(PLACEHOLDER_URL.length)) : undefined;
}

/** Named destinations of both kinds (ISO 32000-1, 12.3.2.3): ids and the text of their places. */
export function runDestinations(catalog: PDFCatalog, names: Names): [string, string][] {
  const byName = catalog.lookupMaybe(DESTINATIONS, PDFDict);
  const tree = catalog.Names()?.lookupMaybe(DESTINATIONS, PDFDict);
  const named: [string, PDFObject | undefined][] = [
    ...(byName?.keys() ?? []).map((key): [string, PDFObject | undefined] => [
      key.decodeText(),
      byName?.lookup(key),
    ]),
    ...(tree === undefined ? [] : readTree(tree, "Names")).map(
      ([key, value]): [string, PDFObject | undefined] => [
        (key as PDFString).decodeText(),
        catalog.context.lookup(value),
      ],
    ),
  ];
  return named.flatMap(([name, value]) => {
    const place = value instanceof PDFDict ? value.lookup(DESTINATION_OF) : value;
    return place instanceof PDFArray ? [[fragmentId(name), objectText(place, names)]] : [];
  });
}

/** The key of the place in a destination dictionary. */
const DESTINATION_OF = PDFName.of("D");

/** The element id that a URL fragment names; Chromium writes destinations URL-encoded. */
function fragmentId(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
