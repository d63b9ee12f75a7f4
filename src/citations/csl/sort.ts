/** The order of works, by the keys that a style gives (CSL 1.0.2, "Sorting"). */
import { DATE_VARIABLES, NAME_VARIABLES } from "../item.js";
import { type Context, peekAt } from "./context.js";
import { sortable } from "./dates.js";
import { evaluateChildren } from "./evaluate.js";
import { demotionOf } from "./name-list.js";
import { sortName } from "./name-parts.js";
import { isNumberVariable } from "./numeric.js";
import { render } from "./output.js";
import { plain } from "./text/rich.js";
import type { XmlElement } from "./xml.js";

/**
 * Sorts stably; what has no value for a key comes last, whatever the direction.
 *
 * @param contextOf the context in which the macro of a key is evaluated for a work.
 */
export function sortBy<Work>(
  works: readonly Work[],
  keys: readonly XmlElement[],
  contextOf: (work: Work, key: XmlElement) => Context,
): Work[] {
  if (keys.length === 0) return [...works];
  const values = new Map(
    works.map((work) => [work, keys.map((key) => sortValue(key, contextOf(work, key)))]),
  );
  const language = works[0] ? contextOf(works[0], keys[0]!).locale.language : "en";
  const collator = collatorOf(language);
  return [...works].sort((a, b) => {
    for (const [index, key] of keys.entries()) {
      const [one, other] = [values.get(a)![index]!, values.get(b)![index]!];
      const order = compare(one, other, key.attributes.sort === "descending" ? -1 : 1, collator);
      if (order !== 0) return order;
    }
    return 0;
  });
}

function collatorOf(language: string): Intl.Collator {
  const options = { usage: "sort" } as const;
  try {
    return new Intl.Collator(language, options);
  } catch {
    return new Intl.Collator("en", options);
  }
}

function compare(a: string, b: string, direction: 1 | -1, collator: Intl.Collator): number {
  if (a === "" || b === "") return a === b ? 0 : a === "" ? 1 : -1;
  return collator.compare(a, b) * direction;
}

function sortValue({ attributes }: XmlElement, context: Context): string {
  const { macro, variable = "" } = attributes;
  if (macro !== undefined) {
    return comparable(
      plain(render(evaluateChildren(context.style.macros.get(macro)!.children, context).output)),
    );
  }
  const { names, dates } = context.item;
  if (NAME_VARIABLES.has(variable)) {
    return comparable((names[variable] ?? []).map((name) => sortName(name, demotionOf(context))).join(", "));
  }
  if (DATE_VARIABLES.has(variable)) return dates[variable] ? sortable(dates[variable]) : "";
  const value = peekAt(context, variable).replace(/<[^>]*>/g, "");
  return isNumberVariable(variable)
    ? value.replace(/\d+/g, (digits) => digits.padStart(10, "0"))
    : comparable(value);
}

/** Marks of punctuation do not count. */
function comparable(value: string): string {
  return value
    .replace(/["'“”‘’«»„‚,;:.!?()[\]{}]/g, "")
    .replace(/^[^\p{L}\p{N}]+/u, "")
    .trim();
}
