/** Dates: in the form of the language, or part by part (CSL 1.0.2, "Date"). */
import type { DateValue } from "../item.js";
import { type Context, called, dressed, type Result } from "./context.js";
import { partText, twoDigits } from "./date-parts.js";
import { type Attributes, box, type Output, words } from "./output.js";
import { childrenNamed, type XmlElement } from "./xml.js";

type Parts = readonly number[];

interface Form {
  readonly parts: readonly XmlElement[];
  readonly delimiter: string;
}

/** @param isEnd whether nothing of the date comes after these parts. */
type Single = (values: Parts, parts: readonly XmlElement[], isEnd?: boolean) => Output[];

export function renderDate(node: XmlElement, context: Context): Result {
  const { variable = "", form } = node.attributes;
  const date = context.item.dates[variable];
  if (!date || context.progress.used.has(variable)) return called([]);
  const shown = formOf(node, form, context);
  if (context.purpose === "sort") return called(words(sortable(date, shown.parts)));
  const output = outputOf(date, shown, context);
  if (output.length > 0) context.progress.given.add(variable);
  return called(
    dressed(output, node, { tag: { kind: "date", variable }, language: context.locale.language }),
  );
}

function outputOf(date: DateValue, form: Form, context: Context): Output[] {
  const [first, last] = date["date-parts"] ?? [];
  if (!first) return words(date.literal ?? date.raw ?? "");
  const single: Single = (values, parts, isEnd = true) =>
    partsOutput(values, parts, date, form.delimiter, isEnd, context);
  if (!last) return single(first, form.parts);
  return rangeOf(first, last, form, single);
}

/** The parts that are shown, as the elements of a style or the language say them. */
function formOf(node: XmlElement, form: string | undefined, context: Context): Form {
  const own = childrenNamed(node, "date-part");
  if (form !== "text" && form !== "numeric")
    return { parts: own, delimiter: node.attributes.delimiter ?? "" };
  const wanted = (node.attributes["date-parts"] ?? "year-month-day").split("-");
  const changes = new Map(own.map((part) => [part.attributes.name, part.attributes]));
  const standard = context.locale.date(form);
  const parts = standard.parts.filter(({ name }) => wanted.includes(name));
  return {
    parts: parts.map((part) => partElement({ ...part }, changes.get(part.name))),
    delimiter: standard.attributes.delimiter ?? "",
  };
}

/** Affixes are the language's (CSL 1.0.2, "Localized date formats"). */
function partElement(part: Attributes, own: Attributes = {}): XmlElement {
  const { prefix: _, suffix: __, ...changes } = own;
  return { name: "date-part", attributes: { ...part, ...changes }, children: [], text: "", line: 0 };
}

/** Parts that both ends have in common are shown once: 3–5 May 2020. */
function rangeOf(first: Parts, last: Parts, { parts, delimiter }: Form, single: Single): Output[] {
  const order = ["year", "month", "day"].filter((name) =>
    parts.some((part) => part.attributes.name === name),
  );
  const index = (name: string) => ["year", "month", "day"].indexOf(name);
  const differs = order.find((name) => first[index(name)] !== last[index(name)]);
  if (differs === undefined) return single(first, parts);
  const hasDay = first[2] !== undefined || last[2] !== undefined;
  const changing = parts.filter(
    ({ attributes: { name = "" } }) => index(name) >= index(differs) && (name !== "day" || hasDay),
  );
  const dash =
    parts.find(({ attributes }) => attributes.name === differs)?.attributes["range-delimiter"] ?? "–";
  const begins = parts.indexOf(changing[0]!);
  const isTogether = changing.every((part, at) => parts[begins + at] === part);
  const [before, after] = isTogether
    ? [parts.slice(0, begins), parts.slice(begins + changing.length)]
    : [[], []];
  const middle = isTogether ? changing : parts;
  const opening = middle.map((part, at) => (at === middle.length - 1 ? without("suffix", part) : part));
  const closing =
    last.length === 0 ? [] : middle.map((part, at) => (at === 0 ? without("prefix", part) : part));
  const range = [
    ...single(first, opening, false),
    ...words(dash),
    ...single(last, closing, after.length === 0),
  ];
  return box([...single(first, before, false), ...box(range, {}), ...single(first, after)], { delimiter });
}

function without(affix: "prefix" | "suffix", part: XmlElement): XmlElement {
  const { [affix]: _, ...attributes } = part.attributes;
  return { ...part, attributes };
}

function partsOutput(
  values: Parts,
  parts: readonly XmlElement[],
  date: DateValue,
  delimiter: string,
  isEnd: boolean,
  context: Context,
): Output[] {
  const said = parts.map((part) => ({ part, value: partText(values, part.attributes, date, context) }));
  const lastAt = said.findLastIndex(({ value }) => value !== "");
  const shown = said.flatMap(({ part, value }, at) => {
    // A month without its day leaves no comma behind.
    const isCut =
      isEnd && at === lastAt && at < said.length - 1 && /^[\s,./-]+$/.test(part.attributes.suffix ?? "");
    const isYear = part.attributes.name === "year";
    return dressed(words(value), isCut ? without("suffix", part) : part, {
      language: context.locale.language,
      ...(isYear ? { tag: { kind: "year" } as const } : {}),
    });
  });
  return box(shown, { delimiter });
}

/** Sorts as text: `120260503`; the year before our era comes first. Only parts that are shown count. */
export function sortable(date: DateValue, parts?: readonly XmlElement[]): string {
  const shows = (name: string) => !parts || parts.some(({ attributes }) => attributes.name === name);
  const one = ([year = 0, month = 0, day = 0]: Parts) =>
    String(year + 10000).padStart(5, "0") +
    twoDigits(shows("month") ? month : 0) +
    twoDigits(shows("day") ? day : 0);
  const [first, last] = date["date-parts"] ?? [];
  if (!first) return date.literal ?? date.raw ?? "";
  return last && last.length > 0 ? `${one(first)}–${one(last)}` : one(first);
}
