/** What the processor has at hand while it cites: style, works, words, and what tells works apart. */
import type { Item } from "../item.js";
import {
  type Context,
  type Distinction,
  freshProgress,
  type GivenNames,
  type WorkMention,
} from "./context.js";
import type { Distinctions } from "./distinguish.js";
import { evaluateChildren } from "./evaluate.js";
import type { Locale } from "./locale.js";
import { box, boxesIn, boxTagged, type Output, replaced, words } from "./output.js";
import { sortBy } from "./sort.js";
import type { Area, Style } from "./style.js";
import type { XmlElement } from "./xml.js";

export interface Desk {
  readonly style: Style;
  readonly items: ReadonlyMap<string, Item>;
  readonly locale: Locale;
  readonly distinctions: Distinctions;
  givenNames: GivenNames;
}

/** For the bibliography, where nothing was said of a place. */
export const PLAIN_MENTION: WorkMention = { position: "first", isNear: false };

export function contextOf(
  { style, locale, items, distinctions, givenNames }: Desk,
  key: string,
  area: Context["area"],
  mention: WorkMention = PLAIN_MENTION,
  distinction: Distinction = distinctions.get(key)!,
): Context {
  const options = (area === "citation" ? style.citation : style.bibliography)?.attributes;
  return {
    style,
    locale,
    item: items.get(key)!,
    area,
    mention,
    distinction,
    givenNames,
    purpose: "show",
    nameOptions: { ...style.options, ...options },
    progress: freshProgress(),
  };
}

/** The elements of a layout for one work; the letter of its year stands where the style puts it, else after the first year. */
export function evaluated(children: readonly XmlElement[], context: Context): Output[] {
  const { output } = evaluateChildren(children, context);
  const { yearSuffix } = context.distinction;
  if (yearSuffix === undefined || boxTagged(output, "year-suffix")) return output;
  const suffix = box(words(yearSuffix), {}, { tag: { kind: "year-suffix" } });
  const date = [...boxesIn(output)].find(({ tag }) => tag?.kind === "date" && tag.variable !== "accessed");
  const years = date ? [...boxesIn([date])].filter(({ tag }) => tag?.kind === "year") : [];
  const label = boxTagged(output, "citation-label");
  if (label) return replaced(output, label, () => [{ ...label, children: [...label.children, ...suffix] }]);
  const target = years.at(-1) ?? date;
  return target ? replaced(output, target, (year) => box([year, ...suffix], {})) : output;
}

export function sorted(desk: Desk, keys: readonly string[], { sort }: Area, area: Context["area"]): string[] {
  return sortBy(keys, sort, (key, { attributes }) => {
    const context = contextOf(desk, key, area);
    const names = {
      ...(attributes["names-min"] === undefined ? {} : { "et-al-min": attributes["names-min"] }),
      ...(attributes["names-use-first"] === undefined
        ? {}
        : { "et-al-use-first": attributes["names-use-first"] }),
      ...(attributes["names-use-last"] === undefined
        ? {}
        : { "et-al-use-last": attributes["names-use-last"] }),
    };
    return { ...context, purpose: "sort", nameOptions: { ...context.nameOptions, ...names } };
  });
}
