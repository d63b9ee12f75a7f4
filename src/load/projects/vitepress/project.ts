/** Sites of VitePress: https://vitepress.dev/reference/default-theme-sidebar, `.vitepress/config.*`, where it is data. */
import { posix } from "node:path";
import type { Folder } from "../../../input/folder.js";
import type { Describe } from "../../description.js";
import { describeOutline } from "../../outline/describe.js";
import { SITE_ORDER, textsOfFolder } from "../../outline/folder-texts.js";
import { onceEach } from "../../outline/menu.js";
import { factsOf } from "../../outline/metadata.js";
import { outlineOfNav } from "../../outline/nav.js";
import { isComputed, menuUnread, settingsUnread } from "../../outline/program/computed.js";
import { exportedValues } from "../../outline/program/literal.js";
import { readModule } from "../../outline/program/read-module.js";
import { plainSettings, textIn } from "../../outline/settings-file.js";
import { translationsLeftOut } from "../../outline/translations.js";
import { textOf, type Values, valuesOf } from "../../outline/values.js";
import { languageOfSite } from "./languages.js";
import { sidebarEntries } from "./sidebar.js";

export const describe: Describe = async (text, file, folder, report) => {
  const module = await readModule(file, text, folder);
  const values = exportedValues(module);
  const home = file.slice(0, file.lastIndexOf(".vitepress/"));
  const site = posix.join(home, textOf(values.srcDir) ?? ".");
  const { own, others, locale, isNamed } = await languageOfSite(values, site, folder);
  const content = posix.join(site, own);
  // What holds for the whole site, for its language, and what the folders of the texts say.
  const layers = [values, locale, ...(await settingsIn([site, content], folder))];
  const said: Values = Object.assign({}, ...layers);
  const facts = factsOf({
    settings: plainSettings(file, values),
    values: { ...said, lang: locale.lang ?? said.lang },
    sayLanguage: (language) => `Write \`lang: "${language}"\` in ${file}`,
  });
  const { sidebar } = Object.assign({}, ...layers.map((each) => valuesOf(each.themeConfig))) as Values;
  const isAside = (path: string) => own === "." && others.some((each) => path.startsWith(`${each}/`));
  const location = { file, line: 1, column: 1 };
  const listed = onceEach(sidebarEntries(sidebar, { location, prefix: isNamed ? own : "", isAside }));
  const order = { ...SITE_ORDER, isAside, language: facts.language };
  const there = listed.length > 0 ? [] : await textsOfFolder(content, folder, order, ".", report);
  const left = others.map((each) => posix.join(site, each));
  if (left.length > 0) report(translationsLeftOut(left, content === site ? undefined : content, file));
  const isSaid = sidebar !== undefined || module.tokens.some(({ value }) => value === "sidebar");
  if (Object.keys(values).length === 0) report(settingsUnread(file));
  else if (isSaid && isComputed(sidebar)) report(menuUnread(file, text, listed.length));
  const outline = outlineOfNav([...listed, ...there]);
  return describeOutline({ file, outline, facts, content, dialect: "vitepress" }, folder, report);
};

const ENDINGS = ["ts", "mts", "js", "mjs"];

/** https://vitepress.dev/reference/site-config#additionalconfig: a folder of texts may have settings of its own. */
async function settingsIn(folders: readonly string[], folder: Folder): Promise<readonly Values[]> {
  const found: Values[] = [];
  for (const each of new Set(folders)) {
    for (const file of ENDINGS.map((ending) => posix.join(each, `config.${ending}`))) {
      const text = await textIn(file, folder);
      if (text !== undefined) found.push(exportedValues(await readModule(file, text, folder)));
    }
  }
  return found;
}
