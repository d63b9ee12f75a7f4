/** Names of themes: those that ship with the program, and a publication's own folders. */
import { extname } from "node:path";
import type { Folder } from "../../input/folder.js";

/** Those that dress books of any kind. */
export const BOOK_THEMES = ["novel", "technical", "magazine"] as const;

/** The others each have pages of their own kind. */
export const THEMES = [...BOOK_THEMES, "screenplay"] as const;

export const DEFAULT_THEME = "novel";

/** The theme of an edition that names none, by the files of its sections: a script has pages of its own kind. */
export function defaultTheme(files: readonly string[]): Theme {
  return files.length > 0 && files.every((file) => extname(file).toLowerCase() === ".fountain")
    ? "screenplay"
    : DEFAULT_THEME;
}

export type Theme = (typeof THEMES)[number];

/** A publication's own theme is a folder of its name in one of these. */
const THEME_FOLDERS = ["templates", "styles"] as const;

/** Every theme that an edition of the publication may name, in a stable order. */
export async function knownThemes(folder: Folder): Promise<readonly string[]> {
  const own = await Promise.all(THEME_FOLDERS.map((name) => folder.subfolders(name)));
  return [...new Set([...THEMES, ...own.flat().sort()])];
}
