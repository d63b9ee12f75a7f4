/**
 * Cites works in a style: all places of a book together, since one changes the words of another.
 *
 * An interpreter of the Citation Style Language 1.0.2 (docs.citationstyles.org); the steps are
 * order, tell apart, place, render.
 */
import type { Item } from "../item.js";
import { joinCites, type RenderedCite } from "./clusters.js";
import type { Context, Distinction, Progress, WorkMention } from "./context.js";
import { type Distinctions, distinguish } from "./distinguish.js";
import { formatted } from "./finish.js";
import { localeFor } from "./locale.js";
import { mentionsOf } from "./positions.js";
import { renderChildren } from "./render.js";
import { concat, element, finished, plain, type Rich, text } from "./rich.js";
import { sortBy } from "./sort.js";
import type { Area, Style } from "./style.js";

/** One work at one place. */
export interface Cite {
  readonly key: string;
  readonly prefix: Rich;
  readonly suffix: Rich;
  readonly locator?: string;
  readonly label?: string;
  /** False for `-@key`: its author is in the sentence. */
  readonly showsAuthor: boolean;
}

export interface Cluster {
  readonly cites: readonly Cite[];
  /** `in-text` for `@key`: the author is part of the sentence. */
  readonly mode: "parenthetical" | "in-text";
  /** Number of the note in which it stands or that it makes. */
  readonly note?: number;
}

export interface CitedCluster {
  /** The author's names, for a sentence; empty for a parenthetical citation. */
  readonly names: Rich;
  readonly nodes: Rich;
}

export interface Entry {
  readonly key: string;
  readonly nodes: Rich;
  /** A number in a margin of its own stands before the text. */
  readonly isNumbered: boolean;
}

export interface Cited {
  readonly clusters: readonly CitedCluster[];
  readonly bibliography: readonly Entry[];
}

/** Puts a link around the words that cite a work. */
export type Wrap = (nodes: Rich, cluster: number, cite: Cite) => Rich;

interface Desk {
  readonly style: Style;
  readonly items: ReadonlyMap<string, Item>;
  readonly locale: Context["locale"];
  readonly distinctions: Distinctions;
}

const PLAIN_MENTION: WorkMention = { position: "first", isNear: false };

/**
 * @param items every work that a cluster names, by its key.
 * @param uncited keys of works that the bibliography lists beside those that are cited.
 */
export function citeAll(
  style: Style,
  items: ReadonlyMap<string, Item>,
  clusters: readonly Cluster[],
  language: string,
  wrap: Wrap = (nodes) => nodes,
  uncited: readonly string[] = [],
): Cited {
  const desk: Desk = { style, items, locale: localeFor(style, language), distinctions: new Map() };
  const cited = [...new Set([...clusters.flatMap(({ cites }) => cites.map(({ key }) => key)), ...uncited])];
  number(desk, cited);
  const order = style.bibliography ? sorted(desk, cited, style.bibliography, "bibliography") : cited;
  number(desk, order);
  distinguish(style, order, desk.distinctions, (key, distinction) =>
    plain(layOut(desk, key, PLAIN_MENTION, "show", distinction).nodes),
  );
  const distance = Number(style.citation.attributes["near-note-distance"] ?? 5);
  const mentions = mentionsOf(clusters, distance);
  return {
    clusters: clusters.map((cluster, index) => citeCluster(desk, cluster, index, mentions[index]!, wrap)),
    bibliography: bibliographyOf(desk, order),
  };
}

function number(desk: Desk, keys: readonly string[]): void {
  for (const [index, key] of keys.entries()) desk.distinctions.set(key, { citationNumber: index + 1 });
}

function contextOf(
  desk: Desk,
  key: string,
  area: Context["area"],
  mention: WorkMention = PLAIN_MENTION,
  distinction: Distinction = desk.distinctions.get(key)!,
): Context {
  const { style, locale } = desk;
  return {
    style,
    locale,
    item: desk.items.get(key)!,
    area,
    mention,
    distinction,
    purpose: "show",
    nameOptions: {
      ...style.options,
      ...(area === "citation" ? style.citation : style.bibliography)?.attributes,
    },
    progress: freshProgress({ firstNames: "show", yearSuffix: "as the style says" }),
  };
}

function freshProgress(wishes: Pick<Progress, "firstNames" | "yearSuffix" | "instead">): Progress {
  return { ...wishes, used: new Set(), hasYearSuffix: false };
}

/** The letter of a year stands where the style puts it, else after the first year. */
function renderOnce<Made>(
  context: Context,
  wishes: Pick<Progress, "firstNames" | "instead">,
  make: (context: Context) => Made,
): { made: Made; names: Rich } {
  const attempt = (yearSuffix: Progress["yearSuffix"]) => {
    const progress = freshProgress({ ...wishes, yearSuffix });
    return { made: make({ ...context, progress }), names: progress.names ?? [], progress };
  };
  const first = attempt("as the style says");
  const isMissing = context.distinction.yearSuffix !== undefined && !first.progress.hasYearSuffix;
  return isMissing ? attempt("after the year") : first;
}

function sorted(desk: Desk, keys: readonly string[], { sort }: Area, area: Context["area"]): string[] {
  return sortBy(keys, sort, (key, { attributes }) => {
    const context = contextOf(desk, key, area);
    const names = {
      ...(attributes["names-min"] === undefined ? {} : { "et-al-min": attributes["names-min"] }),
      ...(attributes["names-use-first"] === undefined
        ? {}
        : { "et-al-use-first": attributes["names-use-first"] }),
    };
    return { ...context, purpose: "sort", nameOptions: { ...context.nameOptions, ...names } };
  });
}

/** The layout of a citation for one work. */
function layOut(
  desk: Desk,
  key: string,
  mention: WorkMention,
  firstNames: "show" | "omit",
  distinction?: Distinction,
): { nodes: Rich; names: Rich } {
  const context = contextOf(desk, key, "citation", mention, distinction);
  const { made, names } = renderOnce(
    context,
    { firstNames },
    (each) => renderChildren(desk.style.citation.layout, each).nodes,
  );
  return { nodes: made, names };
}

function citeCluster(
  desk: Desk,
  { cites, mode }: Cluster,
  index: number,
  mentions: readonly WorkMention[],
  wrap: Wrap,
): CitedCluster {
  const { style, locale } = desk;
  const placed = cites.map((cite, at) => ({ cite, mention: mentions[at]! }));
  const inOrder =
    style.citation.sort.length === 0 || cites.some(({ prefix }) => plain(prefix) !== "")
      ? placed
      : sorted(desk, [...new Set(cites.map(({ key }) => key))], style.citation, "citation").flatMap((key) =>
          placed.filter(({ cite }) => cite.key === key),
        );
  const isInText = mode === "in-text";
  const rendered = inOrder.map(({ cite, mention }, at) => {
    const omit = !cite.showsAuthor || (isInText && at === 0);
    return renderCite(desk, cite, mention, omit ? "omit" : "show", (nodes) => wrap(nodes, index, cite));
  });
  const { attributes } = style.citation.layout;
  const joined = joinCites(rendered, style.citation.attributes, attributes.delimiter ?? "", locale.quotes);
  const body = formatted(joined, attributes);
  const nodes = concat([text(attributes.prefix ?? ""), body, text(attributes.suffix ?? "")], locale.quotes);
  const names = isInText && cites[0] ? namesInText(desk, cites[0].key) : [];
  return { names: finished(names), nodes: finished(nodes) };
}

function renderCite(
  desk: Desk,
  cite: Cite,
  mention: WorkMention,
  firstNames: "show" | "omit",
  wrap: (nodes: Rich) => Rich,
): RenderedCite {
  const { quotes } = desk.locale;
  const full = layOut(desk, cite.key, mention, firstNames);
  const surrounded = (nodes: Rich) => {
    const suffix = plain(cite.suffix);
    const gap = suffix === "" || /^[\s,.;:)’”]/.test(suffix) ? "" : " ";
    const before = plain(cite.prefix) === "" ? "" : " ";
    return concat([cite.prefix, text(before), wrap(trimStart(nodes)), text(gap), cite.suffix], quotes);
  };
  return {
    nodes: surrounded(full.nodes),
    withoutNames: surrounded(layOut(desk, cite.key, mention, "omit").nodes),
    names: firstNames === "omit" ? "" : plain(full.names),
    number: desk.distinctions.get(cite.key)!.citationNumber,
    isSpecial: plain(cite.prefix) !== "" || plain(cite.suffix) !== "" || cite.locator !== undefined,
  };
}

/** Without the author, nothing that joined it to the rest may stay at the beginning. */
function trimStart(nodes: Rich): Rich {
  const [first, ...rest] = nodes;
  if (first?.type !== "text") return nodes;
  const value = first.value.replace(/^[\s,]+/, "");
  return value === "" ? rest : [{ ...first, value }, ...rest];
}

/** The names that a citation begins with; a style that cites by numbers has its authors' family names. */
function namesInText(desk: Desk, key: string): Rich {
  const { names } = layOut(desk, key, PLAIN_MENTION, "show");
  if (plain(names) !== "") return names;
  const { item, locale } = contextOf(desk, key, "citation");
  const people = item.names.author ?? item.names.editor ?? [];
  const families = people.map(({ family, literal }) => literal ?? family ?? "");
  const [first = item.variables["title-short"] ?? item.variables.title ?? key, second] = families;
  if (families.length > 2) return text(`${first} ${locale.term("et-al") ?? "et al."}`);
  return text(second === undefined ? first : `${first} ${locale.term("and") ?? "and"} ${second}`);
}

function bibliographyOf(desk: Desk, order: readonly string[]): Entry[] {
  const { bibliography } = desk.style;
  if (!bibliography) return [];
  const stand = bibliography.attributes["subsequent-author-substitute"];
  let before = "";
  return order.map((key) => {
    const own = renderEntry(desk, key, bibliography);
    const isRepeated = stand !== undefined && own.names !== "" && own.names === before;
    before = own.names;
    return isRepeated ? renderEntry(desk, key, bibliography, stand).entry : own.entry;
  });
}

function renderEntry(
  desk: Desk,
  key: string,
  { layout, attributes }: Area,
  instead?: string,
): { entry: Entry; names: string } {
  const context = contextOf(desk, key, "bibliography");
  const isNumbered = attributes["second-field-align"] !== undefined;
  const { quotes } = desk.locale;
  const [first, ...rest] = layout.children;
  const parts = isNumbered && first ? [[first], rest] : [layout.children];
  const wishes = {
    firstNames: "show",
    ...(instead === undefined ? {} : { instead: text(instead) }),
  } as const;
  const { made: rendered, names } = renderOnce(context, wishes, (each) =>
    parts.map((children) => renderChildren({ ...layout, children }, each).nodes),
  );
  const close = (nodes: Rich) => concat([nodes, text(layout.attributes.suffix ?? "")], quotes);
  const nodes = isNumbered
    ? [
        element("span", finished(rendered[0]!), { className: ["csl-left-margin"] }),
        element("span", finished(close(rendered[1] ?? [])), { className: ["csl-right-inline"] }),
      ]
    : finished(formatted(close(rendered[0]!), layout.attributes));
  return { entry: { key, nodes, isNumbered }, names: plain(names) };
}
