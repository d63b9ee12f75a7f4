/** Tells which block of the sources an element of an ebook's document shows: by its words, in their order. */
import type { EbookBlock } from "../../model/source-map.js";

const BLOCKS = "p,li,dt,dd,h1,h2,h3,h4,h5,h6,pre,table,th,td,blockquote,figure,figcaption";
/** How many letters tell one block from another. */
const LENGTH = 48;

/** The elements of a document with their sources, in document order. */
export function placesIn(document: Document, blocks: readonly EbookBlock[]): Map<Element, string> {
  const places = new Map<Element, string>();
  const waiting = blocks.map(({ source, text }) => ({ source, letters: lettersOf(text) }));
  let next = 0;
  for (const element of document.querySelectorAll(BLOCKS)) {
    const letters = lettersOf((element.textContent ?? "").trim().slice(0, LENGTH * 4));
    if (letters === "") continue;
    const at = waiting.findIndex((block, index) => index >= next && block.letters === letters);
    if (at < 0) continue;
    places.set(element, waiting[at]!.source);
    next = at + 1;
  }
  return places;
}

/** The nearest element around or before another one that has a source. */
export function placeOf(
  places: ReadonlyMap<Element, string>,
  element: Element,
): [Element, string] | undefined {
  for (let around: Element | null = element; around; around = around.parentElement) {
    const source = places.get(around);
    if (source !== undefined) return [around, source];
  }
  let best: [Element, string] | undefined;
  for (const place of places) {
    if (place[0].compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) best = place;
  }
  return best;
}

function lettersOf(text: string): string {
  return text.replace(/[\s\u00AD\u200B\u2060\uFEFF]+/g, "").slice(0, LENGTH);
}
