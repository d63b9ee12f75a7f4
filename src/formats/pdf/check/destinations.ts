/** Links and bookmarks that lead somewhere in the file, and the addresses of those that lead out of it. */
import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRef,
} from "@cantoo/pdf-lib";
import type { Finding } from "../../../diagnostics/finding.js";
import {
  arrayOf,
  asDict,
  asText,
  dictOf,
  entryOf,
  nameOf,
  pagesText,
  textOf,
  treeEntries,
} from "./access.js";
import type { OpenPdf } from "./open.js";

const HINT = "Lead it to a page of the file, or remove it";

/** A short file finds its way without bookmarks. */
const LONG = 20;

export function internalLinks(pdf: OpenPdf): Finding[] {
  const leads = destinationsOf(pdf);
  const broken = new Map<string, number[]>();
  for (const { page, dict } of linksOf(pdf)) {
    const target = targetOf(dict);
    if (target === undefined || leads(target)) continue;
    const name = shown(pdf.context, target);
    if (!broken.has(name)) broken.set(name, []);
    broken.get(name)!.push(page);
  }
  return [...broken].map(([name, pages]) => ({
    code: "pdf-link-broken" as const,
    message: `A link leads to ${name}, which is not in the file, on ${pagesText(pages)}`,
    hint: HINT,
  }));
}

export function outline(pdf: OpenPdf): Finding[] {
  const leads = destinationsOf(pdf);
  const entries = outlineEntries(pdf);
  if (entries.length === 0 && pdf.pages.length >= LONG) {
    const message = `The PDF has ${pdf.pages.length} pages and no bookmarks`;
    return [{ code: "pdf-accessibility", message, hint: "Export it with bookmarks made from the headings" }];
  }
  return entries.flatMap((entry) => {
    const target = targetOf(entry);
    if (target === undefined || leads(target)) return [];
    const message = `The bookmark “${textOf(entry, "Title") ?? ""}” leads to ${shown(pdf.context, target)}, which is not in the file`;
    return [{ code: "pdf-link-broken" as const, message, hint: HINT }];
  });
}

/** Addresses on the web, each with the first page that links to it. */
export function webAddresses(pdf: OpenPdf): Map<string, number> {
  const found = new Map<string, number>();
  for (const { page, dict } of linksOf(pdf)) {
    const action = dictOf(dict, "A");
    const address = nameOf(action, "S") === "URI" ? textOf(action, "URI") : undefined;
    if (address !== undefined && !found.has(address)) found.set(address, page);
  }
  return found;
}

function linksOf({ pages, context }: OpenPdf): { readonly page: number; readonly dict: PDFDict }[] {
  return pages.flatMap(({ node, number }) =>
    arrayOf(node, "Annots")
      .flatMap((each) => asDict(context.lookup(each)) ?? [])
      .filter((dict) => nameOf(dict, "Subtype") === "Link")
      .map((dict) => ({ page: number, dict })),
  );
}

/** Where a link or a bookmark leads in this file: 12.3.2, 12.6.4.2. */
function targetOf(dict: PDFDict): PDFObject | undefined {
  const own = entryOf(dict, "Dest");
  if (own !== undefined) return own;
  const action = dictOf(dict, "A");
  return nameOf(action, "S") === "GoTo" ? entryOf(action, "D") : undefined;
}

function destinationsOf({ context, catalog, pages }: OpenPdf): (target: PDFObject) => boolean {
  const refs = new Set(pages.map(({ ref }) => ref.tag));
  const named = new Map<string, PDFObject>();
  for (const [key, value] of treeEntries(dictOf(dictOf(catalog, "Names"), "Dests"), "Names")) {
    const name = asText(key);
    if (name !== undefined) named.set(name, value);
  }
  for (const [key, value] of dictOf(catalog, "Dests")?.entries() ?? []) named.set(key.decodeText(), value);
  const isPlace = (target: PDFObject | undefined): boolean => {
    const found = target instanceof PDFDict ? entryOf(target, "D") : target;
    const page = found instanceof PDFArray ? found.asArray()[0] : undefined;
    if (page instanceof PDFRef) return refs.has(page.tag);
    return page instanceof PDFNumber && page.asNumber() < pages.length;
  };
  return (target) => {
    const name = asText(target) ?? (target instanceof PDFName ? target.decodeText() : undefined);
    return name === undefined ? isPlace(target) : isPlace(context.lookup(named.get(name)));
  };
}

function outlineEntries({ catalog }: OpenPdf): PDFDict[] {
  const entries: PDFDict[] = [];
  const seen = new Set<PDFDict>();
  const open = [dictOf(dictOf(catalog, "Outlines"), "First")];
  while (open.length > 0) {
    const entry = open.pop();
    if (entry === undefined || seen.has(entry)) continue;
    seen.add(entry);
    entries.push(entry);
    open.push(dictOf(entry, "Next"), dictOf(entry, "First"));
  }
  return entries;
}

function shown(context: PDFContext, target: PDFObject): string {
  const name = asText(target) ?? (target instanceof PDFName ? target.decodeText() : undefined);
  if (name !== undefined) return `the place “${name}”`;
  return context.lookup(target) instanceof PDFArray ? "a page" : "a place of no known kind";
}
