/**
 * Cites works in a style: all places of a book together, since one changes the words of another.
 *
 * An interpreter of the Citation Style Language 1.0.2 (docs.citationstyles.org); the steps are
 * order, tell apart, place, evaluate, join, write.
 */
import type { Item } from "../item.js";
import { joinCites, type RenderedCite, withoutNames } from "./clusters.js";
import type { Distinction, Position, WorkMention } from "./context.js";
import { contextOf, type Desk, evaluated, PLAIN_MENTION, sorted } from "./desk.js";
import { distinguish, type TrialCite, type Try } from "./distinguish.js";
import { type Entry, entriesOf } from "./entries.js";
import { distinguishPeople, NO_GIVEN_NAMES } from "./given-names.js";
import { localeFor } from "./locale.js";
import { box, boxesIn, boxTagged, type Output, render, replaced, words } from "./output.js";
import { mentionsOf } from "./positions.js";
import type { Style } from "./style.js";
import { finished } from "./text/finished.js";
import { compared, plain, type Rich, text } from "./text/rich.js";

export type { Entry } from "./entries.js";

/** One work at one place. */
export interface Cite {
  readonly key: string;
  readonly prefix: Rich;
  readonly suffix: Rich;
  readonly locator?: string;
  readonly label?: string;
  /** `omit` for `-@key`: its author is in the sentence. */
  readonly author: "show" | "omit" | "only";
  /** Where it was cited before, when that is not to be found from the other places. */
  readonly position?: Position;
}

export interface Cluster {
  readonly cites: readonly Cite[];
  /** `in-text` for `@key`: the author is part of the sentence. */
  readonly mode: "parenthetical" | "in-text";
  /** Number of the note in which it stands or that it makes. */
  readonly note?: number;
  /** What comes before it in the note: the first word has a capital in a sentence of its own. */
  readonly follows?: "words";
}

export interface CitedCluster {
  /** The author's names, for a sentence; empty for a parenthetical citation. */
  readonly names: Rich;
  readonly nodes: Rich;
}

export interface Cited {
  readonly clusters: readonly CitedCluster[];
  readonly bibliography: readonly Entry[];
}

/** Puts a link around the words that cite a work. */
export type Wrap = (nodes: Rich, cluster: number, cite: Cite) => Rich;

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
  const locale = localeFor(style, language);
  const desk: Desk = { style, items, locale, distinctions: new Map(), givenNames: NO_GIVEN_NAMES };
  const cited = [...new Set([...clusters.flatMap(({ cites }) => cites.map(({ key }) => key)), ...uncited])];
  number(desk, cited);
  const order = style.bibliography ? sorted(desk, cited, style.bibliography, "bibliography") : cited;
  number(desk, order);
  const first = trialOf(desk);
  desk.givenNames = distinguishPeople(
    style,
    order.map((key) => first(key, desk.distinctions.get(key)!).people),
  );
  distinguish(style, order, desk.distinctions, trialOf(desk));
  const { "near-note-distance": distance } = style.citation.attributes;
  const mentions = mentionsOf(clusters, distance === undefined ? undefined : Number(distance));
  return {
    clusters: clusters.map((cluster, index) => citeCluster(desk, cluster, index, mentions[index]!, wrap)),
    bibliography: entriesOf(desk, order),
  };
}

function number(desk: Desk, keys: readonly string[]): void {
  for (const [index, key] of keys.entries()) desk.distinctions.set(key, { citationNumber: index + 1 });
}

/** The short form, as a work is cited again, is what has to tell it from others. */
function trialOf(desk: Desk): Try {
  /** Each work has distinctions of its own, and they are many times the same. */
  const known = new WeakMap<Distinction, TrialCite>();
  return (key, distinction) => {
    const before = known.get(distinction);
    if (before) return before;
    const context = contextOf(desk, key, "citation", { position: "subsequent", isNear: false }, distinction);
    const output = withoutAccess(evaluated(desk.style.citation.layout.children, context));
    const boxes = [...boxesIn(output)];
    const trial = {
      words: compared(render(output)).replace(/\s+/g, ""),
      shown: boxes.flatMap(({ tag }) => (tag?.kind === "name" ? tag.person : [])),
      people: boxes.flatMap(({ tag }) => (tag?.kind === "people" ? tag.people : [])),
    };
    known.set(distinction, trial);
    return trial;
  };
}

/** When a work was looked at does not tell it from others. */
function withoutAccess(output: readonly Output[]): Output[] {
  const access = [...boxesIn(output)].find(({ tag }) => tag?.kind === "date" && tag.variable === "accessed");
  return access ? replaced(output, access, () => []) : [...output];
}

function citeCluster(
  desk: Desk,
  { cites, mode, follows }: Cluster,
  index: number,
  mentions: readonly WorkMention[],
  wrap: Wrap,
): CitedCluster {
  const { citation } = desk.style;
  const placed = cites.map((cite, at) => ({ cite, mention: mentions[at]!, at }));
  const inOrder =
    citation.sort.length === 0
      ? placed
      : sorted(desk, [...new Set(cites.map(({ key }) => key))], citation, "citation").flatMap((key) =>
          placed.filter(({ cite }) => cite.key === key),
        );
  const isInText = mode === "in-text";
  const rendered = inOrder.map(({ cite, mention, at }, place) => {
    const made = renderCite(desk, cite, mention, at, isInText && at === 0 ? "omit" : cite.author);
    const before = plain(cite.prefix).trim();
    const isFirst = place === 0 && before === "" && follows === undefined;
    // “See. Ibid.” is no sentence, “He said so. Ibid.” is one.
    const opens = desk.style.class === "note" && (isFirst || /\s.*[.!?]["”’]?$/.test(before));
    return opens ? { ...made, output: capitalized(made.output) } : made;
  });
  const { attributes } = citation.layout;
  const joined = joinCites(
    rendered,
    citation.attributes,
    attributes.delimiter ?? "",
    citation.sort.length > 0 ? "sorted" : "as written",
  );
  const { delimiter: _, ...format } = attributes;
  const isOnlyAuthor = cites.some(({ author }) => author === "only");
  const { prefix = "", suffix = "", ...face } = isOnlyAuthor ? {} : format;
  const inside = box([...words(prefix), ...joined, ...words(suffix)], face);
  const whole = render(joined.length > 0 ? inside : [], "", (nodes, at) => wrap(nodes, index, cites[at]!));
  const names = isInText && cites[0] ? namesInText(desk, cites[0].key) : [];
  return { names: finished(names, desk.locale), nodes: finished(whole, desk.locale) };
}

function renderCite(
  desk: Desk,
  cite: Cite,
  mention: WorkMention,
  index: number,
  author: Cite["author"],
): RenderedCite {
  const context = contextOf(desk, cite.key, "citation", mention);
  const whole = evaluated(desk.style.citation.layout.children, context);
  const output = authored(whole, author);
  return {
    output,
    index,
    prefix: cite.prefix,
    suffix: cite.suffix,
    number: desk.distinctions.get(cite.key)!.citationNumber,
    hasLocator: cite.locator !== undefined,
    names: namesIn(whole),
  };
}

/** A term that a note begins with has a capital: Ibid. */
function capitalized([first, ...rest]: readonly Output[]): Output[] {
  if (first?.kind !== "box") return first ? [first, ...rest] : [];
  if (first.tag?.kind === "term") {
    const attributes = { ...first.attributes, "text-case": "capitalize-first" };
    return [{ ...first, attributes }, ...rest];
  }
  return [{ ...first, children: capitalized(first.children) }, ...rest];
}

function namesIn(output: readonly Output[]): string {
  const names = boxTagged(output, "names");
  return names ? compared(render([names])) : "";
}

function authored(output: Output[], author: Cite["author"]): Output[] {
  if (author === "omit") return withoutNames(output);
  if (author === "show") return output;
  const names = boxTagged(output, "names");
  return names ? [names] : [];
}

/** The names that a citation begins with; a style that cites by numbers has its authors' family names. */
function namesInText(desk: Desk, key: string): Rich {
  const context = contextOf(desk, key, "citation", PLAIN_MENTION);
  const names = boxTagged(evaluated(desk.style.citation.layout.children, context), "names");
  if (names) return render([names]);
  const { item, locale } = context;
  const people = item.names.author ?? item.names.editor ?? [];
  const families = people.map(({ family, literal }) => literal ?? family ?? "");
  const [first = item.variables["title-short"] ?? item.variables.title ?? key, second] = families;
  if (families.length > 2) return text(`${first} ${locale.term("et-al") ?? "et al."}`);
  return text(second === undefined ? first : `${first} ${locale.term("and") ?? "and"} ${second}`);
}
