/** Links and destinations inside a run, as the browser writes them. */
import { PLACEHOLDER_URL } from "../../../model/print.js";
import { type Names, objectText } from "./object-text.js";
import { nameText, stringText } from "./reader/atoms.js";
import type { PrintedPdf } from "./reader/printed-pdf.js";
import { readTree } from "./reader/read-tree.js";
import {
  type Atom,
  isArray,
  isDict,
  isNameOrString,
  isString,
  type PdfDict,
  type PdfObject,
} from "./reader/values.js";

/** The id inside the book that an annotation leads to; nothing for others. */
export function linkTarget(pdf: PrintedPdf, annotation: PdfDict): string | undefined {
  if (annotation.get("/Subtype") !== "/Link") return undefined;
  const destination = pdf.resolve(annotation.get("/Dest"));
  if (isNameOrString(destination)) return fragmentId(textOf(destination));
  const uri = pdf.resolve(pdf.dict(annotation.get("/A"))?.get("/URI"));
  const address = isNameOrString(uri) ? textOf(uri) : "";
  return address.startsWith(PLACEHOLDER_URL) ? fragmentId(address.slice(PLACEHOLDER_URL.length)) : undefined;
}

/** Named destinations of both kinds (ISO 32000-1, 12.3.2.3): ids and the text of their places. */
export function runDestinations(pdf: PrintedPdf, catalog: PdfDict, names: Names): [string, string][] {
  const byName = pdf.dict(catalog.get("/Dests")) ?? [];
  const tree = pdf.dict(pdf.dict(catalog.get("/Names"))?.get("/Dests"));
  const named: [PdfObject | undefined, PdfObject][] = [
    ...byName,
    ...(tree === undefined ? [] : readTree(pdf, tree, "/Names")),
  ];
  return named.flatMap(([name, value]): [string, string][] => {
    const destination = pdf.resolve(value);
    const place = isDict(destination) ? pdf.resolve(destination.get("/D")) : destination;
    if (!isNameOrString(name) || !isArray(place)) return [];
    return [[fragmentId(textOf(name)), objectText(place, names)]];
  });
}

function textOf(nameOrString: Atom): string {
  return isString(nameOrString) ? stringText(nameOrString) : nameText(nameOrString);
}

/** The element id that a URL fragment names; Chromium writes destinations URL-encoded. */
function fragmentId(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
