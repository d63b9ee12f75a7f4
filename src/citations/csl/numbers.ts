/** Numbers and the words for what they count (CSL 1.0.2, "Number", "Label"). */
import { toRoman } from "../../language/roman.js";
import { type Context, called, dressed, NOTHING, peekAt, type Result, variableOf } from "./context.js";
import { isNumeric, isPlural } from "./numeric.js";
import { words } from "./output.js";
import { tidyRange } from "./pages.js";
import type { XmlElement } from "./xml.js";

export function renderNumber(node: XmlElement, context: Context): Result {
  const { variable = "", form } = node.attributes;
  const value = variableOf(context, variable);
  if (value === "") return called([]);
  const written = isNumeric(value) ? inForm(value, form, variable, context) : value;
  return called(dressed(words(written), node));
}

function inForm(value: string, form: string | undefined, variable: string, context: Context): string {
  const tidy = tidyRange(value, context);
  if (form === undefined || form === "numeric") return tidy;
  const { locale } = context;
  const gender = locale.gender(variable);
  return tidy.replace(/(?<!\p{L})\d+(?!\p{L})/gu, (digits) => {
    const number = Number(digits);
    if (form === "roman") return number > 0 && number < 4000 ? toRoman(number).toLowerCase() : digits;
    const long = form === "long-ordinal" ? longOrdinal(number, context, gender) : undefined;
    return long ?? digits + locale.ordinal(number, gender);
  });
}

function longOrdinal(
  number: number,
  { locale }: Context,
  gender: ReturnType<Context["locale"]["gender"]>,
): string | undefined {
  if (number > 10) return undefined;
  return locale.term(`long-ordinal-${String(number).padStart(2, "0")}`, "long", "one", gender);
}

export function renderLabel(node: XmlElement, context: Context): Result {
  const { variable = "", form = "long", plural = "contextual" } = node.attributes;
  const value = peekAt(context, variable);
  if (value === "") return NOTHING;
  const name = variable === "locator" ? (context.mention.label ?? "page") : variable;
  const and = context.locale.term("and") ?? "and";
  const isMany = plural === "always" || (plural === "contextual" && isPlural(variable, value, and));
  const number = isMany ? "many" : "one";
  const term =
    context.locale.term(name, form, number) ?? context.locale.term(name.replace(" ", "-"), form, number);
  return { output: dressed(words(term ?? ""), node), variables: "none" };
}
