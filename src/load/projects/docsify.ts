/**
 * Sites of Docsify: https://docsify.js.org/#/more-pages, a list of links in `_sidebar.md`, beside an `index.html` that
 * has the settings in a script.
 */
import { posix } from "node:path";
import type { Folder } from "../../input/folder.js";
import { isAddress } from "../../model/relative-path.js";
import type { Describe, Project } from "../description.js";
import { describeOutline } from "../outline/describe.js";
import { sayInPublicationFile } from "../outline/facts.js";
import { group, onceEach, page } from "../outline/menu.js";
import { factsOf } from "../outline/metadata.js";
import { outlineOfNav } from "../outline/nav.js";
import { type Entry, pagesOf } from "../outline/outline.js";
import { exportedValues } from "../outline/program/literal.js";
import { moduleOf } from "../outline/program/module.js";
import { plainSettings, textIn } from "../outline/settings-file.js";
import { textOf, type Values } from "../outline/values.js";
import { readSummary } from "./summary/entries.js";

const PLACES = [".", "docs"];
const PAGE = "index.html";
const SIDEBAR = "_sidebar.md";
const HOME = "README.md";

/** The sidebar describes the site; a folder with one alone may be of any tool. */
export const find: Project["find"] = async (folder) => {
  for (const place of PLACES) {
    const html = await textIn(posix.join(place, PAGE), folder);
    if (html === undefined || !html.includes("$docsify")) continue;
    const sidebar = posix.join(place, textOf(settingsIn(html).loadSidebar) ?? SIDEBAR);
    if ((await folder.lookup(sidebar)).status === "file") return sidebar;
  }
  return undefined;
};

export const describe: Describe = async (text, file, folder, report) => {
  const content = posix.dirname(file);
  const html = posix.join(content, PAGE);
  const values = settingsIn((await textIn(html, folder)) ?? "");
  const facts = factsOf({
    settings: plainSettings(html, values),
    // The template says `lang="en"` for everybody, and the name may be a picture.
    values: { title: textOf(values.name), description: values.description },
    sayLanguage: sayInPublicationFile,
  });
  const { groups, prefix, suffix } = readSummary(text, file);
  const listed = [
    ...prefix,
    ...groups.flatMap(({ part, location, entries }) =>
      part === undefined ? entries : [group(part, location, entries)],
    ),
    ...suffix,
  ];
  const home = textOf(values.homepage) ?? HOME;
  const entries = onceEach(pagesOfSite(listed, home));
  const outline = outlineOfNav(await withHome(entries, home, { file, content, folder }));
  return describeOutline({ file, words: text, outline, facts, content, dialect: "docsify" }, folder, report);
};

/** What is data in `window.$docsify = { … }`. */
function settingsIn(html: string): Values {
  const [, code = ""] = /\$docsify\s*=\s*([\s\S]*?)<\/script>/.exec(html) ?? [];
  return exportedValues(moduleOf(`export default ${code}`));
}

/** Menus lead to other sites, too, and to headings of their pages. */
function pagesOfSite(entries: readonly Entry[], home: string): readonly Entry[] {
  return entries.flatMap((entry) => {
    const children = pagesOfSite(entry.children, home);
    if (entry.href === "") return [{ ...entry, children }];
    if (isAddress(entry.href)) return children;
    const path = entry.href.replace(/^#?\/+|\?.*$|(?<=.)#.*$/g, "");
    return [{ ...entry, href: path === "" ? home : path, children }];
  });
}

interface Site {
  readonly file: string;
  readonly content: string;
  readonly folder: Folder;
}

/** The page that a site begins with is seldom in its menu. */
async function withHome(
  entries: readonly Entry[],
  home: string,
  { file, content, folder }: Site,
): Promise<readonly Entry[]> {
  if (pagesOf(entries).some(({ href }) => href === home)) return entries;
  if ((await folder.lookup(home, content)).status !== "file") return entries;
  return [page(home, { file, line: 1, column: 1 }), ...entries];
}
