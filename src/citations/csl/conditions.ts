/** The questions of `choose` (CSL 1.0.2, "Choose"). */
import { type Context, variableOf } from "./context.js";
import { isNumeric } from "./numbers.js";
import type { XmlElement } from "./xml.js";

const POSITIONS: Readonly<Record<string, readonly string[]>> = {
  first: ["first"],
  subsequent: ["subsequent", "ibid", "ibid-with-locator"],
  ibid: ["ibid", "ibid-with-locator"],
  "ibid-with-locator": ["ibid-with-locator"],
};

const TESTS: Readonly<Record<string, (value: string, context: Context) => boolean>> = {
  type: (value, { item }) => item.type === value,
  variable: (value, context) => hasVariable(value, context),
  "is-numeric": (value, context) => isNumeric(variableOf(context, value)),
  "is-uncertain-date": (value, { item }) => Boolean(item.dates[value]?.circa),
  locator: (value, { mention }) => mention.locator !== undefined && (mention.label ?? "page") === value,
  position: (value, { mention, area }) =>
    area === "citation" &&
    (value === "near-note" ? mention.isNear : (POSITIONS[value]?.includes(mention.position) ?? false)),
  disambiguate: (value, { distinction }) => (distinction.disambiguate === true) === (value === "true"),
};

export function holds({ name, attributes }: XmlElement, context: Context): boolean {
  if (name === "else") return true;
  const answers = Object.entries(attributes).flatMap(([test, values]) => {
    const ask = TESTS[test];
    return ask ? values.split(/\s+/).map((value) => ask(value, context)) : [];
  });
  if (attributes.match === "any") return answers.some(Boolean);
  return attributes.match === "none" ? !answers.some(Boolean) : answers.every(Boolean);
}

function hasVariable(name: string, context: Context): boolean {
  const { names, dates } = context.item;
  return variableOf(context, name) !== "" || (names[name]?.length ?? 0) > 0 || dates[name] !== undefined;
}
