/**
 * Texts that no list orders: they stand in the order in which an index links to them, else in the one that they say
 * themselves, else by name.
 */
import { diagnostic, type Report } from "../../diagnostics/diagnostic.js";
import type { Folder } from "../../input/folder.js";
import type { Dialect } from "../../model/dialect.js";
import type { Description } from "../description.js";
import { describeOutline } from "../outline/describe.js";
import { sayInPublicationFile } from "../outline/facts.js";
import { titleHeading } from "../outline/first-heading.js";
import { textsOfFolder, USUAL_ORDER } from "../outline/folder-texts.js";
import { withForgotten } from "../outline/forgotten-texts.js";
import { frontMatterIn } from "../outline/front-matter.js";
import { linkedTexts } from "../outline/linked-texts.js";
import { factsOf } from "../outline/metadata.js";
import { nameOfProject } from "../outline/name-of-project.js";
import { outlineOfNav } from "../outline/nav.js";
import { type Entry, type Outline, pagesOf } from "../outline/outline.js";
import { plainSettings, readSettingsText, type SettingsText, textIn } from "../outline/settings-file.js";
import { titleFromName } from "../outline/title-from-name.js";
import { describe as describeOneFile } from "./one-file.js";

export interface FolderOfTexts {
  /** Its index, else its first text. */
  readonly file: string;
  readonly text: string;
  readonly kind: "index" | "first-text";
  /** What is no text of the book, by its path. */
  readonly isAside: (path: string) => boolean;
  readonly dialect?: Dialect;
}

export async function describeFolder(
  { file, text, kind, isAside, dialect }: FolderOfTexts,
  folder: Folder,
  report: Report,
): Promise<Description | undefined> {
  const there = await textsThere(folder, isAside, report);
  if (pagesOf(there).length === 1) return describeOneFile(text, file, folder, report);
  const index = kind === "index" ? text : "";
  const settings =
    frontMatterIn(index, file, () => undefined) ??
    (await metadataFile(folder, report)) ??
    plainSettings(file);
  const said = factsOf({ settings, sayLanguage: sayInPublicationFile });
  const project = {
    file,
    outline: linkedOutline(index, file, there, report) ?? outlineOfNav(there),
    facts: { ...said, title: said.title ?? titleHeading(index) ?? titleFromName(nameOfProject(folder.root)) },
    content: ".",
    theme: "by-text",
    ...(dialect === undefined ? {} : { dialect }),
  } as const;
  return describeOutline(project, folder, report);
}

/** What Pandoc is given as `--metadata-file`, by the names that templates of books have for it. */
const METADATA_FILES = ["metadata.yaml", "metadata.yml"];

async function metadataFile(folder: Folder, report: Report): Promise<SettingsText | undefined> {
  for (const name of METADATA_FILES) {
    const text = await textIn(name, folder, report);
    // It may stand between lines of hyphens, as at the top of a text.
    if (text !== undefined) return frontMatterIn(text, name, report) ?? readSettingsText(text, name, report);
  }
  return undefined;
}

/** All texts of a folder, in their order. */
export async function textsThere(
  folder: Folder,
  isAside: (path: string) => boolean,
  report?: Report,
): Promise<readonly Entry[]> {
  return textsOfFolder(".", folder, { ...USUAL_ORDER, isAside }, ".", report);
}

/** @returns undefined when the index leads to fewer than half of the texts. */
function linkedOutline(
  text: string,
  file: string,
  there: readonly Entry[],
  report: Report,
): Outline | undefined {
  if (text === "") return undefined;
  const pages = pagesOf(there).filter(({ location }) => location.file !== file);
  const others = pages.map(({ location }) => location.file);
  const titles = new Map(pages.map(({ location, title }) => [location.file, title]));
  const linked = linkedTexts(text, file, titles);
  if (linked.found.size < 2 || linked.found.size * 2 < others.length) return undefined;
  const groups = withForgotten(
    linked.groups,
    others.filter((each) => !linked.found.has(each)),
  );
  const listed = new Set(groups.flatMap(({ entries }) => entries.map(({ href }) => href)));
  const left = others.filter((each) => !listed.has(each));
  if (left.length > 0) report(leftOut(left, file));
  const location = { file, line: 1, column: 1 };
  const index = { title: "", href: file, location, children: [] };
  return { prefix: [], groups: [{ location, entries: [index] }, ...groups], suffix: [] };
}

function leftOut(files: readonly string[], index: string) {
  const [first, ...others] = files;
  const what = others.length === 0 ? `\`${first}\` is` : `\`${first}\` and ${others.length} other texts are`;
  const message = `${what} left out: ${index} does not lead there`;
  return diagnostic(
    "texts-left-out",
    message,
    { file: index, line: 1, column: 1 },
    `Link to what belongs to the book in ${index}`,
  );
}
