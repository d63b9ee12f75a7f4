/** Finds the file that describes a publication. */
import { readdir, realpath, stat } from "node:fs/promises";
import { basename, dirname, join, relative, resolve } from "node:path";
import { diagnostic, type Report } from "../diagnostics/diagnostic.js";
import { openFolder } from "../input/folder.js";
import type { Project } from "./description.js";
import { useOf, wayToMarkdown } from "./other-formats.js";
import { PROJECTS, UNDESCRIBED } from "./projects/projects.js";
import { languagesOf } from "./projects/summary/languages.js";
import { isForOwners, isFoundText } from "./texts.js";

export interface Located {
  /** Name of the folder as the user gave it, which may be a symbolic link. */
  readonly id: string;
  /** Real path of the publication's folder. */
  readonly root: string;
  /** The describing file, relative to `root`. */
  readonly file: string;
  readonly project: Project;
}

/**
 * Name and real folder of a publication, whether or not it can be loaded: what its diagnostics
 * belong to, and what their files are relative to.
 */
export async function publicationHome(folderOrFile: string): Promise<Pick<Located, "id" | "root">> {
  const path = resolve(folderOrFile);
  const stats = await stat(path).catch(() => undefined);
  const folder = stats === undefined || stats.isDirectory() ? path : dirname(path);
  const name = basename(path);
  const isBook = folder !== path && projectOf(name) === UNDESCRIBED.file;
  return {
    id: isBook ? name.replace(/\.\w+$/, "") : basename(folder),
    root: await realpath(folder).catch(() => folder),
  };
}

/** Finds the publication in a folder, or that a file describes; reports when there is none. */
export async function locate(folderOrFile: string, report: Report): Promise<Located | undefined> {
  const path = resolve(folderOrFile);
  const shown = relative(process.cwd(), path) || ".";
  const stats = await stat(path).catch(() => undefined);
  if (stats === undefined) {
    const hint = "Name a publication's folder, or the file in it that describes it";
    report(diagnostic("publication-not-found", `There is no \`${shown}\``, undefined, hint));
    return undefined;
  }
  const { id, root } = await publicationHome(path);
  if (!stats.isDirectory()) {
    const file = basename(path);
    const project = projectOf(file);
    if (project !== undefined) return { id, root, file, project };
    const hint = useOf(file) ?? "Name its folder, or a text in Markdown";
    report(diagnostic("publication-not-found", `\`${shown}\` is not a publication`, undefined, hint));
    return undefined;
  }
  const described = await describingFile(root);
  if (described !== undefined) return { id, root, ...described };
  const meant = await whatIsMeant(root);
  const file = meant === undefined ? await UNDESCRIBED.folder.find(openFolder(root)) : undefined;
  if (file !== undefined) return { id, root, file, project: UNDESCRIBED.folder };
  const message = `There is no publication in \`${shown}\``;
  const hint = meant ?? (await wayOutOf(root)) ?? "Write a text there, or run colophon init in it";
  report(diagnostic("publication-not-found", message, undefined, hint));
  return undefined;
}

/** The project that a file describes, or is: a publication file may have another name. */
function projectOf(name: string): Project | undefined {
  const named = [...PROJECTS, UNDESCRIBED.file].find((each) => each.isDescribing(name));
  return named ?? (/\.ya?ml$/i.test(name) ? PROJECTS[0] : undefined);
}

/** True for a folder with a file that describes a publication. */
export async function isPublication(folder: string): Promise<boolean> {
  return (await describingFile(folder)) !== undefined;
}

/** The publications among the folders of `parent`, by path, in the order of their names. */
export async function publicationsIn(parent: string): Promise<readonly string[]> {
  const names = await readdir(parent).catch((): string[] => []);
  const found: string[] = [];
  for (const name of names.sort()) {
    if (await isPublication(join(parent, name))) found.push(join(parent, name));
  }
  return found;
}

async function describingFile(path: string): Promise<Pick<Located, "file" | "project"> | undefined> {
  const root = await realpath(path).catch(() => undefined);
  if (root === undefined) return undefined;
  const folder = openFolder(root);
  for (const project of PROJECTS) {
    const file = await project.find(folder);
    if (file !== undefined) return { file, project };
  }
  return undefined;
}

/** What the folder shows that its owner means another one, or has begun to describe it. */
async function whatIsMeant(root: string): Promise<string | undefined> {
  const names = await readdir(root).catch((): string[] => []);
  const near = names.find((name) => /^publication\.ya?ml$/i.test(name));
  if (near !== undefined) return `Rename \`${near}\` to publication.yaml`;
  if (names.includes("book.toml")) return "Write a SUMMARY.md in the `src` folder that book.toml names";
  const inside = await publicationsWithin(root);
  if (inside.length === 0 || (await hasTexts(root))) return undefined;
  return `Name one of: ${inside.map((each) => `\`${relative(root, each)}\``).join(", ")}`;
}

/** What can be made of a folder without texts. */
async function wayOutOf(root: string): Promise<string | undefined> {
  const names = await readdir(root).catch((): string[] => []);
  return names
    .sort()
    .map(wayToMarkdown)
    .find((each) => each !== undefined);
}

/** Where a repository has its book, when other folders of it could be one, too. */
const USUAL_FOLDERS = ["book", "docs", "manuscript"];
/** From this many texts on a folder is a book itself, whatever is beside them. */
const OWN_TEXTS = 4;

/**
 * The publications that a folder which is none itself stands for: the languages that it lists, else the only one in it,
 * or the one at the usual place: a book beside its program.
 */
export async function publicationsMeantBy(folder: string): Promise<readonly string[]> {
  if (await isPublication(folder)) return [];
  const languages = await languagesOf(folder);
  if (languages.length > 0) return languages;
  const within = await publicationsWithin(folder);
  if (within.length === 0 || (await hasTexts(folder))) return [];
  if (within.length === 1) return within;
  const usual = within.find((each) => USUAL_FOLDERS.includes(basename(each)));
  return usual === undefined ? [] : [usual];
}

async function hasTexts(folder: string): Promise<boolean> {
  const names = await readdir(folder).catch((): string[] => []);
  return names.filter((name) => isFoundText(name) && !isForOwners(name)).length >= OWN_TEXTS;
}

async function publicationsWithin(folder: string): Promise<readonly string[]> {
  return [...(await publicationsIn(folder)), ...(await publicationsIn(join(folder, "content")))];
}

/** True for the name of a file that describes a publication, or is one. */
export function isPublicationFile(name: string): boolean {
  return PROJECTS.some((each) => each.isDescribing(name)) || isFoundText(name);
}
