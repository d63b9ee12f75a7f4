/** What the tags of a tool become in a book. */
import type { Line } from "../lines.js";
import type { Tag } from "../tags.js";

/** What stands in a tag behind its name. */
export interface TagWords {
  /** The value of `name="value"`. */
  named(name: string): string | undefined;
  /** Values without a name, in their order. */
  readonly others: readonly string[];
}

/** A tag in lines of its own, which end what is before it; nothing stands in the place of an empty text. Undefined when the tag says too little. */
interface BlockMeaning {
  readonly place: "block";
  write(words: TagWords): string | undefined;
}

/** A part of a line. Undefined when the tag says too little. */
interface LineMeaning {
  readonly place: "line";
  write(words: TagWords): string | undefined;
}

/** The fences of a listing: between the tags is code. */
interface ListingMeaning {
  readonly place: "listing";
  /** What stands behind the fence. */
  write(words: TagWords): string;
}

export type Meaning = BlockMeaning | LineMeaning | ListingMeaning;

export interface BlockSyntax {
  /** Puts tags on one line that go over several. Default: they have one line. */
  readonly wholeTags?: (lines: readonly Line[]) => readonly Line[];
  /** The tags of a line; the end of `x` is called `endx`. */
  readonly tagsIn: (line: string) => readonly Tag[];
  readonly meanings: ReadonlyMap<string, Meaning>;
  /** Ends of listings, beside those that are called like their beginning. */
  readonly listingEnds?: ReadonlySet<string>;
  /** Left out without a word: they say nothing to a reader. */
  readonly silent?: ReadonlySet<string>;
  /** `liquid` has `{% raw %}`, between which nothing is a tag. */
  readonly raw: "liquid" | "none";
  /** What a line is without the signs that keep a tag from being followed. */
  readonly unescaped?: (line: string) => string;
}

export const block = (write: BlockMeaning["write"]): Meaning => ({ place: "block", write });
export const inLine = (write: LineMeaning["write"]): Meaning => ({ place: "line", write });
export const listing = (write: ListingMeaning["write"]): Meaning => ({ place: "listing", write });
export const nothing: Meaning = block(() => "");
export const divEnd: Meaning = block(() => ":::");

/** `::: note Title`. */
export function div(name: string, title: string | undefined): string {
  return title?.trim() ? `::: ${name} ${title.trim()}` : `::: ${name}`;
}

/** A file name above code, which a book sets as such. */
export function fileName(name: string | undefined): string {
  return name?.trim() ? `${name.trim().replace(/[[\]\\*_`<{$~^]/g, "\\$&")} {.filename}` : "";
}

/** `![caption](src){attributes}`. */
export function figure({ named, others }: TagWords): string | undefined {
  const source = named("src") ?? named("image_path") ?? named("url") ?? named("image") ?? others[0];
  if (!source?.trim()) return undefined;
  const attributes = ["alt", "width", "height"].flatMap((name) => {
    const value = named(name)?.replaceAll('"', "'");
    return value ? [`${name}="${value}"`] : [];
  });
  const words = named("caption") ?? named("title") ?? "";
  const list = attributes.length === 0 ? "" : `{${attributes.join(" ")}}`;
  return `![${words.replace(/[[\]]/g, "\\$&")}](<${source.trim()}>)${list}`;
}

const WORD =
  /([\w-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|'([^']*)'|`([^`]*)`|([^\s"'`]+))|"((?:[^"\\]|\\.)*)"|'([^']*)'|`([^`]*)`|([^\s"'`=]+)/g;

export function tagWords(words: string): TagWords {
  const named = new Map<string, string>();
  const others: string[] = [];
  for (const [, name, ...texts] of words.matchAll(WORD)) {
    const value = (texts.find((text) => text !== undefined) ?? "").replace(/\\(["\\])/g, "$1");
    if (name === undefined) others.push(value);
    else named.set(name, value);
  }
  return { named: (name) => named.get(name), others };
}
