/** Reads a `locale` element, of a style or of a file of its own (CSL 1.0.2, "Locale files"). */
import type {
  DateForm,
  DatePart,
  Gender,
  LocaleTable,
  Ordinal,
  OrdinalMatch,
} from "./locales/locale-data.js";
import { childNamed, childrenNamed, type XmlElement } from "./xml.js";

export function readLocaleElement(locale: XmlElement): LocaleTable {
  const list = childNamed(locale, "terms");
  const found = childrenNamed(list ?? locale, "term");
  const ordinals = found.flatMap(ordinalOf);
  const genders = found.flatMap(({ attributes }) =>
    attributes.gender === undefined ? [] : [[attributes.name, attributes.gender as Gender]],
  );
  const options = childNamed(locale, "style-options")?.attributes ?? {};
  return {
    terms: Object.fromEntries(found.map(termOf)),
    dates: Object.fromEntries(childrenNamed(locale, "date").map(dateOf)),
    ...(ordinals.length > 0 ? { ordinals } : {}),
    ...(genders.length > 0 ? { genders: Object.fromEntries(genders) } : {}),
    ...optionOf("punctuationInQuote", options["punctuation-in-quote"]),
    ...optionOf("limitDayOrdinals", options["limit-day-ordinals-to-day-1"]),
  };
}

function optionOf(name: string, value: string | undefined): Record<string, boolean> {
  return value === undefined ? {} : { [name]: value === "true" };
}

function termOf(term: XmlElement): [string, string | readonly [string, string]] {
  const { name = "", form = "long", "gender-form": gender } = term.attributes;
  const one = childNamed(term, "single")?.text;
  const many = childNamed(term, "multiple")?.text;
  const key = [name, ...(form === "long" ? [] : [form]), ...(gender === undefined ? [] : [gender])].join(" ");
  return [key, one === undefined && many === undefined ? textOf(term) : [one ?? "", many ?? one ?? ""]];
}

/** What is only laid out over lines is empty; a blank on one line is meant. */
function textOf({ text }: XmlElement): string {
  return /^\s*\n\s*$/.test(text) ? "" : text;
}

function ordinalOf({ attributes, text }: XmlElement): Ordinal[] {
  const { name = "", match, "gender-form": gender } = attributes;
  const number = /^ordinal(?:-(\d\d))?$/.exec(name);
  if (!number) return [];
  return [
    {
      text,
      ...(number[1] === undefined ? {} : { number: Number(number[1]) }),
      ...(match === undefined ? {} : { match: match as OrdinalMatch }),
      ...(gender === undefined ? {} : { gender: gender as Gender }),
    },
  ];
}

function dateOf(date: XmlElement): [string, DateForm] {
  const parts = childrenNamed(date, "date-part").map(({ attributes }) => attributes as unknown as DatePart);
  return [date.attributes.form ?? "", { parts, attributes: date.attributes }];
}
