/**
 * The texts of a folder in the order that they say themselves: an index first, then by a key of their front matter,
 * then by name; the folders in it likewise. Tools of web sites list their pages like this, where nobody lists them.
 */
import { readdir, readFile } from "node:fs/promises";
import { join, posix } from "node:path";
import type { Report } from "../../diagnostics/diagnostic.js";
import type { Folder } from "../../input/folder.js";
import { PASSED_OVER } from "../../input/project-files.js";
import { isFoundText } from "../texts.js";
import { firstHeading } from "./first-heading.js";
import { frontMatterIn } from "./front-matter.js";
import { compareNames } from "./natural-order.js";
import type { Entry } from "./outline.js";
import { findSettings } from "./settings-file.js";
import { textOf, type Values } from "./values.js";

export interface TextOrder {
  /** Keys of front matter that say the place among others, a number. */
  readonly keys: readonly string[];
  /** True for the page that stands for its folder, by its name. */
  readonly isIndex: (name: string) => boolean;
  /** True for what is no page of the book, by its path from the folder. Default: nothing. */
  readonly isAside?: (path: string) => boolean;
  /** What the tool keeps beside the texts of a folder: its title, its place. */
  readonly folderFile?: string;
}

const ORDER_KEYS = ["order", "weight", "nav_order", "sidebar_position", "position"];

export const USUAL_ORDER: TextOrder = {
  keys: ORDER_KEYS,
  isIndex: (name) => /^(?:readme|index|_index)\.\w+$/i.test(name),
};

/** A project of more texts is no book. */
const MOST_TEXTS = 5_000;
const DEEPEST = 8;

/** An entry among others, with what says its place. */
interface Placed {
  readonly entry: Entry;
  readonly name: string;
  readonly order: number;
  readonly isIndex: boolean;
}

/**
 * @param content folder of the texts, relative to the publication's: paths of entries count from it.
 * @param from the folder in it whose texts are wanted.
 */
export async function textsOfFolder(
  content: string,
  folder: Folder,
  order: TextOrder = USUAL_ORDER,
  from = ".",
  report: Report = () => undefined,
): Promise<readonly Entry[]> {
  const placed = await textsIn({ content, folder, order, report, room: { left: MOST_TEXTS } }, from, 0);
  return placed.map(({ entry }) => entry);
}

interface Search {
  readonly content: string;
  readonly folder: Folder;
  readonly order: TextOrder;
  readonly report: Report;
  readonly room: { left: number };
}

async function textsIn(search: Search, path: string, depth: number): Promise<readonly Placed[]> {
  const { content, folder, order, room } = search;
  const entries = await readdir(join(folder.root, content, path), { withFileTypes: true }).catch(() => []);
  const found: Placed[] = [];
  for (const entry of entries.toSorted((a, b) => compareNames(a.name, b.name))) {
    const inner = posix.join(path, entry.name);
    if (entry.name.startsWith(".") || room.left <= 0 || order.isAside?.(inner)) continue;
    if (entry.isFile() && isFoundText(entry.name)) {
      room.left -= 1;
      found.push(...(await placedText(search, inner)));
    } else if (entry.isDirectory() && depth < DEEPEST && !PASSED_OVER.has(entry.name)) {
      found.push(...(await placedFolder(search, inner, depth + 1)));
    }
  }
  return found.sort(
    (a, b) => Number(b.isIndex) - Number(a.isIndex) || a.order - b.order || compareNames(a.name, b.name),
  );
}

/** @returns none for a draft. */
async function placedText({ content, folder, order, report }: Search, path: string): Promise<Placed[]> {
  const file = posix.join(content, path);
  const text = await readFile(join(folder.root, file), "utf8").catch(() => "");
  const values = frontMatterIn(text, file, report)?.values ?? {};
  if (values.draft === true || values.published === false) return [];
  const location = { file, line: 1, column: 1 };
  const name = posix.basename(path);
  const entry = { title: "", href: encodeURI(path), location, children: [] };
  return [{ entry, name, order: orderIn(values, order), isIndex: order.isIndex(name) }];
}

async function placedFolder(search: Search, path: string, depth: number): Promise<Placed[]> {
  const texts = await textsIn(search, path, depth);
  const [first] = texts;
  if (first === undefined) return [];
  const said = await folderSays(search, path, first);
  const place = Math.min(
    orderIn(said?.values ?? {}, search.order),
    first.isIndex ? first.order : Number.POSITIVE_INFINITY,
  );
  const title =
    textOf(said?.values.label) ?? textOf(said?.values.title) ?? (await titleOfFolder(search, path, first));
  const location = said?.place([]) ?? first.entry.location;
  const entry = { title, href: "", location, children: texts.map((each) => each.entry) };
  return [{ entry, name: posix.basename(path), order: place, isIndex: false }];
}

/** What the tool's own file says of a folder, else its index. */
async function folderSays({ content, folder, order, report }: Search, path: string, first: Placed) {
  const beside = order.folderFile === undefined ? [] : [posix.join(content, path, order.folderFile)];
  const said = await findSettings(beside, folder, report);
  if (said !== undefined || !first.isIndex) return said;
  const { file } = first.entry.location;
  return frontMatterIn(
    await readFile(join(folder.root, file), "utf8").catch(() => ""),
    file,
    () => undefined,
  );
}

/** The heading of its index, else its name. */
async function titleOfFolder({ folder }: Search, path: string, first: Placed): Promise<string> {
  const text = first.isIndex
    ? await readFile(join(folder.root, first.entry.location.file), "utf8").catch(() => "")
    : "";
  return firstHeading(text) ?? titleFromName(posix.basename(path));
}

/** `Getting started` of `01-getting_started`. */
export function titleFromName(name: string): string {
  const words = name
    .replace(/^\d+[-_. ]+(?=\S)/, "")
    .replace(/[-_]+/g, " ")
    .trim();
  return words === "" ? name : words[0]!.toUpperCase() + words.slice(1);
}

function orderIn(values: Values, { keys }: TextOrder): number {
  const found = keys.map((key) => Number(values[key] ?? Number.NaN)).find((each) => !Number.isNaN(each));
  return found ?? Number.POSITIVE_INFINITY;
}
