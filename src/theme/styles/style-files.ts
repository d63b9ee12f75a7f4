/** Which style sheets make the look of an edition, in their order: each is stronger than those before it. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { isInside } from "../../input/folder.js";
import type { Dress } from "../../model/format.js";
import { PACKAGE_ROOT } from "../../runtime/package-root.js";
import { pathIn, type ThemeFile, type ThemeRoot, themeFileNames, themeRoot } from "../files.js";

/** Where a theme is. */
export interface ThemePlaces {
  readonly theme: string;
  /** The publication's folder. */
  readonly root: string;
  /** Absolute paths of themes that are packages or folders, each standing for those before it. */
  readonly folders?: readonly string[] | undefined;
}

/**
 * Chromium, and what is made of it, by a property that no other engine has: those draw `menclose` themselves, and
 * would draw it twice.
 */
const CHROMIUM = "@supports (-webkit-app-region: drag)";

/**
 * The program's own: the shapes of formulas, `styles/base/<print or epub>/*.css` in the order of their names and
 * `styles/<theme>/<print or epub>.css`, with what it takes of `styles/shared/`.
 */
export function programStyles({ theme }: ThemePlaces, dress: Dress): string {
  const root = themeRoot(path.join(PACKAGE_ROOT, "styles"), "absolute");
  const base = `base/${dress}`;
  const names = themeFileNames(root, base).filter((name) => name.endsWith(".css"));
  const read = (name: string) => textOf(path.join(root.folder, name));
  const formulas = read("base/formulas.css");
  return [
    dress === "print" ? formulas : `${CHROMIUM} {\n${formulas}}\n`,
    ...names.map((name) => read(`${base}/${name}`)),
    read(`${theme}/${dress}.css`).replace(SHARED, (_, name: string) => read(`shared/${name}`)),
  ].join("");
}

/** What several themes take: the sheet stands in the place of its import. */
const SHARED = /^@import "\.\.\/shared\/([\w-]+\.css)";\n/gm;

/**
 * Those of others, which are not trusted: `styles/<print or epub>.css` of packages, then `styles/<theme>/<print or epub>.css` and
 * `styles/<print or epub>.css` of the publication. Every one is optional.
 */
export function givenStyles({ theme, root, folders = [] }: ThemePlaces, dress: Dress): ThemeFile[] {
  const name = `${dress}.css`;
  const own = themeRoot(root, "relative");
  return [
    ...folders.map((folder) => fileOfTheme(folder, `styles/${name}`, own)),
    { root: own, path: `styles/${theme}/${name}` },
    { root: own, path: `styles/${name}` },
  ];
}

/** A theme that is a folder of the publication may use all files of that; one that is a package, its own. */
export function fileOfTheme(folder: string, file: string, own: ThemeRoot): ThemeFile {
  const theme = themeRoot(folder, "absolute");
  const way = pathIn(own, theme.folder);
  const isOwn = isInside(own.folder, theme.folder) && !way.split("/").includes("node_modules");
  return isOwn ? { root: own, path: `${way}/${file}` } : { root: theme, path: file };
}

/** Every level is optional: a theme may be styles only, or templates only. */
function textOf(file: string): string {
  try {
    const text = readFileSync(file, "utf8");
    return text.endsWith("\n") ? text : `${text}\n`;
  } catch {
    return "";
  }
}
