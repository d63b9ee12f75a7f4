/** Evaluates the elements of a style, each kind by a function of its own (CSL 1.0.2, "Rendering elements"). */
import { holds } from "./conditions.js";
import {
  type Context,
  called,
  combined,
  dressed,
  type Evaluate,
  NOTHING,
  type Result,
  variableOf,
} from "./context.js";
import { renderDate } from "./dates.js";
import { languageOf } from "./locale.js";
import { renderNames } from "./names.js";
import { renderLabel, renderNumber } from "./numbers.js";
import { isNumberVariable } from "./numeric.js";
import { box, type Output, rich, type Tag, words } from "./output.js";
import { pageRange, tidyRange } from "./pages.js";
import { parseMarkup } from "./text/markup.js";
import { element, text } from "./text/rich.js";
import type { XmlElement } from "./xml.js";

const ELEMENTS: Readonly<Record<string, Evaluate>> = {
  text: renderText,
  number: renderNumber,
  label: renderLabel,
  date: renderDate,
  names: (node, context) => renderNames(node, context, evaluate),
  group: renderGroup,
  choose: renderChoose,
};

/** Elements that CSL does not have are passed over. */
export function evaluate(node: XmlElement, context: Context): Result {
  return ELEMENTS[node.name]?.(node, context) ?? NOTHING;
}

/** The children of an element, one after the other. */
export function evaluateChildren(children: readonly XmlElement[], context: Context): Result {
  const results = children.map((child) => evaluate(child, context));
  return { output: results.flatMap(({ output }) => output), variables: combined(results) };
}

const TAGS: Readonly<Record<string, Tag>> = {
  "citation-number": { kind: "citation-number" },
  "citation-label": { kind: "citation-label" },
  "year-suffix": { kind: "year-suffix" },
  locator: { kind: "locator" },
};

function renderText(node: XmlElement, context: Context): Result {
  const { macro, term, value, variable, form, plural } = node.attributes;
  const language = languageOf(context.item, context.locale);
  if (variable !== undefined) {
    const tag = TAGS[variable];
    // Whether there is a letter is no question of the work.
    if (variable === "year-suffix" && variableOf(context, variable) === "") return NOTHING;
    return called(
      dressed(variableText(variable, form, context), node, { language, ...(tag ? { tag } : {}) }),
    );
  }
  if (macro !== undefined) {
    const { output, variables } = evaluateChildren(context.style.macros.get(macro)!.children, context);
    const said = variables === "empty" ? [] : dressed(output, node, { language });
    // A macro that says something is to the group around it what a variable is.
    return { output: said, variables: said.length > 0 ? "filled" : variables };
  }
  if (term === undefined)
    return { output: dressed(rich(parseMarkup(value ?? "")), node, { language }), variables: "none" };
  const said = context.locale.term(term, form, plural === "true" ? "many" : "one") ?? "";
  return { output: dressed(words(said), node, { language, tag: { kind: "term" } }), variables: "none" };
}

function variableText(variable: string, form: string | undefined, context: Context): Output[] {
  const short = form === "short" ? variableOf(context, `${variable}-short`) : "";
  const value = short || variableOf(context, variable);
  if (value === "") return [];
  if (variable === "page" || (variable === "locator" && (context.mention.label ?? "page") === "page")) {
    return words(pageRange(value, context));
  }
  if (isNumberVariable(variable)) return rich(parseMarkup(tidyRange(value, context)));
  if (variable === "URL")
    return [{ kind: "text", nodes: [element("a", text(value), { href: address(value) })] }];
  // Libraries have addresses of their own that lead to DOIs.
  if (variable === "DOI") return words(value.replace(/^(?:https?:\/\/\S*?|doi:\s*)(?=10\.\d{4})/i, ""));
  return rich(parseMarkup(value));
}

/** People leave out the scheme: `www.jstor.org/stable/…`. */
function address(url: string): string {
  return /^[\w-]+(?:\.[\w-]+)+(?:[/?#]|$)/.test(url) ? `https://${url}` : url;
}

/** A group whose variables are all empty says nothing, its words neither (CSL 1.0.2, "Group"). */
function renderGroup(node: XmlElement, context: Context): Result {
  const results = shownChildren(node, context).map((child) => evaluate(child, context));
  const variables = combined(results);
  if (variables === "empty") return { output: [], variables };
  const output = box(
    results.flatMap(({ output }) => output),
    node.attributes,
  );
  // A group that says something is to the group around it what a variable is.
  return { output, variables: output.length > 0 ? "filled" : variables };
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
  return chosen ? evaluateChildren(chosen.children, context) : NOTHING;
}
