/** Books of Jupyter Book and MyST: https://jupyterbook.org/en/stable/structure/toc.html, https://mystmd.org/guide/table-of-contents. */
import { posix } from "node:path";
import type { Folder } from "../../input/folder.js";
import type { Path } from "../../model/places.js";
import { flatValues, type TextSettings } from "../../model/text-settings.js";
import type { Describe } from "../description.js";
import { macrosByName } from "../macros.js";
import { describeOutline } from "../outline/describe.js";
import { type Facts, sayInPublicationFile } from "../outline/facts.js";
import { isPartial, textsOfFolder, USUAL_ORDER } from "../outline/folder-texts.js";
import { group, page, textsLike } from "../outline/menu.js";
import { factsOf } from "../outline/metadata.js";
import { outlineOfNav } from "../outline/nav.js";
import type { Entry } from "../outline/outline.js";
import {
  findSettings,
  plainSettings,
  readSettingsText,
  type SettingsText,
} from "../outline/settings-file.js";
import { listOf, textOf, textsOf, valuesOf } from "../outline/values.js";

const TOC = "_toc.yml";

export const describe: Describe = async (text, file, folder, report) => {
  const settings = readSettingsText(text, file, report);
  const isMyst = posix.basename(file) !== TOC;
  const toc = isMyst ? await findSettings([TOC], folder, report) : settings;
  const menu = { content: posix.dirname(file), folder };
  const own = isMyst ? listOf(valuesOf(settings.values.project).toc) : [];
  const listed =
    own.length > 0 ? await entriesOf(own, ["project", "toc"], settings, menu) : await tocEntries(toc, menu);
  const order = { ...USUAL_ORDER, isAside: isPartial };
  const all = listed.length > 0 ? listed : await textsOfFolder(menu.content, folder, order, ".", report);
  const texts = isMyst ? mystTexts(settings) : await bookTexts(folder);
  const project = {
    file,
    outline: outlineOfNav(all),
    facts: isMyst ? mystFacts(settings) : await bookFacts(folder),
    content: menu.content,
    dialect: "myst",
    texts,
  } as const;
  return describeOutline(project, folder, report);
};

/** https://mystmd.org/guide/math#math-macros */
function mystTexts({ values }: SettingsText): TextSettings {
  const { math, substitutions } = valuesOf(values.project);
  return textSettings(math, substitutions);
}

/** https://jupyterbook.org/en/stable/content/math.html#latex-macros, https://jupyterbook.org/en/stable/content/content-blocks.html#substitutions-and-variables-in-markdown */
async function bookTexts(folder: Folder): Promise<TextSettings> {
  const settings = await findSettings(["_config.yml"], folder, () => undefined);
  const { sphinx, parse } = settings?.values ?? {};
  const { mathjax3_config, myst_substitutions } = valuesOf(valuesOf(sphinx).config);
  const substitutions = { ...valuesOf(myst_substitutions), ...valuesOf(valuesOf(parse).myst_substitutions) };
  return textSettings(valuesOf(valuesOf(mathjax3_config).tex).macros, substitutions);
}

function textSettings(math: unknown, substitutions: unknown): TextSettings {
  const macros = macrosByName(valuesOf(math));
  const values = flatValues("sub", valuesOf(substitutions));
  return {
    ...(Object.keys(macros).length === 0 ? {} : { macros }),
    ...(Object.keys(values).length === 0 ? {} : { values }),
  };
}

function mystFacts(settings: SettingsText): Facts {
  const values = valuesOf(settings.values.project);
  return factsOf({ settings, values, at: ["project"], sayLanguage: sayInPublicationFile });
}

async function bookFacts(folder: Folder): Promise<Facts> {
  const file = "_config.yml";
  const settings = (await findSettings([file], folder, () => undefined)) ?? plainSettings(file);
  const { title, author } = settings.values;
  const sphinx = valuesOf(valuesOf(settings.values.sphinx).config);
  const values = { title, author, language: sphinx.language, bibliography: settings.values.bibtex_bibfiles };
  const sayLanguage = (language: string) =>
    `Write \`language: ${language}\` below \`sphinx: config:\` in ${file}`;
  return factsOf({ settings, values, sayLanguage });
}

interface Menu {
  readonly content: string;
  readonly folder: Folder;
}

/** The first page, then chapters or parts; before version 0.11 all was one list. */
async function tocEntries(toc: SettingsText | undefined, menu: Menu): Promise<readonly Entry[]> {
  if (toc === undefined) return [];
  if (Array.isArray(toc.data)) return entriesOf(toc.data, [], toc, menu);
  const root = textOf(toc.values.root);
  const first = root === undefined ? [] : [page(root, toc.place(["root"]))];
  const lists = ["parts", "chapters", "sections", "entries", "subtrees"];
  const found = await Promise.all(lists.map((key) => entriesOf(listOf(toc.values[key]), [key], toc, menu)));
  return [...first, ...found.flat()];
}

async function entriesOf(
  items: readonly unknown[],
  at: Path,
  toc: SettingsText,
  menu: Menu,
): Promise<readonly Entry[]> {
  const entries = await Promise.all(items.map((item, index) => entryOf(item, [...at, index], toc, menu)));
  return entries.flat();
}

async function entryOf(item: unknown, at: Path, toc: SettingsText, menu: Menu): Promise<readonly Entry[]> {
  const location = toc.place(at);
  const values = valuesOf(item);
  const pattern = textOf(values.glob) ?? textOf(values.pattern);
  if (pattern !== undefined) {
    const texts = await textsLike(pattern, menu.content, menu.folder);
    return texts.map((each) => page(each, location));
  }
  const lists = ["chapters", "sections", "children", "entries"];
  const found = await Promise.all(
    lists.map((key) => entriesOf(listOf(values[key]), [...at, key], toc, menu)),
  );
  const children = found.flat();
  const file = textOf(values.file) ?? textsOf(item)[0];
  if (file !== undefined) return [page(file, location, children)];
  const title = textOf(values.caption) ?? textOf(values.part) ?? textOf(values.title);
  return title === undefined ? children : [group(title, location, children)];
}
