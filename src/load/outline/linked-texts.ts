/** The texts of a project that a page links to, in the order of its links, under its headings. */
import createMarkdownIt, { type Token } from "markdown-it";
import { withoutFrontMatter } from "../../model/front-matter.js";
import { resolveReference } from "../../model/relative-path.js";
import { textNames } from "../texts.js";
import type { Entry, Group } from "./outline.js";
import { plain, wordsOf } from "./plain.js";

export interface LinkedTexts {
  readonly groups: readonly Group[];
  readonly found: ReadonlySet<string>;
}

/**
 * @param file of the page, relative to the publication's folder.
 * @param titles of those that may be found, by their paths, relative to the same: empty for a text that has its own. One that
 *   only its name gives is what the link says.
 */
export function linkedTexts(text: string, file: string, titles: ReadonlyMap<string, string>): LinkedTexts {
  const texts = new Set(titles.keys());
  const found = new Set<string>();
  const groups: (Group & { entries: Entry[] })[] = [];
  let isHeading = false;
  for (const token of createMarkdownIt({ html: true }).parse(
    wikiLinksAsLinks(withoutFrontMatter(text)),
    {},
  )) {
    if (token.type === "heading_open") isHeading = true;
    if (token.type !== "inline") continue;
    const location = { file, line: (token.map?.[0] ?? 0) + 1, column: 1 };
    if (isHeading) groups.push({ part: plain(token), location, entries: [] });
    isHeading = false;
    const { children } = token;
    for (const [at, child] of (children ?? []).entries()) {
      const target =
        child.type === "link_open" ? textAt(String(child.attrGet("href")), file, texts) : undefined;
      if (target === undefined || found.has(target)) continue;
      found.add(target);
      if (groups.length === 0) groups.push({ location, entries: [] });
      const title =
        titles.get(target) === "" ? "" : wordsOfLink(children!.slice(at + 1)) || titles.get(target)!;
      groups.at(-1)!.entries.push({ title, href: target, location, children: [] });
    }
  }
  return { groups: asParts(groups.filter(({ entries }) => entries.length > 0)), found };
}

function wordsOfLink(tokens: readonly Token[]): string {
  const end = tokens.findIndex(({ type }) => type === "link_close");
  return tokens.slice(0, end).map(wordsOf).join("").trim();
}

/** `[[Ebb]]` and `[[Ebb|the ebb]]` of Obsidian, in a page that only lists. */
function wikiLinksAsLinks(text: string): string {
  return text.replace(
    /(?<!!)\[\[([^\]|#\n]+)(?:#[^\]|\n]*)?(?:\|([^\]\n]*))?\]\]/g,
    (_, page: string, words?: string) => `[${words ?? page}](<${page.trim()}>)`,
  );
}

function textAt(href: string, file: string, texts: ReadonlySet<string>): string | undefined {
  const { path } = resolveReference(file, href);
  const plainPath = path.replace(/^\//, "").replace(/\/$/, "");
  const names = [
    plainPath,
    ...textNames(plainPath),
    ...["README", "index"].flatMap((name) => textNames(`${plainPath}/${name}`)),
  ];
  const own = names.find((name) => texts.has(name));
  if (own !== undefined || plainPath.includes("..")) return own;
  // Obsidian calls a note by its name, wherever it is.
  const ends = [...texts].filter((each) => names.some((name) => each.endsWith(`/${name}`)));
  return ends.length === 1 ? ends[0] : undefined;
}

/** Headings name parts when there are several with several texts each. */
function asParts(groups: readonly Group[]): readonly Group[] {
  const full = groups.filter(({ part, entries }) => part !== undefined && entries.length > 1);
  return full.length > 1 ? groups : groups.map(({ location, entries }) => ({ location, entries }));
}
