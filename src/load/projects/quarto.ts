/** Quarto's books, web sites and plain projects: https://quarto.org/docs/books/, `_quarto.yml`. */
import type { Report } from "../../diagnostics/diagnostic.js";
import type { Folder } from "../../input/folder.js";
import type { Path } from "../../model/places.js";
import { flatValues } from "../../model/text-settings.js";
import { defaultsIn } from "../../read/markdown/syntax/quarto/cell-defaults.js";
import type { Describe } from "../description.js";
import { describeOutline } from "../outline/describe.js";
import { isPartial, SITE_ORDER, textsOfFolder } from "../outline/folder-texts.js";
import { frontMatterIn } from "../outline/front-matter.js";
import { group, page, textsLike, titleOfText } from "../outline/menu.js";
import { factsOf, joinedFacts } from "../outline/metadata.js";
import { outlineOfNav } from "../outline/nav.js";
import type { Entry } from "../outline/outline.js";
import {
  findSettings,
  plainSettings,
  readSettingsText,
  type SettingsText,
  textIn,
} from "../outline/settings-file.js";
import { listOf, textOf, type Values, valuesOf } from "../outline/values.js";
import { isText } from "../texts.js";

const sayLanguage = (language: string) => `Write \`lang: ${language}\` in _quarto.yml`;

export const describe: Describe = async (text, file, folder, report) => {
  const settings = readSettingsText(text, file, report);
  const { values } = settings;
  const kind = values.book === undefined ? "website" : "book";
  const book = valuesOf(values[kind]);
  const facts = joinedFacts(
    factsOf({ settings, values: book, at: [kind], sayLanguage }),
    joinedFacts(factsOf({ settings, sayLanguage }), await factsOfIndex(folder)),
  );
  const menu = { settings, folder, report };
  const chapters = await entriesOf(listOf(book.chapters), [kind, "chapters"], menu);
  const sidebar = chapters.length > 0 ? [] : await sidebarEntries(book, menu);
  const listed = [...chapters, ...sidebar];
  const all = listed.length > 0 ? listed : await textsOfFolder(".", folder, QUARTO_ORDER, ".", report);
  const suffix = await entriesOf(listOf(book.appendices), [kind, "appendices"], menu);
  const outline = { ...outlineOfNav(all), suffix };
  const variables = await findSettings(VARIABLES, folder, report);
  const project = {
    file,
    outline,
    facts,
    content: ".",
    dialect: "quarto",
    texts: {
      values: { ...flatValues("meta", values), ...flatValues("var", variables?.values ?? {}) },
      cells: defaultsIn(values),
    },
    settings: variables === undefined ? [] : [variables.file],
  } as const;
  return describeOutline(project, folder, report);
};

/** https://quarto.org/docs/authoring/variables.html */
const VARIABLES = ["_variables.yml", "_variables.yaml"];

const QUARTO_ORDER = { ...SITE_ORDER, isAside: isPartial };

/** A web site says in its first page what a book says in its settings. */
async function factsOfIndex(folder: Folder) {
  const file = "index.qmd";
  const text = (await textIn(file, folder)) ?? "";
  const settings = frontMatterIn(text, file, () => undefined) ?? plainSettings(file);
  const { language: _, bibliography, ...others } = factsOf({ settings, sayLanguage });
  return { ...others, ...(bibliography === undefined ? {} : { bibliography }) };
}

interface Menu {
  readonly settings: SettingsText;
  readonly folder: Folder;
  readonly report: Report;
}

async function entriesOf(items: readonly unknown[], at: Path, menu: Menu): Promise<readonly Entry[]> {
  const entries = await Promise.all(items.map((item, index) => entryOf(item, [...at, index], menu)));
  return entries.flat();
}

async function entryOf(item: unknown, at: Path, menu: Menu): Promise<readonly Entry[]> {
  const location = menu.settings.place(at);
  if (typeof item === "string") return pages(item, at, menu);
  const { part, section, chapters, contents, file, href, text } = valuesOf(item);
  const inner = chapters ?? contents;
  const title = textOf(part) ?? textOf(section);
  if (title === undefined) {
    const named = textOf(file) ?? textOf(href);
    if (named !== undefined) return isPageOfBook(named) ? [page(named, location)] : [];
    const children = await contentsOf(inner, [...at, "contents"], menu);
    const words = textOf(text);
    return words === undefined ? children : [group(words, location, children)];
  }
  const children = await contentsOf(inner, [...at, chapters === undefined ? "contents" : "chapters"], menu);
  const own = isText(title) ? title : (textOf(href) ?? textOf(file));
  const opening = own === undefined ? [] : [page(own, location)];
  const words = isText(title) ? ((await titleOfText(title, menu.folder)) ?? title) : title;
  return [group(words, location, [...opening, ...children])];
}

async function contentsOf(contents: unknown, at: Path, menu: Menu): Promise<readonly Entry[]> {
  return typeof contents === "string" ? pages(contents, at, menu) : entriesOf(listOf(contents), at, menu);
}

/** A page, the pages that a pattern matches, or all of a folder. */
async function pages(item: string, at: Path, { settings, folder, report }: Menu): Promise<readonly Entry[]> {
  const location = settings.place(at);
  if (/[*?]/.test(item)) return (await textsLike(item, ".", folder)).map((each) => page(each, location));
  if (isText(item)) return [page(item, location)];
  if (!isPageOfBook(item)) return [];
  const from = item === "auto" ? "." : item;
  return textsOfFolder(".", folder, QUARTO_ORDER, from, report);
}

/** Menus lead to other sites, too. */
function isPageOfBook(href: string): boolean {
  return !/^(?:[a-z]+:|-{3})/i.test(href);
}

async function sidebarEntries(site: Values, menu: Menu): Promise<readonly Entry[]> {
  const sidebars = [site.sidebar].flat().filter((each) => each !== undefined);
  const found = await Promise.all(
    sidebars.map((each, index) => {
      const at = ["website", "sidebar", ...(Array.isArray(site.sidebar) ? [index] : []), "contents"];
      return contentsOf(valuesOf(each).contents, at, menu);
    }),
  );
  return found.flat();
}
