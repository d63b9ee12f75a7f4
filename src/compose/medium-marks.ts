/**
 * What print and ebooks show differently, said once in the composed tree.
 *
 * An element with `data-medium` is kept by one of them; an empty one with `data-folio-of` is
 * where print puts the folio of an id, with `data-folios-of` a merged list of folios. The
 * renderers know these three attributes and nothing else of what they are for.
 */
import type { Element, ElementContent } from "hast";

export type Medium = "print" | "screen";

/** Content that only one medium shows. */
export function inMedium(medium: Medium, children: ElementContent[]): Element {
  return span({ dataMedium: medium }, children);
}

/** The place for the folio of the page on which an element begins. */
export function folioMark(id: string): Element {
  return span({ className: ["folio"], dataFolioOf: id }, []);
}

/** A mention of something, from the page of one id to that of another. */
export interface PageMention {
  readonly id: string;
  readonly until?: string;
  readonly principal?: true;
}

/** The place for a list of folios, without repetition, in the order of the pages. */
export function folioMarks(mentions: readonly PageMention[]): Element {
  const items = mentions.map(
    ({ id, until, principal }) => id + (until ? `/${until}` : "") + (principal ? "!" : ""),
  );
  return span({ className: ["folios"], dataMedium: "print", dataFoliosOf: items.join(" ") }, []);
}

function span(properties: Element["properties"], children: ElementContent[]): Element {
  return { type: "element", tagName: "span", properties, children };
}
