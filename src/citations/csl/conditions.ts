/** The questions of `choose` (CSL 1.0.2, "Choose"). */
import { type Context, peekAt } from "./context.js";
import { isNumeric } from "./numeric.js";
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
  "is-numeric": (value, context) => isNumeric(peekAt(context, value)),
  "is-uncertain-date": (value, { item }) => Boolean(item.dates[value]?.circa),
  locator: (value, { mention }) =>
    mention.locator !== undefined && labelOf(mention) === labelOf({ label: value }),
  position: (value, { mention, area }) =>
    area === "citation" &&
    (value === "near-note" ? mention.isNear : (POSITIONS[value]?.includes(mention.position) ?? false)),
  disambiguate: (value, context) => tellsApart(context) === (value === "true"),
};

/** As many of these questions are answered with yes as are needed, the first ones first. */
function tellsApart({ distinction, progress }: Context): boolean {
  progress.conditions += 1;
  return progress.conditions <= (distinction.conditions ?? 0);
}

/** `sub-verbo` has two spellings. */
function labelOf({ label = "page" }: { readonly label?: string }): string {
  return label.replace(" ", "-");
}

export function holds({ name, attributes }: XmlElement, context: Context): boolean {
  if (name === "else") return true;
  const answers = Object.entries(attributes).flatMap(([test, values]) => {
    const ask = TESTS[test];
    return ask
      ? values
          .trim()
          .split(/\s+/)
          .map((value) => ask(value, context))
      : [];
  });
  if (attributes.match === "any") return answers.some(Boolean);
  return attributes.match === "none" ? !answers.some(Boolean) : answers.every(Boolean);
}

function hasVariable(name: string, context: Context): boolean {
  const { names, dates } = context.item;
  if (context.progress.used.has(name)) return false;
  const date = dates[name];
  return (
    peekAt(context, name) !== "" ||
    (names[name]?.length ?? 0) > 0 ||
    (date !== undefined && Object.keys(date).length > 0)
  );
}
