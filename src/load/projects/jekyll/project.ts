/** Sites of Jekyll: https://jekyllrb.com/docs/configuration/, pages and collections in the order that they say. */
import type { Report } from "../../../diagnostics/diagnostic.js";
import type { Folder } from "../../../input/folder.js";
import { flatValues } from "../../../model/text-settings.js";
import type { Describe } from "../../description.js";
import { describeOutline } from "../../outline/describe.js";
import { isPartial, SITE_ORDER, type TextOrder, textsOfFolder } from "../../outline/folder-texts.js";
import { group } from "../../outline/menu.js";
import { factsOf } from "../../outline/metadata.js";
import { outlineOfNav } from "../../outline/nav.js";
import { type Entry, pagesOf } from "../../outline/outline.js";
import { readSettingsText } from "../../outline/settings-file.js";
import { titleFromName } from "../../outline/title-from-name.js";
import { textOf, textsOf, type Values, valuesOf } from "../../outline/values.js";
import { dataOfSite } from "./data.js";
import { nestedByParents } from "./parents.js";

/** Parts of the site that are no pages; what begins with `_` and is no collection is passed over, too. */
const ASIDE =
  /^(?:vendor|assets|node_modules)\/|(?:^|\/)(?:licen[cs]e|contributing|changelog|code_of_conduct|security|404)\.\w+$/i;

export const describe: Describe = async (text, file, folder, report) => {
  const settings = readSettingsText(text, file, report);
  const { values } = settings;
  const sayLanguage = (language: string) => `Write \`lang: ${language}\` in ${file}`;
  const facts = factsOf({ settings, sayLanguage });
  const collections = collectionsIn(values);
  const excluded = textsOf(values.exclude).map((each) => each.replace(/\/$/, ""));
  const isAside = (path: string) =>
    ASIDE.test(path) ||
    isPartial(path) ||
    excluded.some((each) => path === each || path.startsWith(`${each}/`));
  const inFolder = (order: TextOrder, from: string) => pagesIn(order, from, folder, report);
  const pages = await inFolder({ ...SITE_ORDER, isAside }, ".");
  const parts: Entry[] = [];
  for (const name of [...collections, "posts"]) {
    const texts = await inFolder(SITE_ORDER, `_${name}`);
    if (texts.length > 0)
      parts.push(group(titleFromName(name), settings.place(["collections", name]), texts));
  }
  const [only] = parts;
  // A book that is one collection has a page that welcomes, and chapters.
  const listed =
    parts.length === 1 && pagesOf(pages).length <= 1 ? [...pages, ...only!.children] : [...pages, ...parts];
  const outline = outlineOfNav(listed);
  const data = await dataOfSite(textOf(values.data_dir) ?? "_data", folder);
  const texts = { values: { ...flatValues("site", values), ...flatValues("site.data", data) } };
  const project = { file, outline, facts, content: ".", dialect: "jekyll", texts } as const;
  return describeOutline(project, folder, report);
};

/** As the pages name each other, else as their folders have them. */
async function pagesIn(
  order: TextOrder,
  from: string,
  folder: Folder,
  report: Report,
): Promise<readonly Entry[]> {
  const all = await textsOfFolder(".", folder, { ...order, blank: "listed" }, from);
  return (await nestedByParents(all, folder)) ?? textsOfFolder(".", folder, order, from, report);
}

/** A list of names, or a mapping by them. */
function collectionsIn({ collections }: Values): readonly string[] {
  const names = Array.isArray(collections) ? textsOf(collections) : Object.keys(valuesOf(collections));
  return names.filter((name) => name !== "posts");
}
