/** Lists of names: how many, what joins them, their label, and what stands in when there are none. */
import type { Name } from "../item.js";
import { type Context, called, type Render, type Result } from "./context.js";
import { finish, formatted } from "./finish.js";
import { formatName, type NameStyle, sortName } from "./name-parts.js";
import { concat, join, plain, type Rich, text } from "./rich.js";
import { childNamed, childrenNamed, type XmlElement } from "./xml.js";

type Options = Readonly<Record<string, string>>;

/** The children of `names`; those in a substitute take over what they do not have. */
interface Parts {
  readonly name: XmlElement | undefined;
  readonly etAl: XmlElement | undefined;
  readonly label: XmlElement | undefined;
  readonly labelFirst: boolean;
}

export function renderNames(node: XmlElement, context: Context, render: Render): Result {
  const result = renderList(node, partsOf(node), context);
  const nodes = plain(result) === "" ? substitute(node, context, render) : finish(result, node, context);
  if (nodes.length === 0) return called([]);
  return firstNames(nodes, context);
}

/** The first names of a citation may be left out: they are in the sentence already. */
function firstNames(nodes: Rich, { progress, purpose }: Context): Result {
  if (progress.names !== undefined || purpose === "sort") return called(nodes);
  progress.names = nodes;
  return progress.firstNames === "omit"
    ? { nodes: [], variables: "filled" }
    : called(progress.instead ?? nodes);
}

function partsOf(node: XmlElement, inherited?: Parts): Parts {
  const names = node.children.map((child) => child.name);
  const label = childNamed(node, "label");
  const labelAt = names.indexOf("label");
  const nameAt = names.indexOf("name");
  return {
    name: childNamed(node, "name") ?? inherited?.name,
    etAl: childNamed(node, "et-al") ?? inherited?.etAl,
    label: label ?? inherited?.label,
    labelFirst: label ? labelAt >= 0 && nameAt >= 0 && labelAt < nameAt : (inherited?.labelFirst ?? false),
  };
}

function substitute(node: XmlElement, context: Context, render: Render): Rich {
  const inherited = partsOf(node);
  for (const child of childNamed(node, "substitute")?.children ?? []) {
    const isBare = child.name === "names" && child.children.length === 0;
    const nodes = isBare
      ? finish(renderList(child, inherited, context), child, context)
      : render(child, { ...context, progress: { ...context.progress, names: [] } }).nodes;
    if (plain(nodes) === "") continue;
    // What stands in for the names is not shown again in its own place.
    for (const variable of variablesIn(child, context)) context.progress.used.add(variable);
    return finish(nodes, node, context);
  }
  return [];
}

function variablesIn(node: XmlElement, context: Context): string[] {
  const isQuestion = node.name === "if" || node.name === "else-if";
  const own = isQuestion ? [] : (node.attributes.variable?.split(/\s+/) ?? []);
  const macro = context.style.macros.get(node.attributes.macro ?? "");
  const inside = [...node.children, ...(macro ? [macro] : [])];
  return [...own, ...inside.flatMap((child) => variablesIn(child, context))];
}

function renderList(node: XmlElement, parts: Parts, context: Context): Rich {
  const { item, progress } = context;
  let variables = (node.attributes.variable ?? "").split(/\s+/);
  let role: string | undefined;
  if (isSame(item.names.editor, item.names.translator) && variables.join(" ") === "editor translator") {
    variables = ["editor"];
    role = "editortranslator";
  }
  const lists = variables.map((variable): Rich => {
    const names = progress.used.has(variable) ? undefined : item.names[variable];
    if (!names || names.length === 0) return [];
    return withLabel(names, role ?? variable, parts, context);
  });
  const delimiter = node.attributes.delimiter ?? context.nameOptions["names-delimiter"] ?? ", ";
  return join(lists, delimiter, context.locale.quotes);
}

function isSame(a: readonly Name[] | undefined, b: readonly Name[] | undefined): boolean {
  return a !== undefined && a.length > 0 && JSON.stringify(a) === JSON.stringify(b);
}

function withLabel(names: readonly Name[], role: string, parts: Parts, context: Context): Rich {
  const listed = listOf(names, parts, context);
  const { label } = parts;
  if (!label || context.purpose === "sort") return listed;
  const { form = "long", plural = "contextual" } = label.attributes;
  const isMany = plural === "always" || (plural === "contextual" && names.length > 1);
  const term = context.locale.term(role, form, isMany ? "many" : "one");
  const labelNodes = finish(text(term ?? ""), label, context);
  return concat(parts.labelFirst ? [labelNodes, listed] : [listed, labelNodes], context.locale.quotes);
}

/** Options of the style and of `citation` or `bibliography` come first, those of `name` last. */
function optionsOf(parts: Parts, context: Context): Options {
  return { ...context.nameOptions, ...parts.name?.attributes };
}

function listOf(all: readonly Name[], parts: Parts, context: Context): Rich {
  const options = optionsOf(parts, context);
  const isOpen = all.at(-1)?.literal === "others";
  const names = isOpen ? all.slice(0, -1) : all;
  if (options.form === "count") return text(String(names.length));
  if (context.purpose === "sort") {
    return text(names.map((name) => sortName(name, demotionOf(context))).join("; "));
  }
  const shown = shownCount(names.length, options, context);
  const isCut = shown < names.length || isOpen;
  const written = names.slice(0, shown).map((name, index) => nameNodes(name, index, options, parts, context));
  const delimiter = options.delimiter ?? options["name-delimiter"] ?? ", ";
  if (!isCut) return withAnd(written, delimiter, options, context);
  if (options["et-al-use-last"] === "true" && !isOpen && shown < names.length - 1) {
    const last = nameNodes(names.at(-1)!, names.length - 1, options, parts, context);
    return concat([join(written, delimiter), text(`${delimiter}… `), last]);
  }
  return withEtAl(written, delimiter, options, parts, context);
}

function shownCount(count: number, options: Options, context: Context): number {
  const isLater = context.area === "citation" && context.mention.position !== "first";
  const minimum = Number((isLater && options["et-al-subsequent-min"]) || options["et-al-min"] || Infinity);
  const first = Number((isLater && options["et-al-subsequent-use-first"]) || options["et-al-use-first"] || 1);
  if (count < minimum) return count;
  return Math.min(count, Math.max(first, context.area === "citation" ? (context.distinction.names ?? 0) : 0));
}

function demotionOf({ style }: Context): NameStyle["demote"] {
  return (style.options["demote-non-dropping-particle"] as NameStyle["demote"]) ?? "display-and-sort";
}

function nameNodes(name: Name, index: number, options: Options, parts: Parts, context: Context): Rich {
  const given = context.area === "citation" ? context.distinction.givenNames : undefined;
  const form = options.form ?? options["name-form"] ?? "long";
  const sorted = options["name-as-sort-order"];
  const initialize = options["initialize-with"];
  const isFull = options.initialize === "false" || given === "long";
  const nameParts = parts.name ? childrenNamed(parts.name, "name-part") : [];
  const nodes = formatName(name, {
    form: form === "short" && given === undefined ? "short" : "long",
    order: sorted === "all" || (sorted === "first" && index === 0) ? "sorted" : "spoken",
    sortSeparator: options["sort-separator"] ?? ", ",
    ...(initialize === undefined || isFull ? {} : { initialize }),
    hyphens: context.style.options["initialize-with-hyphen"] === "false" ? "drop" : "keep",
    demote: demotionOf(context),
    parts: new Map(nameParts.map(({ attributes }) => [attributes.name ?? "", attributes])),
    language: context.locale.language,
  });
  return formatted(nodes, parts.name?.attributes ?? {});
}

function withAnd(names: readonly Rich[], delimiter: string, options: Options, context: Context): Rich {
  const { and } = options;
  const last = names.at(-1);
  if (names.length < 2 || and === undefined || !last) return join(names, delimiter);
  const word = and === "symbol" ? "&" : (context.locale.term("and") ?? "and");
  const isDelimited = delimitsLast(options["delimiter-precedes-last"], names.length, options);
  const before = isDelimited ? delimiter.trimEnd() : "";
  return concat([join(names.slice(0, -1), delimiter), text(`${before} ${word} `), last]);
}

function delimitsLast(rule: string | undefined, count: number, options: Options): boolean {
  if (rule === "always") return true;
  if (rule === "never") return false;
  if (rule === "after-inverted-name") {
    return (
      options["name-as-sort-order"] === "all" || (options["name-as-sort-order"] === "first" && count === 2)
    );
  }
  return count > 2;
}

function withEtAl(
  names: readonly Rich[],
  delimiter: string,
  options: Options,
  parts: Parts,
  context: Context,
): Rich {
  const term = context.locale.term(parts.etAl?.attributes.term ?? "et-al") ?? "et al.";
  const rule = options["delimiter-precedes-et-al"];
  const isDelimited =
    rule === "always" ||
    (rule === "after-inverted-name" && delimitsLast(rule, names.length + 1, options)) ||
    ((rule === undefined || rule === "contextual") && names.length > 1);
  const etAl = formatted(text(term), parts.etAl?.attributes ?? {});
  return concat([join(names, delimiter), text(isDelimited ? delimiter : " "), etAl]);
}
