/**
 * Which lines of a text are code, by its fences (CommonMark 0.31, 4.5), before the text is parsed.
 *
 * What is taken for code by mistake would lose its lines that look like hidden Rust, so a fence
 * that nothing closes counts for none, and so does one that ends with the quote it stands in.
 */

/** The listing that a line is a part of. */
export interface Listing {
  /** First word of the info string: `rust` of `rust,ignore`. */
  readonly language: string;
  /** What follows it. */
  readonly rest: string;
}

interface Fence extends Listing {
  readonly mark: string;
  readonly indent: number;
  readonly quotes: number;
}

const PREFIX = /^(?:[ \t>]|(?:[-*+]|\d{1,9}[.)])[ \t])*/;
const MARK = /^(`{3,}|~{3,})[ \t]*([\w+-]*)(.*)$/;
/** What is text, though it is written as code: callouts of mdbook-admonish and of a plugin of Obsidian, directives of MyST. */
const HOLDS_TEXT =
  /^(?:admonish|ad-|\{(?:prf:|[a-z]*note|tip|hint|important|warning|caution|attention|danger|error|seealso|admonition|todo|margin|sidebar|aside|topic|epigraph|pull-quote|highlights|div|container|card|grid|tab|dropdown|details|only|centered|glossary|version|deprecated|table|list-table|figure|theorem|definition|exercise\}|solution\}|example|proof))/;

/** For each line the listing that it is inside of; the fences themselves are inside of none. */
export function listingsOf(lines: readonly string[]): (Listing | undefined)[] {
  const listings = lines.map((): Listing | undefined => undefined);
  /** Up to which line nothing closes a kind of fence: else a text of opening fences would be read for each of them. */
  const openUntil = new Map<string, number>();
  /** Ends of fences that hold text. */
  const ends = new Set<number>();
  for (let index = 0; index < lines.length; index += 1) {
    const fence = openingFence(lines[index]!);
    const kind = `${fence?.mark} ${fence?.quotes} ${fence?.indent}`;
    if (fence === undefined || ends.has(index) || index < (openUntil.get(kind) ?? 0)) continue;
    const { end, isClosed } = endOfListing(lines, index, fence);
    if (!isClosed) openUntil.set(kind, end);
    else if (HOLDS_TEXT.test(fence.language + fence.rest)) ends.add(end);
    else {
      listings.fill(fence, index + 1, end);
      index = end;
    }
  }
  return listings;
}

function openingFence(line: string): Fence | undefined {
  const [prefix] = PREFIX.exec(line)!;
  const [, mark, language = "", rest = ""] = MARK.exec(line.slice(prefix.length)) ?? [];
  // Between backticks that are closed on the same line it is code in a line of text.
  if (mark === undefined || (mark[0] === "`" && rest.includes("`"))) return undefined;
  return { mark, language, rest, indent: prefix.length, quotes: quotesIn(prefix) };
}

function endOfListing(lines: readonly string[], start: number, fence: Fence) {
  for (let index = start + 1; index < lines.length; index += 1) {
    const line = lines[index]!;
    const [prefix] = /^[ \t>]*/.exec(line)!;
    const rest = line.slice(prefix.length).trimEnd();
    const isOutside = quotesIn(prefix) < fence.quotes || (rest !== "" && prefix.length < fence.indent - 3);
    if (isOutside) return { end: index, isClosed: false };
    if (rest.startsWith(fence.mark) && rest === fence.mark[0]!.repeat(rest.length))
      return { end: index, isClosed: true };
  }
  return { end: lines.length, isClosed: false };
}

function quotesIn(prefix: string): number {
  return prefix.split(">").length - 1;
}
