/** Books of bookdown: https://bookdown.org/yihui/bookdown/usage.html, `_bookdown.yml` and the front matter of `index.Rmd`. */
import { posix } from "node:path";
import type { Report } from "../../diagnostics/diagnostic.js";
import type { Folder } from "../../input/folder.js";
import type { Describe } from "../description.js";
import { describeOutline } from "../outline/describe.js";
import { isPartial, textsOfFolder, USUAL_ORDER } from "../outline/folder-texts.js";
import { frontMatterIn } from "../outline/front-matter.js";
import { page } from "../outline/menu.js";
import { factsOf, joinedFacts } from "../outline/metadata.js";
import { type Entry, pagesOf } from "../outline/outline.js";
import { plainSettings, readSettingsText, type SettingsText, textIn } from "../outline/settings-file.js";
import { textOf, textsOf, valuesOf } from "../outline/values.js";
import { dividedOutline } from "./bookdown-divisions.js";

/** As people write it. */
const INDEXES = ["index.Rmd", "index.rmd"] as const;

export const describe: Describe = async (text, file, folder, report) => {
  const isIndex = INDEXES.some((name) => posix.basename(file) === name);
  const indexFile = isIndex ? file : await indexOf(folder);
  const index = isIndex ? text : ((await textIn(indexFile, folder)) ?? "");
  const matter = frontMatterIn(index, indexFile, report) ?? plainSettings(indexFile);
  const sayLanguage = (language: string) =>
    `Write \`lang: ${language}\` at the top of ${indexFile}, between lines of \`---\``;
  const settings = isIndex ? plainSettings(indexFile) : readSettingsText(text, file, report);
  const facts = joinedFacts(factsOf({ settings: matter, sayLanguage }), factsOf({ settings, sayLanguage }));
  const outline = await dividedOutline(await chaptersOf(settings, folder, report), folder);
  const texts = { divisions: "read" } as const;
  const project = { file, outline, facts, content: ".", dialect: "bookdown", texts } as const;
  return describeOutline(project, folder, report);
};

async function indexOf(folder: Folder): Promise<string> {
  const all = await folder.filesIn(".");
  return INDEXES.find((name) => all.includes(name)) ?? INDEXES[0];
}

/** The files that are listed, else all of the folder by name; those that begin with `_` are no chapters. */
async function chaptersOf(
  { values, place }: SettingsText,
  folder: Folder,
  report: Report,
): Promise<readonly Entry[]> {
  const { rmd_files: files } = values;
  const key = ["html", "latex", "epub"].find((format) => valuesOf(files)[format] !== undefined);
  const listed = key === undefined ? textsOf(files) : textsOf(valuesOf(files)[key]);
  if (listed.length > 0) {
    const at = key === undefined ? ["rmd_files"] : ["rmd_files", key];
    return listed.map((each, index) => page(each, place([...at, index])));
  }
  const merged = `${textOf(values.book_filename)?.replace(/\.Rmd$/i, "") ?? "_main"}.Rmd`;
  const inside = values.rmd_subdir === true ? ["."] : textsOf(values.rmd_subdir);
  const isAside = (path: string) =>
    isPartial(path) || path === merged || !/\.(?:rmd|md)$|^[^.]+$/i.test(path) || isReadme(path);
  const order = { ...USUAL_ORDER, keys: [], isAside };
  const all = await textsOfFolder(".", folder, order, ".", report);
  const isInside = ({ location: { file } }: Entry) =>
    inside.some((each) => each === "." || file.startsWith(`${posix.normalize(each)}/`));
  const texts = pagesOf(all).filter((each) => !each.href.includes("/") || isInside(each));
  // Markdown is a chapter where it is listed, and notes for the authors where R Markdown is there.
  return texts.some(({ href }) => /\.rmd$/i.test(href))
    ? texts.filter(({ href }) => /\.rmd$/i.test(href))
    : texts;
}

function isReadme(path: string): boolean {
  return /^(?:readme|news|license|contributing)\.\w+$/i.test(posix.basename(path));
}
