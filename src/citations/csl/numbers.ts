/** Numbers, their words, and ranges of pages. */
import { toRoman } from "../../language/roman.js";
import { type Context, called, NOTHING, type Result, variableOf } from "./context.js";
import { finish } from "./finish.js";
import type { Locale } from "./locale.js";
import { text } from "./rich.js";
import type { XmlElement } from "./xml.js";

const NUMERIC = /^\p{L}{0,2}\d+\p{L}{0,2}(?:\s*[-–—,&]\s*\p{L}{0,2}\d+\p{L}{0,2})*$/u;
const ROMAN = /^[ivxlcdm]+(?:\s*[-–—,&]\s*[ivxlcdm]+)*$/i;

/** True for numbers, also several and with letters: `12a`, `3–5`, `2nd` (CSL 1.0.2, "is-numeric"). */
export function isNumeric(value: string): boolean {
  return NUMERIC.test(value.trim());
}

/** True when a number stands for several things. */
export function isPlural(variable: string, value: string): boolean {
  if (variable.startsWith("number-of-")) return Number.parseInt(value, 10) > 1;
  return (isNumeric(value) || ROMAN.test(value)) && /\S\s*[-–—,&]\s*\S/.test(value);
}

export function renderNumber(node: XmlElement, context: Context): Result {
  const { variable = "", form } = node.attributes;
  const value = variableOf(context, variable);
  if (value === "") return called([]);
  const written = isNumeric(value) ? inForm(value, form, context.locale) : value;
  return called(finish(text(written), node, context));
}

function inForm(value: string, form: string | undefined, locale: Locale): string {
  if (form === undefined || form === "numeric") return tidyRange(value, locale);
  return tidyRange(value, locale).replace(/\d+/g, (digits) => {
    const number = Number(digits);
    if (form === "roman") return number > 0 && number < 4000 ? toRoman(number).toLowerCase() : digits;
    return digits + ordinalSuffix(number, locale);
  });
}

/** The last two digits decide, then the last one (CSL 1.0.2, "Ordinal suffixes"). */
export function ordinalSuffix(number: number, locale: Locale): string {
  const twoDigits = String(number % 100).padStart(2, "0");
  const one = `ordinal-0${number % 10}`;
  const isFirst = locale.language.startsWith("fr") && number !== 1;
  return (
    locale.term(`ordinal-${twoDigits}`) ??
    (isFirst ? undefined : locale.term(one)) ??
    locale.term("ordinal") ??
    ""
  );
}

function tidyRange(value: string, locale: Locale): string {
  const dash = locale.term("page-range-delimiter") ?? "–";
  return value
    .replace(/\s*[-–—]+\s*/g, dash)
    .replace(/\s*,\s*/g, ", ")
    .replace(/\s*&\s*/g, " & ");
}

/** Page ranges as the style wants them: `page-range-format`. */
export function pageRange(value: string, { locale, style }: Context): string {
  const format = style.options["page-range-format"];
  return tidyRange(value, locale).replace(
    /(\d+)([^\d\s,&]+)(\d+)/g,
    (whole, first: string, dash: string, last: string) => {
      const full = last.length < first.length ? first.slice(0, first.length - last.length) + last : last;
      if (format === undefined || full.length !== first.length)
        return format === undefined ? whole : first + dash + full;
      return first + dash + shortened(first, full, format);
    },
  );
}

function shortened(first: string, last: string, format: string): string {
  let same = 0;
  while (same < last.length - 1 && first[same] === last[same]) same++;
  if (format === "minimal") return last.slice(same);
  if (format === "minimal-two") return last.slice(Math.max(0, Math.min(same, last.length - 2)));
  if (format.startsWith("chicago")) return chicago(first, last, same);
  return last;
}

/** The Chicago Manual of Style, 9.61: 3–10, 100–104, 107–8, 321–25. */
function chicago(first: string, last: string, same: number): string {
  const number = Number(first);
  if (number < 100 || number % 100 === 0) return last;
  if (number % 100 < 10) return last.slice(same);
  return last.slice(Math.max(0, Math.min(same, last.length - 2)));
}

export function renderLabel(node: XmlElement, context: Context): Result {
  const { variable = "", form = "long", plural = "contextual" } = node.attributes;
  const value = variableOf(context, variable);
  if (value === "") return NOTHING;
  const name = variable === "locator" ? (context.mention.label ?? "page") : variable;
  const isMany = plural === "always" || (plural === "contextual" && isPlural(variable, value));
  const term = context.locale.term(name, form, isMany ? "many" : "one");
  return { nodes: finish(text(term ?? ""), node, context), variables: "none" };
}
