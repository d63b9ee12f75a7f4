/** The order of works, by the keys that a style gives (CSL 1.0.2, "Sorting"). */
import { DATE_VARIABLES, NAME_VARIABLES } from "../item.js";
import { type Context, variableOf } from "./context.js";
import { sortable } from "./dates.js";
import { sortName } from "./name-parts.js";
import { renderChildren } from "./render.js";
import { plain } from "./rich.js";
import type { XmlElement } from "./xml.js";

/**
 * Sorts stably; what has no value for a key comes last, whatever the direction.
 *
 * @param contextOf the context in which the macro of a key is rendered for a work.
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
  const collator = new Intl.Collator(language, { usage: "sort", numeric: true });
  return [...works].sort((a, b) => {
    for (const [index, key] of keys.entries()) {
      const [one, other] = [values.get(a)![index]!, values.get(b)![index]!];
      const order = compare(one, other, key.attributes.sort === "descending" ? -1 : 1, collator);
      if (order !== 0) return order;
    }
    return 0;
  });
}

function compare(a: string, b: string, direction: 1 | -1, collator: Intl.Collator): number {
  if (a === "" || b === "") return a === b ? 0 : a === "" ? 1 : -1;
  return collator.compare(a, b) * direction;
}

function sortValue({ attributes }: XmlElement, context: Context): string {
  const { macro, variable = "" } = attributes;
  if (macro !== undefined) return plain(renderChildren(context.style.macros.get(macro)!, context).nodes);
  const { names, dates } = context.item;
  if (NAME_VARIABLES.has(variable)) {
    return (names[variable] ?? []).map((name) => sortName(name, "display-and-sort")).join("; ");
  }
  if (DATE_VARIABLES.has(variable)) return dates[variable] ? sortable(dates[variable]) : "";
  return variableOf(context, variable).replace(/<[^>]*>/g, "");
}
