/** Sites of Hugo: https://gohugo.io/configuration/, texts in `content/` that say their weight. */
import { posix } from "node:path";
import type { Folder } from "../../input/folder.js";
import { flatValues } from "../../model/text-settings.js";
import type { Describe } from "../description.js";
import { describeOutline } from "../outline/describe.js";
import { SITE_ORDER, type TextOrder, textsOfFolder } from "../outline/folder-texts.js";
import { factsOf, joinedFacts } from "../outline/metadata.js";
import { outlineOfNav } from "../outline/nav.js";
import { readSettingsText } from "../outline/settings-file.js";
import { textOf, type Values, valuesOf } from "../outline/values.js";

export const describe: Describe = async (text, file, folder, report) => {
  const settings = readSettingsText(text, file, report);
  const { values } = settings;
  const sayLanguage = (language: string) =>
    `Write \`languageCode: ${language}\` in ${file}, as its format has it`;
  const facts = joinedFacts(
    factsOf({ settings, sayLanguage }),
    factsOf({ settings, values: valuesOf(values.params), at: ["params"], sayLanguage }),
  );
  const language =
    textOf(values.defaultContentLanguage) ?? textOf(values.languageCode)?.split("-")[0] ?? "en";
  const content = await contentFolder(values, language, folder);
  const entries = await textsOfFolder(content, folder, orderFor(language, values), ".", report);
  const outline = outlineOfNav(entries);
  const texts = { values: flatValues("params", values.params ?? {}) };
  const project = { file, outline, facts, content, dialect: "hugo", texts } as const;
  return describeOutline(project, folder, report);
};

/** Of a site in several languages, that of the first: in a folder of its own, or beside the others. */
async function contentFolder(values: Values, language: string, folder: Folder): Promise<string> {
  const content = textOf(values.contentDir) ?? "content";
  const own = textOf(valuesOf(valuesOf(values.languages)[language]).contentDir);
  for (const path of [own, posix.join(content, language)]) {
    if (path !== undefined && (await folder.lookup(path)).status === "folder") return path;
  }
  return content;
}

function orderFor(language: string, { languages }: Values): TextOrder {
  const others = Object.keys(valuesOf(languages)).filter((each) => each !== language);
  const isOther = (path: string) =>
    others.some((each) => path.endsWith(`.${each}.md`) || path.startsWith(`${each}/`));
  return { ...SITE_ORDER, keys: ["weight"], isAside: isOther };
}
