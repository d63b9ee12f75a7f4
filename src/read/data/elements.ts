/** Elements that are made of data, each with the place of what it shows. */
import type { Element, ElementContent, Properties } from "hast";
import type { Location } from "../../diagnostics/location.js";

export type Content = ElementContent | string | undefined;

/** Makes an element; strings become text, and what is undefined is left out. */
export function element(
  tagName: string,
  properties: Properties,
  children: readonly Content[],
  at?: Location,
): Element {
  const place = at === undefined ? {} : { position: positionOf(at) };
  const nodes = children.flatMap((child): ElementContent[] => {
    if (child === undefined || child === "") return [];
    return [typeof child === "string" ? { type: "text", value: child, ...place } : child];
  });
  return { type: "element", tagName, properties, children: nodes, ...place };
}

function positionOf({ line = 1, column = 1 }: Location) {
  return { start: { line, column }, end: { line, column } };
}

/** An element with one class. */
export function classed(tagName: string, name: string, children: readonly Content[], at?: Location): Element {
  return element(tagName, { className: [name] }, children, at);
}

/** One of the book's own words, which the language of the section decides (`compose/data-words.ts`). */
export function wordMark(key: string): Element {
  return element("span", { dataWord: key }, []);
}

/** A day, which the language of the section writes out; anything else as it is. */
export function dateMark(date: string): Content {
  return isDay(date) ? element("time", { dateTime: date, dataDate: date }, [date]) : date;
}

/** `YYYY-MM-DD`, a day that there is. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
