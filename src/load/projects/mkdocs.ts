/** Sites of MkDocs: https://www.mkdocs.org/user-guide/configuration/, `mkdocs.yml`. */
import { posix } from "node:path";
import type { Report } from "../../diagnostics/diagnostic.js";
import type { Folder } from "../../input/folder.js";
import type { Path } from "../../model/places.js";
import { isAddress } from "../../model/relative-path.js";
import type { Describe } from "../description.js";
import { describeOutline } from "../outline/describe.js";
import { SITE_ORDER, textsOfFolder, USUAL_ORDER } from "../outline/folder-texts.js";
import { group, page } from "../outline/menu.js";
import { factsOf } from "../outline/metadata.js";
import { outlineOfNav } from "../outline/nav.js";
import type { Entry } from "../outline/outline.js";
import { readSettingsText, type SettingsText } from "../outline/settings-file.js";
import { listOf, textOf, valuesOf } from "../outline/values.js";

export const describe: Describe = async (text, file, folder, report) => {
  const settings = readSettingsText(text, file, report);
  const { values } = settings;
  const theme = textOf(valuesOf(values.theme).language);
  const sayLanguage = (language: string) => `Write \`language: ${language}\` below \`theme:\` in ${file}`;
  const said = factsOf({ settings, sayLanguage });
  const facts = theme === undefined ? said : { ...said, language: theme };
  const content = posix.join(posix.dirname(file), textOf(values.docs_dir) ?? "docs");
  const listed = await entriesOf(listOf(values.nav), ["nav"], { settings, content, folder, report });
  const all =
    listed.length > 0
      ? listed
      : await textsOfFolder(content, folder, { ...USUAL_ORDER, language: facts.language }, ".", report);
  const outline = outlineOfNav(all);
  const project = { file, outline, facts, content, dialect: "mkdocs" } as const;
  return describeOutline(project, folder, report);
};

interface Menu {
  readonly settings: SettingsText;
  readonly content: string;
  readonly folder: Folder;
  readonly report: Report;
}

async function entriesOf(items: readonly unknown[], at: Path, menu: Menu): Promise<readonly Entry[]> {
  return (await Promise.all(items.map((item, index) => entryOf(item, [...at, index], menu)))).flat();
}

/** A page, or a title with a page or with others below it. */
async function entryOf(item: unknown, at: Path, menu: Menu): Promise<readonly Entry[]> {
  if (typeof item === "string") return pagesAt(item, at, "", menu);
  const named = Object.entries(valuesOf(item)).map(([title, value]) => {
    const inner = [...at, title];
    return typeof value === "string"
      ? pagesAt(value, inner, title, menu)
      : section(title, value, inner, menu);
  });
  return (await Promise.all(named)).flat();
}

async function section(title: string, value: unknown, at: Path, menu: Menu): Promise<readonly Entry[]> {
  return [group(title, menu.settings.place(at), await entriesOf(listOf(value), at, menu))];
}

/** A page; plugins let a folder stand for all that is in it. Menus lead to other sites, too. */
async function pagesAt(path: string, at: Path, title: string, menu: Menu): Promise<readonly Entry[]> {
  if (isAddress(path)) return [];
  const { settings, content, folder, report } = menu;
  if (!path.endsWith("/")) return [page(path, settings.place(at), [], title)];
  const inside = await textsOfFolder(content, folder, SITE_ORDER, posix.normalize(path), report);
  return title === "" ? inside : [group(title, settings.place(at), inside)];
}
