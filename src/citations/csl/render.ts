/** Renders the elements of a style, each kind by a function of its own. */
import { holds } from "./conditions.js";
import { type Context, called, combined, NOTHING, type Render, type Result, variableOf } from "./context.js";
import { renderDate } from "./dates.js";
import { finish } from "./finish.js";
import { renderNames } from "./names.js";
import { pageRange, renderLabel, renderNumber } from "./numbers.js";
import { concat, element, join, parseMarkup, plain, type Rich, text } from "./rich.js";
import type { XmlElement } from "./xml.js";

const ELEMENTS: Readonly<Record<string, Render>> = {
  text: renderText,
  number: renderNumber,
  label: renderLabel,
  date: renderDate,
  names: (node, context) => renderNames(node, context, renderElement),
  group: renderGroup,
  choose: renderChoose,
};

/** Elements that CSL does not have are passed over. */
export function renderElement(node: XmlElement, context: Context): Result {
  return ELEMENTS[node.name]?.(node, context) ?? NOTHING;
}

/** The children of an element, one after the other. */
export function renderChildren(node: XmlElement, context: Context): Result {
  const results = node.children.map((child) => renderElement(child, context));
  const parts = results.map(({ nodes }) => nodes);
  return { nodes: concat(parts, context.locale.quotes), variables: combined(results) };
}

function renderText(node: XmlElement, context: Context): Result {
  const { macro, term, value, variable, form, plural } = node.attributes;
  if (variable !== undefined) return called(finish(variableText(variable, form, context), node, context));
  if (macro !== undefined) {
    const result = renderChildren(context.style.macros.get(macro)!, context);
    return { nodes: finish(result.nodes, node, context), variables: result.variables };
  }
  const words =
    term === undefined
      ? (value ?? "")
      : (context.locale.term(term, form, plural === "true" ? "many" : "one") ?? "");
  return { nodes: finish(text(words), node, context), variables: "none" };
}

function variableText(variable: string, form: string | undefined, context: Context): Rich {
  const short = form === "short" ? variableOf(context, `${variable}-short`) : "";
  const value = short || variableOf(context, variable);
  if (value === "") return [];
  if (variable === "year-suffix") context.progress.hasYearSuffix = true;
  if (variable === "page" || (variable === "locator" && (context.mention.label ?? "page") === "page")) {
    return text(pageRange(value, context));
  }
  if (variable === "URL") return [element("a", text(value), { href: value })];
  if (variable === "DOI") return text(value.replace(/^https?:\/\/(?:dx\.)?doi\.org\//, ""));
  return parseMarkup(value);
}

/** A group whose variables are all empty says nothing, its words neither (CSL 1.0.2, "Group"). */
function renderGroup(node: XmlElement, context: Context): Result {
  const results = shownChildren(node, context).map((child) => renderElement(child, context));
  const variables = combined(results);
  if (variables === "empty") return { nodes: [], variables };
  const parts = results.map(({ nodes }) => nodes);
  const nodes = join(parts, node.attributes.delimiter ?? "", context.locale.quotes);
  return { nodes: plain(nodes) === "" ? [] : finish(nodes, node, context), variables };
}

/** What `choose` chooses is delimited like the other members of the group (CSL 1.0.2, "Choose"). */
function shownChildren(node: XmlElement, context: Context): XmlElement[] {
  return node.children.flatMap((child) => {
    if (child.name !== "choose") return [child];
    const chosen = child.children.find((branch) => holds(branch, context));
    return chosen ? shownChildren(chosen, context) : [];
  });
}

function renderChoose(node: XmlElement, context: Context): Result {
  const chosen = node.children.find((branch) => holds(branch, context));
  return chosen ? renderChildren(chosen, context) : NOTHING;
}
