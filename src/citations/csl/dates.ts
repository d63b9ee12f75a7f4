/** Dates: in the form of the language, or part by part. */
import type { DateValue } from "../item.js";
import { type Context, called, type Result } from "./context.js";
import { finish } from "./finish.js";
import type { DatePart } from "./locales/locale-data.js";
import { ordinalSuffix } from "./numbers.js";
import { concat, plain, type Rich, text } from "./rich.js";
import { childrenNamed, type XmlElement } from "./xml.js";

type Parts = readonly number[];

export function renderDate(node: XmlElement, context: Context): Result {
  const { variable = "", form } = node.attributes;
  const date = context.item.dates[variable];
  if (!date || context.progress.used.has(variable)) return called([]);
  if (context.purpose === "sort") return called(text(sortable(date)));
  const parts = partsOf(node, form, context);
  const [first, last] = date["date-parts"] ?? [];
  if (!first) return called(finish(text(date.literal ?? date.raw ?? ""), node, context));
  const isLocalized = form === "text" || form === "numeric";
  const delimiter = node.attributes.delimiter ?? (isLocalized ? context.locale.date(form).delimiter : "");
  const single = (values: Parts, shown: readonly XmlElement[]) =>
    withSuffix(render(values, shown, date, delimiter, context), node, context);
  if (!last || last.length === 0) return called(finish(single(first, parts), node, context));
  return called(finish(rangeOf(first, last, parts, single), node, context));
}

/** The parts that are shown, as the elements of a style say them. */
function partsOf(node: XmlElement, form: string | undefined, context: Context): XmlElement[] {
  const own = childrenNamed(node, "date-part");
  if (form !== "text" && form !== "numeric") return own;
  const wanted = node.attributes["date-parts"] ?? "year-month-day";
  const named = new Map(own.map((part) => [part.attributes.name, part.attributes]));
  const standard = context.locale.date(form).parts.filter(({ name }) => wanted.includes(name));
  return standard.map((part, index) =>
    partElement(part, index === standard.length - 1, named.get(part.name)),
  );
}

function partElement(
  { suffix, ...part }: DatePart,
  isLast: boolean,
  own: Readonly<Record<string, string>> | undefined,
): XmlElement {
  const { prefix: _, suffix: __, ...changes } = own ?? {};
  const attributes = { ...part, ...changes, ...(suffix === undefined || isLast ? {} : { suffix }) };
  return { name: "date-part", attributes, children: [], text: "", line: 0 };
}

/** Parts that both ends have in common are shown once: 3–5 May 2020. */
function rangeOf(
  first: Parts,
  last: Parts,
  parts: readonly XmlElement[],
  single: (values: Parts, shown: readonly XmlElement[]) => Rich,
): Rich {
  const order = ["year", "month", "day"];
  const differs = order.findIndex((_, index) => first[index] !== last[index]);
  if (differs < 0) return single(first, parts);
  const changing = parts.filter((part) => order.indexOf(part.attributes.name ?? "") >= differs);
  const begins = parts.indexOf(changing[0]!);
  const isTogether = changing.every((part, index) => parts[begins + index] === part);
  if (!isTogether || changing.length === 0)
    return concat([single(first, parts), text("–"), single(last, parts)]);
  const before = parts.slice(0, begins);
  const after = parts.slice(begins + changing.length);
  const opening = changing.map((part, index) => (index === changing.length - 1 ? withoutSuffix(part) : part));
  return concat([single(first, [...before, ...opening]), text("–"), single(last, [...changing, ...after])]);
}

function withoutSuffix(part: XmlElement): XmlElement {
  const { suffix: _, ...attributes } = part.attributes;
  return { ...part, attributes };
}

function render(
  values: Parts,
  parts: readonly XmlElement[],
  date: DateValue,
  delimiter: string,
  context: Context,
): Rich {
  const shown = parts.flatMap((part): Rich[] => {
    const value = partText(values, part, date, context);
    return value === "" ? [] : [finish(text(value), part, context)];
  });
  const joined = concat(shown.flatMap((part, index) => (index === 0 ? [part] : [text(delimiter), part])));
  // A month without its day leaves no comma behind.
  const last = shown.at(-1);
  return last && /[,\s/-]$/.test(plain(last)) ? trimmed(joined) : joined;
}

function trimmed(nodes: Rich): Rich {
  const last = nodes.at(-1);
  if (last?.type !== "text") return nodes;
  return [...nodes.slice(0, -1), { ...last, value: last.value.replace(/[,\s/-]+$/, "") }];
}

function partText(values: Parts, { attributes }: XmlElement, date: DateValue, context: Context): string {
  const [year, month, day] = values;
  const { name, form } = attributes;
  if (name === "year") return year === undefined ? "" : yearText(year, form);
  if (name === "month") {
    if (month === undefined) return seasonText(date, context);
    if (form === "numeric") return String(month);
    return form === "numeric-leading-zeros" ? pad(month) : context.locale.month(month, form);
  }
  if (day === undefined) return "";
  if (form === "numeric-leading-zeros") return pad(day);
  return form === "ordinal" ? day + ordinalSuffix(day, context.locale) : String(day);
}

function yearText(year: number, form: string | undefined): string {
  if (year < 0) return `${-year} BC`;
  return form === "short" ? pad(year % 100) : String(year);
}

function seasonText({ season }: DateValue, { locale }: Context): string {
  return season === undefined ? "" : (locale.term(`season-${pad(season)}`) ?? "");
}

function pad(number: number): string {
  return String(number).padStart(2, "0");
}

/** `a` after the year that tells apart two works of one author and year, unless the style places it. */
function withSuffix(nodes: Rich, node: XmlElement, { distinction, progress }: Context): Rich {
  const { yearSuffix } = distinction;
  if (yearSuffix === undefined || progress.hasYearSuffix || progress.yearSuffix === "as the style says") {
    return nodes;
  }
  if (node.attributes.variable !== "issued" || !/\d/.test(plain(nodes))) return nodes;
  progress.hasYearSuffix = true;
  return concat([nodes, text(yearSuffix)]);
}

/** Sorts as text: `20260503`. */
export function sortable(date: DateValue): string {
  const [parts] = date["date-parts"] ?? [];
  if (!parts) return date.literal ?? date.raw ?? "";
  const [year = 0, month = 0, day = 0] = parts;
  return String(year + 10000).padStart(5, "0") + pad(month) + pad(day);
}
