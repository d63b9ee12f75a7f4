/** Sites of Docusaurus: https://docusaurus.io/docs/sidebar, `docusaurus.config.js` and `sidebars.js`, where they are data. */
import { posix } from "node:path";
import type { Report } from "../../diagnostics/diagnostic.js";
import type { Folder } from "../../input/folder.js";
import type { Describe } from "../description.js";
import { describeOutline } from "../outline/describe.js";
import { isPartial, SITE_ORDER, type TextOrder, textsOfFolder } from "../outline/folder-texts.js";
import { frontMatterIn } from "../outline/front-matter.js";
import { group, onceEach, page } from "../outline/menu.js";
import { factsOf } from "../outline/metadata.js";
import { outlineOfNav } from "../outline/nav.js";
import { type Entry, pagesOf } from "../outline/outline.js";
import { isComputed, menuUnread, settingsUnread } from "../outline/program/computed.js";
import { exportedBy, exportedValues } from "../outline/program/literal.js";
import { moduleOfJson } from "../outline/program/module.js";
import { readModule } from "../outline/program/read-module.js";
import { plainSettings, textIn } from "../outline/settings-file.js";
import { listOf, textOf, type Values, valuesOf } from "../outline/values.js";

const SIDEBARS = ["sidebars.js", "sidebars.ts", "sidebars.json", "sidebars.mjs", "sidebars.cjs"];

/** `_category_.json` says the title and the place of a folder; what begins with `_` is a part of other texts. */
const ORDER: TextOrder = {
  ...SITE_ORDER,
  keys: ["sidebar_position", "position"],
  isAside: isPartial,
  folderFile: "_category_.json",
};

export const describe: Describe = async (text, file, folder, report) => {
  const values = exportedValues(await readModule(file, text, folder));
  if (Object.keys(values).length === 0) report(settingsUnread(file));
  const location = { file, line: 1, column: 1 };
  const settings = plainSettings(file, values);
  const language = textOf(valuesOf(values.i18n).defaultLocale);
  const sayLanguage = (tag: string) => `Write \`i18n: { defaultLocale: "${tag}" }\` in ${file}`;
  const said = factsOf({ settings, values: { title: values.title, tagline: values.tagline }, sayLanguage });
  const facts = { ...said, ...(language === undefined ? {} : { language }) };
  const home = posix.dirname(file);
  const docs = docsOptions(values);
  const content = await contentFolder(posix.join(home, textOf(docs.path) ?? "docs"), home, folder);
  const there = await textsOfFolder(content, folder, ORDER, ".", report);
  const listed = await sidebarEntries(docs, home, {
    content,
    folder,
    location,
    pages: await pagesById(there, folder),
    report,
  });
  const project = {
    file,
    outline: outlineOfNav(listed.length > 0 ? listed : there),
    facts,
    content,
    dialect: "docusaurus",
  } as const;
  return describeOutline(project, folder, report);
};

/** Options of the plugin that makes pages of documents: in a preset, or by itself. */
function docsOptions(values: Values): Values {
  const presets = listOf(values.presets).map((preset) => valuesOf(valuesOf(listOf(preset)[1]).docs));
  const plugins = listOf(values.plugins).flatMap((plugin) =>
    String(listOf(plugin)[0] ?? "").includes("content-docs") ? [valuesOf(listOf(plugin)[1])] : [],
  );
  return [...presets, ...plugins].find((each) => Object.keys(each).length > 0) ?? {};
}

/** Projects whose site lies in `website/` may keep the texts beside it. */
async function contentFolder(said: string, home: string, folder: Folder): Promise<string> {
  for (const path of [said, posix.join(home, "docs"), "docs"]) {
    if ((await folder.lookup(path)).status === "folder") return path;
  }
  return said;
}

interface Sidebar {
  readonly content: string;
  readonly folder: Folder;
  readonly location: Entry["location"];
  readonly pages: ReadonlyMap<string, string>;
  readonly report: Report;
}

async function sidebarEntries(docs: Values, home: string, sidebar: Sidebar): Promise<readonly Entry[]> {
  const { folder, report } = sidebar;
  const said = textOf(docs.sidebarPath);
  const paths = [
    ...(said === undefined ? [] : [posix.join(home, said)]),
    ...SIDEBARS.map((name) => posix.join(home, name)),
  ];
  for (const path of paths) {
    const text = await textIn(path, folder, report);
    if (text === undefined) continue;
    const sidebars = exportedBy(
      path.endsWith(".json") ? moduleOfJson(text) : await readModule(path, text, folder),
    );
    const location = { file: path, line: 1, column: 1 };
    const lists = Object.values(valuesOf(sidebars)).map((items) =>
      entriesOf(items, { ...sidebar, location }),
    );
    const listed = onceEach((await Promise.all(lists)).flat());
    if (isComputed(sidebars)) report(menuUnread(path, text, listed.length));
    return listed;
  }
  return [];
}

/** Lists, and the short form of a category: its title with its items. */
async function entriesOf(items: unknown, sidebar: Sidebar): Promise<readonly Entry[]> {
  if (Array.isArray(items)) return (await Promise.all(items.map((item) => entryOf(item, sidebar)))).flat();
  const categories = Object.entries(valuesOf(items)).map(async ([title, inner]) =>
    group(title, sidebar.location, await entriesOf(inner, sidebar)),
  );
  return Promise.all(categories);
}

async function entryOf(item: unknown, sidebar: Sidebar): Promise<readonly Entry[]> {
  if (typeof item === "string") return pageOf(item, sidebar);
  const values = valuesOf(item);
  if (values.type === undefined) return entriesOf(item, sidebar);
  if (values.type === "doc") return pageOf(textOf(values.id) ?? "", sidebar);
  if (values.type === "autogenerated") {
    const { content, folder, report } = sidebar;
    return textsOfFolder(content, folder, ORDER, posix.normalize(textOf(values.dirName) ?? "."), report);
  }
  if (values.type !== "category") return [];
  const link = valuesOf(values.link);
  const own = link.type === "doc" ? pageOf(textOf(link.id) ?? "", sidebar) : [];
  return [
    group(textOf(values.label) ?? "", sidebar.location, [
      ...own,
      ...(await entriesOf(values.items, sidebar)),
    ]),
  ];
}

function pageOf(id: string, { pages, location }: Sidebar): readonly Entry[] {
  return [page(pages.get(id) ?? id, location)];
}

/** Pages are called by their paths without endings and numbers in front, or by an id of their own. */
async function pagesById(entries: readonly Entry[], folder: Folder): Promise<ReadonlyMap<string, string>> {
  const pages = new Map<string, string>();
  for (const { href, location } of pagesOf(entries)) {
    const path = href.replace(/\.\w+$/, "");
    const plain = path.replace(/(^|\/)\d+[-_. ]+(?=[^/])/g, "$1");
    const matter = frontMatterIn((await textIn(location.file, folder)) ?? "", location.file, () => undefined);
    const own = textOf(matter?.values.id);
    const folderOf = posix.dirname(plain);
    for (const id of [path, plain, ...(own === undefined ? [] : [posix.join(folderOf, own), own])]) {
      if (!pages.has(id)) pages.set(id, href);
    }
  }
  return pages;
}
