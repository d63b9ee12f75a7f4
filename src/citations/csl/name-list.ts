/** A list of names: how many are shown, and what joins them (CSL 1.0.2, "Name", "Et-al"). */
import type { Name } from "../item.js";
import type { Context, GivenForm } from "./context.js";
import { type Demotion, type NameStyle, nameKey, nameOutput } from "./name-parts.js";
import { type Attributes, box, type Output, render, words } from "./output.js";
import { plain } from "./text/rich.js";
import { childrenNamed, type XmlElement } from "./xml.js";

export interface NameElements {
  readonly name: XmlElement | undefined;
  readonly etAl: XmlElement | undefined;
}

interface Options {
  readonly attributes: Attributes;
  readonly elements: NameElements;
  readonly context: Context;
}

/** How many of a list are shown; `form="count"` says only that. */
export function shownCount(all: readonly Name[], elements: NameElements, context: Context): number {
  return countShown(namedIn(all).length, all.length, optionsOf(elements, context));
}

export function nameList(all: readonly Name[], elements: NameElements, context: Context): Output[] {
  const options = optionsOf(elements, context);
  const { attributes } = options;
  const names = namedIn(all);
  const shown = countShown(names.length, all.length, options);
  if (context.purpose === "sort") return sortedList(names, shown, options);
  const written = names.slice(0, shown).map((name, index) => oneName(name, index, options));
  const delimiter = attributes.delimiter ?? attributes["name-delimiter"] ?? ", ";
  const isOpen = names.length < all.length;
  if (shown === names.length && !isOpen) return withAnd(written, names, delimiter, options);
  if (attributes["et-al-use-last"] === "true" && !isOpen && shown < names.length - 1) {
    const last = oneName(names.at(-1)!, names.length - 1, options);
    return [...joined(written, delimiter), ...words(`${delimiter}… `), ...last];
  }
  return withEtAl(written, names, delimiter, options);
}

/** As the list is sorted: the family first, nothing that joins the names. */
function sortedList(names: readonly Name[], shown: number, options: Options): Output[] {
  const isLastShown = options.attributes["et-al-use-last"] === "true" && shown < names.length;
  const written = names.slice(0, shown).map((name, index) => oneName(name, index, options));
  const last = isLastShown ? [oneName(names.at(-1)!, names.length - 1, options)] : [];
  return joined([...written, ...last], "  ");
}

/** “others” at the end of a list is no name. */
function namedIn(all: readonly Name[]): readonly Name[] {
  return all.at(-1)?.literal === "others" ? all.slice(0, -1) : all;
}

/** Options of the style and of `citation` or `bibliography` come first, those of `name` last. */
function optionsOf(elements: NameElements, context: Context): Options {
  const { "name-form": form, ...inherited } = context.nameOptions;
  const attributes = { ...inherited, ...(form === undefined ? {} : { form }), ...elements.name?.attributes };
  return { attributes, elements, context };
}

/** @param all counts “others” as a name. */
function countShown(count: number, all: number, { attributes, context }: Options): number {
  const isLater = context.area === "citation" && context.mention.position !== "first";
  const option = (name: string) =>
    (isLater && attributes[`et-al-subsequent-${name}`]) || attributes[`et-al-${name}`];
  const [minimum, first] = [Number(option("min")), Number(option("use-first"))];
  // One without the other says nothing.
  if (!(all >= minimum) || Number.isNaN(first)) return count;
  return Math.min(count, Math.max(first, context.area === "citation" ? (context.distinction.names ?? 0) : 0));
}

export function demotionOf({ style }: Context): Demotion {
  return (style.options["demote-non-dropping-particle"] as Demotion | undefined) ?? "display-and-sort";
}

function oneName(name: Name, index: number, options: Options): Output[] {
  const { attributes, elements, context } = options;
  const sorted = attributes["name-as-sort-order"];
  const given = context.area === "citation" ? givenFormOf(name, index, context) : undefined;
  const nameParts = elements.name ? childrenNamed(elements.name, "name-part") : [];
  const isSorting = context.purpose === "sort";
  const demotion = demotionOf(context);
  const style: NameStyle = {
    form: attributes.form === "short" && given === undefined ? "short" : "long",
    order: isSorting || sorted === "all" || (sorted === "first" && index === 0) ? "sorted" : "spoken",
    sortSeparator: isSorting ? " " : (attributes["sort-separator"] ?? ", "),
    ...initialsIn(attributes, given, context),
    demote: isSorting && demotion !== "never" ? "display-and-sort" : demotion,
    parts: new Map(nameParts.map((part) => [part.attributes.name ?? "", part.attributes])),
    language: context.locale.language,
  };
  return box(nameOutput(name, style), {}, { tag: { kind: "name", person: name } });
}

function givenFormOf(name: Name, index: number, { distinction, givenNames }: Context): GivenForm | undefined {
  const key = nameKey(name);
  const isMeant = givenNames.which === "all" || index === 0;
  return distinction.givenNames?.get(key) ?? (isMeant ? givenNames.forms.get(key) : undefined);
}

function initialsIn(
  attributes: Attributes,
  given: GivenForm | undefined,
  { style }: Context,
): Pick<NameStyle, "initials"> {
  const after = attributes["initialize-with"];
  if (after === undefined || given === "long") return {};
  const which = attributes.initialize === "false" ? "given" : "all";
  const hyphens = style.options["initialize-with-hyphen"] === "false" ? "drop" : "keep";
  return { initials: { after, which, hyphens } };
}

function joined(names: readonly Output[][], delimiter: string): Output[] {
  return names.flatMap((each, index) => (index === 0 ? each : [...words(delimiter), ...each]));
}

function withAnd(
  names: readonly Output[][],
  people: readonly Name[],
  delimiter: string,
  { attributes, context }: Options,
): Output[] {
  const { and } = attributes;
  const last = names.at(-1);
  if (names.length < 2 || and === undefined || !last) return joined(names, delimiter);
  const word = context.locale.term("and", and === "symbol" ? "symbol" : "long") ?? "and";
  const rule = attributes["delimiter-precedes-last"];
  const isDelimited = delimits(rule, names.length - 1, people, attributes);
  const before = isDelimited ? delimiter : " ";
  const after = isAttached(word, last) ? "" : " ";
  return [...joined(names.slice(0, -1), delimiter), ...words(before), ...words(word + after), ...last];
}

/** The “and” of Hebrew and Arabic is a letter before the next word, if that is written like it. */
function isAttached(word: string, next: readonly Output[]): boolean {
  const script = word === "ו" ? /^\p{sc=Hebrew}/u : word === "و" ? /^\p{sc=Arabic}/u : undefined;
  return script?.test(plain(render(next))) ?? false;
}

/** Whether a delimiter stands before “and” or “et al.” after so many names. */
function delimits(
  rule: string | undefined,
  count: number,
  people: readonly Name[],
  attributes: Attributes,
): boolean {
  if (rule === "always") return true;
  if (rule === "never") return false;
  if (rule !== "after-inverted-name") return count > 1;
  const order = attributes["name-as-sort-order"];
  const isInverted = order === "all" || (order === "first" && count === 1);
  return isInverted && people[count - 1]?.literal === undefined;
}

function withEtAl(
  names: readonly Output[][],
  people: readonly Name[],
  delimiter: string,
  { attributes, elements, context }: Options,
): Output[] {
  const term = context.locale.term(elements.etAl?.attributes.term ?? "et-al") ?? "et al.";
  if (names.length === 0 || term === "") return joined(names, delimiter);
  const rule = attributes["delimiter-precedes-et-al"];
  const isDelimited = delimits(rule, names.length, people, attributes);
  const etAl = box(words(term), elements.etAl?.attributes ?? {});
  return [...joined(names, delimiter), ...words(isDelimited ? delimiter : " "), ...etAl];
}
