/** What the menus of several tools have in common, while an outline is made of them. */
import { readdir } from "node:fs/promises";
import { join, posix } from "node:path";
import type { Location } from "../../diagnostics/location.js";
import type { Folder } from "../../input/folder.js";
import { frontMatterOf } from "../../model/front-matter.js";
import { isText, textNames } from "../texts.js";
import { titleHeading } from "./first-heading.js";
import { compareNames } from "./natural-order.js";
import type { Entry } from "./outline.js";
import { wordsOfFile } from "./words-of-file.js";

export function page(href: string, location: Location, children: readonly Entry[] = [], title = ""): Entry {
  return { title, href: href.replace(/^\.\//, ""), location, children };
}

/** What only holds others: a part. */
export function group(title: string, location: Location, children: readonly Entry[]): Entry {
  return { title, href: "", location, children };
}

/** Each page where it is first named: several sidebars may show the same one. */
export function onceEach(entries: readonly Entry[], seen = new Set<string>()): readonly Entry[] {
  return entries.flatMap((entry) => {
    if (entry.href !== "" && seen.has(entry.href)) return [];
    seen.add(entry.href);
    const children = onceEach(entry.children, seen);
    return entry.href === "" && children.length === 0 ? [] : [{ ...entry, children }];
  });
}

/** The title that a text has: in its front matter, or its first heading. */
export async function titleOfText(file: string, folder: Folder): Promise<string | undefined> {
  const found = await textFile(file, folder);
  if (found === undefined) return undefined;
  const text = await wordsOfFile(found, folder);
  return frontMatterOf(text)?.title ?? titleHeading(text);
}

/** The path of a text that may be named without its ending. */
async function textFile(file: string, folder: Folder): Promise<string | undefined> {
  for (const name of isText(file) ? [file] : textNames(file)) {
    if ((await folder.lookup(name)).status === "file") return name;
  }
  return undefined;
}

/**
 * The texts that a pattern matches, `chapters/*.qmd`, by name.
 *
 * @param content folder that the pattern counts from, relative to the publication's.
 */
export async function textsLike(
  pattern: string,
  content: string,
  folder: Folder,
): Promise<readonly string[]> {
  const wanted = posix.normalize(pattern);
  const fixed = posix.dirname(`${wanted.replace(/[*?[{].*$/s, "")}x`);
  if ((await folder.lookup(fixed, content)).status !== "folder") return [];
  const test = patternTest(wanted);
  const names = await readdir(join(folder.root, content, fixed), { recursive: true }).catch(
    (): string[] => [],
  );
  const paths = names.map((name) => posix.join(fixed, name.replaceAll("\\", "/")));
  return paths.filter((path) => isText(path) && test.test(path)).sort(compareNames);
}

function patternTest(pattern: string): RegExp {
  const marks = pattern
    .split(/(\*\*\/|\*|\?)/)
    .map((piece) => MARKS[piece] ?? piece.replace(/[\\^$.|+()[\]{}]/g, "\\$&"));
  return new RegExp(`^${marks.join("")}$`);
}

const MARKS: Readonly<Record<string, string>> = { "**/": "(?:[^/]+/)*", "*": "[^/]*", "?": "[^/]" };
