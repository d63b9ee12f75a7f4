/**
 * The texts of a folder in the order that they say themselves: an index first, then by a key of their front matter,
 * then by name; the folders in it likewise. Tools of web sites list their pages like this, where nobody lists them.
 */
import type { Dirent } from "node:fs";
import { readdir } from "node:fs/promises";
import { join, posix } from "node:path";
import { diagnostic, type Report } from "../../diagnostics/diagnostic.js";
import { type Folder, isInside } from "../../input/folder.js";
import { PASSED_OVER } from "../../input/project-files.js";
import { withoutFrontMatter } from "../../model/front-matter.js";
import { isFoundText } from "../texts.js";
import { titleHeading } from "./first-heading.js";
import { frontMatterIn } from "./front-matter.js";
import { compareNames } from "./natural-order.js";
import { type Entry, pagesOf } from "./outline.js";
import { findSettings } from "./settings-file.js";
import { titleByName, titleFromName } from "./title-from-name.js";
import {
  preferred,
  translatedTexts,
  translatedTextsLeftOut,
  translationsIn,
  translationsLeftOut,
} from "./translations.js";
import { textOf, type Values } from "./values.js";
import { wordsOfFile } from "./words-of-file.js";

export interface TextOrder {
  /** Keys of front matter that say the place among others, a number. */
  readonly keys: readonly string[];
  /** Whether a README is no page where another index is there, as on web sites. Default: it is one. */
  readonly readme?: "aside";
  /** True for the page that stands for its folder, by its name. */
  readonly isIndex: (name: string) => boolean;
  /** Whether an index without words is listed, too. Default: it only says things of its folder. */
  readonly blank?: "listed";
  /** True for what is no page of the book, by its path from the folder. Default: nothing. */
  readonly isAside?: (path: string) => boolean;
  /** Of a project in several languages, the one that is wanted. Default: English, or the first. */
  readonly language?: string | undefined;
  /** What the tool keeps beside the texts of a folder: its title, its place. */
  readonly folderFile?: string;
}

const ORDER_KEYS = ["order", "weight", "nav_order", "sidebar_position", "position"];

export const USUAL_ORDER: TextOrder = {
  keys: ORDER_KEYS,
  isIndex: (name) => /^(?:readme|index|_index)\.\w+$/i.test(name),
};

/** Of web sites. */
export const SITE_ORDER: TextOrder = { ...USUAL_ORDER, readme: "aside" };

/** True for the path of what many tools take for a part of other texts: its name begins with `_`, or that of its folder. */
export function isPartial(path: string): boolean {
  return /(?:^|\/)_/.test(path);
}

/** A project of more texts is no book. */
const MOST_TEXTS = 5_000;
const DEEPEST = 8;
const README = /^readme\.\w+$/i;

/** An entry among others, with what says its place. */
interface Placed {
  readonly entry: Entry;
  /** True for an index without words: it only says things of its folder. */
  readonly isBlank: boolean;
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
  // What the settings name may lead out of the project.
  if ((await folder.lookup(from, content)).status !== "folder") return [];
  const left: LeftOut = { texts: [], folders: [] };
  const search = { content, folder, order, report, room: { left: MOST_TEXTS }, left };
  const found = withWords(await textsIn(search, from, 0));
  if (left.texts.length > 0) report(translatedTextsLeftOut(left.texts));
  if (left.folders.length > 0) report(translationsLeftOut(left.folders, left.taken));
  return found;
}

/** Translations, by their paths. */
interface LeftOut {
  readonly texts: string[];
  readonly folders: string[];
  /** The first folder of a language of which the texts are taken; none where they stand beside the others. */
  taken?: string;
}

function withWords(placed: readonly Placed[]): readonly Entry[] {
  return placed.flatMap(({ entry, isBlank }) => (isBlank ? [] : [entry]));
}

interface Search {
  readonly content: string;
  readonly folder: Folder;
  readonly order: TextOrder;
  readonly report: Report;
  readonly room: { left: number };
  readonly left: LeftOut;
}

async function textsIn(search: Search, path: string, depth: number): Promise<readonly Placed[]> {
  const { content, folder, order, room } = search;
  const all = await entriesOf(posix.join(content, path), folder, order);
  const translated = translatedTexts(all.filter(({ name }) => isFoundText(name)).map(({ name }) => name));
  search.left.texts.push(...translated.map((each) => posix.join(content, path, each)));
  const entries = all.filter(({ name }) => !translated.includes(name));
  const found: Placed[] = [];
  for (const entry of entries) {
    const inner = posix.join(path, entry.name);
    if (entry.name.startsWith(".") || room.left <= 0 || order.isAside?.(inner)) continue;
    if (isFoundText(entry.name) && (await isText(entry, inner, search))) {
      room.left -= 1;
      found.push(...(await placedText(search, inner)));
    } else if (entry.isDirectory() && depth < DEEPEST && !PASSED_OVER.has(entry.name)) {
      found.push(...(await placedFolder(search, inner, depth + 1)));
    }
  }
  found.push(...(await inOneLanguage(search, path, depth, found)));
  return found.sort(
    (a, b) => Number(b.isIndex) - Number(a.isIndex) || a.order - b.order || compareNames(a.name, b.name),
  );
}

/**
 * Of folders that hold translations of each other one is taken; of those that hold translations of what is beside them,
 * none. A page beside them only leads to the languages.
 */
async function inOneLanguage(search: Search, path: string, depth: number, found: readonly Placed[]) {
  const { content, folder, order, left } = search;
  const around = posix.join(content, path);
  const languages = (await translationsIn(around, folder)).filter(
    (each) => order.isAside?.(posix.join(path, each)) !== true,
  );
  const own = pagesOf(withWords(found)).length > 1 ? undefined : preferred(languages, order.language);
  const others = languages.filter((each) => each !== own);
  left.folders.push(...others.map((each) => posix.join(around, each)));
  if (own !== undefined && others.length > 0) left.taken ??= posix.join(around, own);
  return own === undefined ? [] : textsIn(search, posix.join(path, own), depth + 1);
}

/** True for a file, and for a link to one that is not found by its own name. A link that leads out is reported. */
async function isText(entry: Dirent, path: string, { content, folder, report }: Search): Promise<boolean> {
  if (!entry.isSymbolicLink()) return entry.isFile();
  const found = await folder.lookup(path, content);
  if (found.status === "outside") {
    const file = posix.join(content, path);
    const message = `\`${file}\` is left out: it is a link that leads out of the folder`;
    const hint = "Put the text itself in its place";
    report(diagnostic("texts-left-out", message, { file, line: 1, column: 1 }, hint));
  }
  if (found.status !== "file") return false;
  return !isInside(join(folder.root, content), found.real) || !isFoundText(found.real);
}

/** In the order of their names; without what the tool passes over. */
async function entriesOf(path: string, folder: Folder, { readme, isIndex }: TextOrder) {
  const entries = await readdir(join(folder.root, path), { withFileTypes: true }).catch(() => []);
  const languages = await translationsIn(path, folder);
  const aside = new Set(entries.filter(({ name }) => languages.includes(name)));
  const hasIndex = entries.some(({ name }) => isIndex(name) && !README.test(name));
  if (readme === "aside" && hasIndex) for (const each of entries) if (README.test(each.name)) aside.add(each);
  return entries.filter((each) => !aside.has(each)).sort((a, b) => compareNames(a.name, b.name));
}

/** @returns none for a draft. */
async function placedText({ content, folder, order, report }: Search, path: string): Promise<Placed[]> {
  const file = posix.join(content, path);
  const text = await wordsOfFile(file, folder);
  const values = frontMatterIn(text, file, report)?.values ?? {};
  if (values.draft === true || values.published === false) return [];
  const location = { file, line: 1, column: 1 };
  const name = posix.basename(path);
  const title = textOf(values.title) === undefined ? titleByName(text, path) : "";
  const entry = { title, href: path, location, children: [] };
  const isIndex = order.isIndex(name);
  const isBlank = isIndex && order.blank === undefined && withoutFrontMatter(text).trim() === "";
  return [{ entry, name, order: orderIn(values, order), isIndex, isBlank }];
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
  const entry = { title, href: "", location, children: withWords(texts) };
  if (entry.children.length === 0) return [];
  return [{ entry, name: posix.basename(path), order: place, isIndex: false, isBlank: false }];
}

/** What the tool's own file says of a folder, else its index. */
async function folderSays({ content, folder, order, report }: Search, path: string, first: Placed) {
  const beside = order.folderFile === undefined ? [] : [posix.join(content, path, order.folderFile)];
  const said = await findSettings(beside, folder, report);
  if (said !== undefined || !first.isIndex) return said;
  const { file } = first.entry.location;
  return frontMatterIn(await wordsOfFile(file, folder), file, () => undefined);
}

/** The heading of its index, else its name. */
async function titleOfFolder({ folder }: Search, path: string, first: Placed): Promise<string> {
  const text = first.isIndex ? await wordsOfFile(first.entry.location.file, folder) : "";
  return titleHeading(text) ?? titleFromName(posix.basename(path));
}

function orderIn(values: Values, { keys }: TextOrder): number {
  const found = keys.map((key) => Number(values[key] ?? Number.NaN)).find((each) => !Number.isNaN(each));
  return found ?? Number.POSITIVE_INFINITY;
}
