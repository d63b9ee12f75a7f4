/** Joins the works that are cited at one place, and shortens what they have in common (CSL 1.0.2, "Cite collapsing"). */
import {
  type Attributes,
  type Box,
  box,
  boxTagged,
  type Output,
  render,
  replaced,
  rich,
  words,
} from "./output.js";
import { plain, type Rich } from "./text/rich.js";

export interface RenderedCite {
  readonly output: readonly Output[];
  readonly index: number;
  readonly prefix: Rich;
  readonly suffix: Rich;
  readonly number: number;
  readonly hasLocator: boolean;
  /** Its names, shown or not. */
  readonly names: string;
}

/**
 * @param attributes of `citation`: `collapse`, `cite-group-delimiter`, `after-collapse-delimiter`.
 * @param delimiter of its `layout`.
 */
export function joinCites(
  cites: readonly RenderedCite[],
  attributes: Attributes,
  delimiter: string,
  order: "sorted" | "as written",
): Output[] {
  const { collapse } = attributes;
  if (collapse === "citation-number") return joinNumbers(cites, attributes, delimiter);
  if (collapse?.startsWith("year") || attributes["cite-group-delimiter"] !== undefined) {
    // Works that a style sorts by author are listed with commas; others stay what they are.
    const between = attributes["cite-group-delimiter"] ?? (order === "sorted" ? ", " : delimiter);
    return joinAuthors(groupsOf(cites, order), attributes, { layout: delimiter, between });
  }
  return joinedCites(cites, delimiter);
}

/** No delimiter where the author’s own words have a mark of punctuation. */
function joinedCites(cites: readonly RenderedCite[], delimiter: string): Output[] {
  const filled = cites.filter(({ output }) => output.length > 0);
  return filled.flatMap((cite, index) => {
    const before = filled[index - 1];
    return [...(before ? words(between(before, cite, delimiter)) : []), ...withAffixes(cite)];
  });
}

function between({ suffix }: RenderedCite, { prefix }: RenderedCite, delimiter: string): string {
  if (/^[,.;:]/.test(plain(prefix))) return "";
  const isMarked = /[,.;:]$/.test(plain(suffix)) && /^[,.;:]/.test(delimiter);
  return isMarked ? " " : delimiter;
}

function joined(parts: readonly (readonly Output[])[], delimiter: string): Output[] {
  const filled = parts.filter((part) => part.length > 0);
  return filled.flatMap((part, index) => [...(index === 0 ? [] : words(delimiter)), ...part]);
}

/** A cite with the author's own words around it, a blank between them where there is none. */
function withAffixes({ output, index, prefix, suffix }: RenderedCite): Output[] {
  const made = box(output, {}, { tag: { kind: "cite", index } });
  const before = /(?:^|[\s([{«“‘/—–-])$/.test(plain(prefix)) ? [] : words(" ");
  const after = /^(?:$|[\s,.;:!?)\]}»”’/])/.test(plain(suffix)) ? [] : words(" ");
  return [...rich(prefix), ...before, ...made, ...after, ...rich(suffix)];
}

function isSpecial({ prefix, suffix, hasLocator }: RenderedCite): boolean {
  return plain(prefix) !== "" || plain(suffix) !== "" || hasLocator;
}

/** 1, 2, 3 become 1–3. */
function joinNumbers(cites: readonly RenderedCite[], attributes: Attributes, delimiter: string): Output[] {
  const after = attributes["after-collapse-delimiter"] ?? delimiter;
  const runs = runsOf(cites, (cite, next) => next.number === cite.number + 1);
  return runs.flatMap((run, index) => {
    const isAfterRange = (runs[index - 1]?.length ?? 0) > 1;
    return [...(index === 0 ? [] : words(isAfterRange ? after : delimiter)), ...ranged(run)];
  });
}

type Follows = (cite: RenderedCite, next: RenderedCite) => boolean;

/** Three cites and more that follow each other make a run; others stand alone, and those that say more. */
function runsOf(cites: readonly RenderedCite[], follows: Follows): RenderedCite[][] {
  const runs: RenderedCite[][] = [];
  for (const cite of cites) {
    const last = runs.at(-1)?.at(-1);
    if (last && !isSpecial(last) && !isSpecial(cite) && follows(last, cite)) runs.at(-1)!.push(cite);
    else runs.push([cite]);
  }
  return runs.flatMap((run) => (run.length > 2 ? [run] : run.map((cite) => [cite])));
}

function ranged(run: readonly RenderedCite[]): Output[] {
  const [first, ...others] = run;
  const last = others.at(-1);
  return [...withAffixes(first!), ...(last ? [...words("–"), ...withAffixes(last)] : [])];
}

interface Delimiters {
  readonly layout: string;
  /** Between works of one author. */
  readonly between: string;
}

/** Works of one author stand together: (Doe 2020, 2021; Roe 1999). */
function joinAuthors(
  groups: readonly RenderedCite[][],
  attributes: Attributes,
  delimiters: Delimiters,
): Output[] {
  const after = attributes["after-collapse-delimiter"] ?? delimiters.layout;
  return groups.flatMap((group, index) => {
    const previous = groups[index - 1];
    const isAfter = attributes.collapse === "year" || (previous?.length ?? 0) > 1;
    const delimiter = previous ? words(isAfter ? after : delimiters.layout) : [];
    return [...delimiter, ...joinGroup(group, attributes, delimiters)];
  });
}

/** Cites of one author, together even where the author of the text has put another one between, if a style sorts. */
function groupsOf(cites: readonly RenderedCite[], order: "sorted" | "as written"): RenderedCite[][] {
  const groups: RenderedCite[][] = [];
  for (const cite of cites) {
    const fits = (group: readonly RenderedCite[] | undefined) => group?.[0]?.names === cite.names;
    const group = order === "sorted" ? groups.find(fits) : fits(groups.at(-1)) ? groups.at(-1) : undefined;
    if (group) group.push(cite);
    else groups.push([cite]);
  }
  return groups;
}

function joinGroup(
  group: readonly RenderedCite[],
  attributes: Attributes,
  { layout, between }: Delimiters,
): Output[] {
  if (!attributes.collapse?.startsWith("year")) return joinedCites(group, between);
  const years = yearsIn(group, attributes.collapse !== "year");
  const suffixes = attributes["year-suffix-delimiter"] ?? attributes["cite-group-delimiter"] ?? layout;
  const isRanged = attributes.collapse === "year-suffix-ranged";
  const after = attributes["after-collapse-delimiter"] ?? layout;
  const filled = years.filter(([first]) => first && first.output.length > 0);
  return filled.flatMap((year, index) => {
    // A locator is not to be read as a year.
    const delimiter = filled[index - 1]?.at(-1)?.hasLocator ? after : between;
    return [...(index > 0 ? words(delimiter) : []), ...suffixed(year, suffixes, isRanged)];
  });
}

/** The cites of one author, without the names that the first one has; those of one year together. */
function yearsIn(group: readonly RenderedCite[], areJoined: boolean): RenderedCite[][] {
  const years: RenderedCite[][] = [];
  let before: string | undefined;
  group.forEach((cite, at) => {
    const year = yearOf(cite);
    const shown = at === 0 ? cite : { ...cite, output: withoutNames(cite.output) };
    const isSame = areJoined && year !== undefined && year === before && at > 0 && plain(cite.prefix) === "";
    if (isSame && !years.at(-1)!.at(-1)!.hasLocator && plain(years.at(-1)!.at(-1)!.suffix) === "")
      years.at(-1)!.push(shown);
    else years.push([shown]);
    before = year;
  });
  return years;
}

/** The year without its letter; undefined when it has none. */
function yearOf({ output }: RenderedCite): string | undefined {
  const suffix = boxTagged(output, "year-suffix");
  const date = boxTagged(output, "date");
  if (!suffix || !date) return undefined;
  return plain(render(replaced([date], suffix, () => [])));
}

function suffixed(year: readonly RenderedCite[], delimiter: string, isRanged: boolean): Output[] {
  const [first, ...others] = year;
  if (!first || others.length === 0) return first ? withAffixes(first) : [];
  const letters = others.map((cite) => ({ ...cite, output: suffixIn(cite.output) }));
  const all = [first, ...letters];
  return joined(isRanged ? runsOf(all, hasNextLetter).map(ranged) : all.map(withAffixes), delimiter);
}

function hasNextLetter(one: RenderedCite, next: RenderedCite): boolean {
  const letter = ({ output }: RenderedCite) => plain(render(suffixIn(output)));
  const [a, b] = [letter(one), letter(next)];
  return a.slice(0, -1) === b.slice(0, -1) && b.charCodeAt(b.length - 1) === a.charCodeAt(a.length - 1) + 1;
}

function suffixIn(output: readonly Output[]): Output[] {
  const suffix = boxTagged(output, "year-suffix");
  return suffix ? [suffix] : [...output];
}

export function withoutNames(output: readonly Output[]): Output[] {
  const names = boxTagged(output, "names");
  return names ? trimStart(replaced(output, names, () => [])) : [...output];
}

/** Without the author, nothing that joined it to the rest may stay at the beginning. */
function trimStart(output: readonly Output[]): Output[] {
  const [first, ...rest] = output;
  if (first?.kind !== "box") return [...output];
  const { prefix, ...attributes } = first.attributes;
  const children = trimStart(first.children);
  const kept = prefix?.replace(/^[\s,]+/, "");
  return [
    { ...first, children, attributes: kept ? { ...attributes, prefix: kept } : attributes } as Box,
    ...rest,
  ];
}
