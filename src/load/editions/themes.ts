/** Names of themes: those that ship with the program, and a publication's own folders. */
import type { Folder } from "../../input/folder.js";

export const THEMES = ["novel", "technical", "magazine"] as const;

/** The theme of an edition that names none. */
export const DEFAULT_THEME = "novel";

/** A publication's own theme is a folder of its name in one of these. */
const THEME_FOLDERS = ["templates", "styles"] as const;

/** Every theme that an edition of the publication may name, in a stable order. */
export async function knownThemes(folder: Folder): Promise<readonly string[]> {
  const own = await Promise.all(THEME_FOLDERS.map((name) => folder.subfolders(name)));
  return [...new Set([...THEMES, ...own.flat().sort()])];
}
