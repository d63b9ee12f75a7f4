/** The marks in a printed document that stand for folios until the pages are known. */

const START = "\uE000";
const END = "\uE001";
const MARK = /\uE000([^\uE001]*)\uE001/g;

/** A mark for the folio of the page on which the element begins. */
export function pageReference(id: string): string {
  return START + id + END;
}

/** The ids whose folios a document shows, each once. */
export function referencedIds(html: string): string[] {
  return [...new Set([...html.matchAll(MARK)].map((match) => match[1]!))];
}

/** Puts folios in the places of their marks. An id without a folio shows `…`. */
export function fillPageReferences(html: string, folios: ReadonlyMap<string, string>): string {
  return html.replace(MARK, (_, id: string) => folios.get(id) ?? "…");
}
