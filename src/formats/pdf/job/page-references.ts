/**
 * The marks in a printed document that stand for folios until the pages are known.
 *
 * A mark is for one folio, or for a list of folios that is merged when they are known: equal
 * ones become one, consecutive ones a range. Marks are characters of the private use area, so
 * they pass every escaping on the way.
 */
import { escapedAttribute } from "../../../hast/escape.js";
import { type FolioMention, mergeFolios } from "./folio-lists.js";

const START = "\uE000";
const END = "\uE001";
/** Before each item of a list. */
const ITEM = "\uE002";
/** Between an item and the address that its folio links to. */
const ADDRESS = "\uE003";
const MARK = /\uE000([^\uE001]*)\uE001/g;

/** A mark for the folio of the page on which the element begins. */
export function pageReference(id: string): string {
  return START + id + END;
}

/**
 * A mark for a list of folios, each a link.
 *
 * @param items `id`, or `id/id` for a range of pages; with `!` at the end for the principal mention.
 */
export function pageReferenceList(items: readonly string[], addressOf: (id: string) => string): string {
  const marks = items.map((item) => ITEM + item + ADDRESS + addressOf(mentionOf(item).id));
  return START + marks.join("") + END;
}

/** What the marks of a document ask for, in order. */
export function marksIn(html: string): string[] {
  return Array.from(html.matchAll(MARK), ([, mark]) => mark!);
}

/** Puts folios in the places of their marks. */
export function fillPageReferences(html: string, folios: ReadonlyMap<string, string>): string {
  return html.replace(MARK, (_, mark: string) => filledMark(mark, folios));
}

/** What stands in the place of a mark. An id without a folio shows `…`. */
export function filledMark(mark: string, folios: ReadonlyMap<string, string>): string {
  return mark.startsWith(ITEM) ? fillList(mark, folios) : (folios.get(mark) ?? "…");
}

function fillList(mark: string, folios: ReadonlyMap<string, string>): string {
  const items = itemsOf(mark);
  const addresses = new Map(items.map(({ mention, address }) => [mention.id, address]));
  const merged = mergeFolios(
    items.map(({ mention }) => mention),
    folios,
  );
  return merged
    .map(({ id, text, principal }) => {
      const className = principal ? "folio principal" : "folio";
      return `<a class="${className}" href="${escapedAttribute(addresses.get(id) ?? "")}">${text}</a>`;
    })
    .join(", ");
}

function itemsOf(mark: string): { readonly mention: FolioMention; readonly address: string }[] {
  return mark
    .slice(1)
    .split(ITEM)
    .map((item) => {
      const [mention = "", address = ""] = item.split(ADDRESS);
      return { mention: mentionOf(mention), address };
    });
}

function mentionOf(item: string): FolioMention {
  const isPrincipal = item.endsWith("!");
  const [id = "", until] = (isPrincipal ? item.slice(0, -1) : item).split("/");
  return { id, ...(until === undefined ? {} : { until }), ...(isPrincipal ? { principal: true } : {}) };
}
