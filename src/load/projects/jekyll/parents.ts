/**
 * Pages that name the page above them by its title, as themes for documentation have it:
 * https://just-the-docs.com/docs/navigation/main/ (`parent`, `grand_parent`, `ancestor`, `nav_order`, `nav_exclude`).
 */
import type { Folder } from "../../../input/folder.js";
import { withoutFrontMatter } from "../../../model/front-matter.js";
import { frontMatterIn } from "../../outline/front-matter.js";
import { group } from "../../outline/menu.js";
import { compareNames } from "../../outline/natural-order.js";
import { type Entry, pagesOf } from "../../outline/outline.js";
import { textOf, type Values } from "../../outline/values.js";
import { wordsOfFile } from "../../outline/words-of-file.js";

interface Page {
  readonly entry: Entry;
  readonly title: string;
  readonly values: Values;
  /** True for a page that only holds others. */
  readonly isBlank: boolean;
}

/**
 * @param entries all pages, those without words, too.
 * @returns undefined when no page names another one: then they stand as their folders have them.
 */
export async function nestedByParents(
  entries: readonly Entry[],
  folder: Folder,
): Promise<readonly Entry[] | undefined> {
  const all = await Promise.all(pagesOf(entries).map((entry) => readPage(entry, folder)));
  const pages = all.filter(({ values }) => values.nav_exclude !== true).sort(inOrder);
  const titles = new Set(pages.map(({ title }) => title));
  const isChild = ({ values }: Page) => titles.has(textOf(values.parent) ?? "");
  if (!pages.some(isChild)) return undefined;
  const left = new Set(pages);
  const tops = pages.filter((each) => !isChild(each)).map((each) => treeFrom(each, [], left));
  // What no page leads to: its parent is not unique, or below itself.
  const others = pages.filter((each) => left.has(each) && !each.isBlank).map(({ entry }) => entry);
  return [...tops.flatMap(partOf), ...others];
}

async function readPage(entry: Entry, folder: Folder): Promise<Page> {
  const { file } = entry.location;
  const text = await wordsOfFile(file, folder);
  const values = frontMatterIn(text, file, () => undefined)?.values ?? {};
  const title = textOf(values.title) ?? entry.href.replace(/\.\w+$/, "");
  return { entry, title, values, isBlank: withoutFrontMatter(text).trim() === "" };
}

/** Numbers before words, which the title is where nothing is said. */
function inOrder(a: Page, b: Page): number {
  const [one, other] = [placeOf(a), placeOf(b)];
  if (typeof one === "number" && typeof other === "number") return one - other;
  if (typeof one === "string" && typeof other === "string") return compareNames(one, other);
  return typeof one === "number" ? -1 : 1;
}

function placeOf({ values, title }: Page): number | string {
  const { nav_order: said } = values;
  return typeof said === "number" ? said : (textOf(said) ?? title);
}

interface Tree {
  readonly page: Page;
  readonly below: readonly Tree[];
}

/** @param above titles of the pages above it, the nearest first. @param left pages that have no place yet. */
function treeFrom(page: Page, above: readonly string[], left: Set<Page>): Tree {
  left.delete(page);
  const children = [...left].filter((each) => isBelow(each, page, above));
  for (const each of children) left.delete(each);
  if (page.values.child_nav_order === "desc" || page.values.child_nav_order === "reversed")
    children.reverse();
  return { page, below: children.map((each) => treeFrom(each, [page.title, ...above], left)) };
}

function isBelow({ values }: Page, page: Page, above: readonly string[]): boolean {
  const [parent, grand, ancestor] = [values.parent, values.grand_parent, values.ancestor].map(textOf);
  return (
    parent === page.title &&
    (grand === undefined || grand === above[0]) &&
    (ancestor === undefined || above.includes(ancestor))
  );
}

/** The pages below one are chapters of a part that begins with it; those below them are divisions of the chapters. */
function partOf({ page, below }: Tree): readonly Entry[] {
  const own = page.isBlank ? [] : [page.entry];
  if (below.length === 0) return own;
  return [group(page.title, page.entry.location, [...own, ...below.flatMap(chapterOf)])];
}

/** A page without words has nothing to show but those below it: it may lead readers of a site elsewhere (`redirect_to`). */
function chapterOf({ page, below }: Tree): readonly Entry[] {
  const children = below.flatMap(chapterOf);
  return page.isBlank && children.length === 0 ? [] : [{ ...page.entry, children }];
}
