/** Sites of VitePress: https://vitepress.dev/reference/default-theme-sidebar, `.vitepress/config.*`, where it is data. */
import { posix } from "node:path";
import { isAddress } from "../../model/relative-path.js";
import type { Describe } from "../description.js";
import { describeOutline } from "../outline/describe.js";
import { SITE_ORDER, textsOfFolder } from "../outline/folder-texts.js";
import { exportedValues } from "../outline/js-literal.js";
import { group, onceEach, page } from "../outline/menu.js";
import { factsOf } from "../outline/metadata.js";
import { outlineOfNav } from "../outline/nav.js";
import type { Entry } from "../outline/outline.js";
import { plainSettings } from "../outline/settings-file.js";
import { listOf, textOf, type Values, valuesOf } from "../outline/values.js";

export const describe: Describe = async (text, file, folder, report) => {
  const values = exportedValues(text);
  const location = { file, line: 1, column: 1 };
  const settings = plainSettings(file, values);
  const sayLanguage = (language: string) => `Write \`lang: "${language}"\` in ${file}`;
  const root = valuesOf(valuesOf(values.locales).root);
  const facts = factsOf({
    settings,
    values: { ...root, ...values, lang: values.lang ?? root.lang },
    sayLanguage,
  });
  const content = posix.join(posix.dirname(posix.dirname(file)), textOf(values.srcDir) ?? ".");
  const theme = { ...valuesOf(root.themeConfig), ...valuesOf(values.themeConfig) };
  const listed = onceEach(sidebarEntries(theme.sidebar, location));
  const there = listed.length > 0 ? [] : await textsOfFolder(content, folder, SITE_ORDER, ".", report);
  const project = {
    file,
    outline: outlineOfNav([...listed, ...there]),
    facts,
    content,
    dialect: "vitepress",
  } as const;
  return describeOutline(project, folder, report);
};

/** A list, or lists by the paths that they are shown at. */
function sidebarEntries(sidebar: unknown, location: Entry["location"]): readonly Entry[] {
  if (Array.isArray(sidebar)) return entriesOf(sidebar, "", location);
  return Object.values(valuesOf(sidebar)).flatMap((each) => {
    if (Array.isArray(each)) return entriesOf(each, "", location);
    const { items, base } = valuesOf(each);
    return entriesOf(listOf(items), textOf(base) ?? "", location);
  });
}

function entriesOf(items: readonly unknown[], base: string, location: Entry["location"]): readonly Entry[] {
  return items.flatMap((item) => entryOf(valuesOf(item), base, location));
}

function entryOf(item: Values, around: string, location: Entry["location"]): readonly Entry[] {
  const base = textOf(item.base) ?? around;
  const link = textOf(item.link);
  const own = link === undefined || isAddress(link) ? [] : [page(pathOf(link, around), location)];
  const inner = entriesOf(listOf(item.items), base, location);
  return inner.length === 0 ? own : [group(textOf(item.text) ?? "", location, [...own, ...inner])];
}

/** Links count from the root of the site; that of a folder is its index. */
function pathOf(link: string, base: string): string {
  const path = `${link.startsWith("/") ? "" : base}${link}`.replace(/[?#].*$/s, "").replace(/^\/+/, "");
  return path === "" || path.endsWith("/") ? `${path}index.md` : path;
}
