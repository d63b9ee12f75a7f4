/** The themes: those that ship with the program, with what an edition has from them, and a publication's own folders. */
import { extname } from "node:path";
import type { Folder } from "../../input/folder.js";
import { DEFAULT_TRIM, officeTrim } from "../schema/trim.js";

/** What an edition that does not say otherwise has from its theme. */
export interface ThemeDefaults {
  /** A name or two lengths, as `trim` has them. */
  readonly trim: string;
  readonly chapterStart: "recto" | "next";
  /** How captions are counted. */
  readonly numbering: "chapter" | "through";
  /** Down to which level headings are numbered; undefined for titles of sections alone. */
  readonly headingNumbers?: number;
  /** Levels of headings in the table of contents. */
  readonly tocDepth: number;
  /** Undefined: as the language of each text wants it. */
  readonly typography?: "as-typed";
}

interface ShippedTheme extends Partial<Omit<ThemeDefaults, "trim">> {
  /** `books` of any kind, or pages of a kind of their own. */
  readonly dresses: "books" | "papers";
  /** What it is for, in one line. */
  readonly purpose: string;
  readonly trim?: string | ((language: string) => string);
}

const SHIPPED = {
  novel: {
    dresses: "books",
    purpose: "stories: indented paragraphs, quiet titles, dropped letters",
  },
  technical: {
    dresses: "books",
    purpose: "reading beside a keyboard: code, tables, heads by section",
    numbering: "chapter",
  },
  magazine: {
    dresses: "books",
    purpose: "texts that want to be read: heavy titles, colour, pull quotes",
    chapterStart: "next",
  },
  scholarly: {
    dresses: "books",
    purpose: "theses, monographs, journals: formulas, theorems, wide margins",
    trim: "170mm 240mm",
    numbering: "chapter",
    headingNumbers: 3,
  },
  report: {
    dresses: "books",
    purpose: "companies and public bodies: a cover, tables, key figures, boxes",
    trim: "a4",
    chapterStart: "next",
    numbering: "chapter",
  },
  illustrated: {
    dresses: "books",
    purpose: "cookbooks, art, children: pictures from edge to edge, recipes",
    trim: "190mm 250mm",
    chapterStart: "next",
    // In every recipe are ingredients, and steps.
    tocDepth: 1,
  },
  screenplay: {
    dresses: "papers",
    purpose: "scripts in Fountain: a typescript on the grid of the industry",
    trim: officeTrim,
    chapterStart: "next",
    typography: "as-typed",
  },
  "mood-board": {
    dresses: "papers",
    purpose: "pictures of a folder, large, on pages as wide as a screen",
    trim: "320mm 180mm",
    chapterStart: "next",
  },
  "call-sheet": {
    dresses: "papers",
    purpose: "call sheets made of data: a day of shooting, times large",
    trim: officeTrim,
    chapterStart: "next",
    typography: "as-typed",
  },
} as const satisfies Record<string, ShippedTheme>;

/** The name of a theme that ships with the program. */
export type Theme = keyof typeof SHIPPED;

/** The name of one that dresses books of any kind. */
export type BookTheme = {
  [Name in Theme]: (typeof SHIPPED)[Name]["dresses"] extends "books" ? Name : never;
}[Theme];

export const THEMES = Object.keys(SHIPPED) as readonly Theme[];
export const BOOK_THEMES = THEMES.filter((name): name is BookTheme => SHIPPED[name].dresses === "books");

export const DEFAULT_THEME = "novel" satisfies BookTheme;

const PLAIN: ThemeDefaults = {
  trim: DEFAULT_TRIM,
  chapterStart: "recto",
  numbering: "through",
  tocDepth: 2,
};

/** @param theme any name: one that does not ship with the program has what the plain base has. */
export function themeDefaults(theme: string, language: string): ThemeDefaults {
  if (!isShipped(theme)) return PLAIN;
  const { trim = PLAIN.trim, ...own }: ShippedTheme = SHIPPED[theme];
  return { ...PLAIN, ...own, trim: typeof trim === "string" ? trim : trim(language) };
}

/** What a theme of the program is for, in one line. */
export function themePurpose(theme: Theme): string {
  return SHIPPED[theme].purpose;
}

export function isShipped(theme: string): theme is Theme {
  return Object.hasOwn(SHIPPED, theme);
}

/** The theme of an edition that names none, by the files of its sections: a script has pages of its own kind. */
export function defaultTheme(files: readonly string[]): Theme {
  return files.length > 0 && files.every((file) => extname(file).toLowerCase() === ".fountain")
    ? "screenplay"
    : DEFAULT_THEME;
}

/** A publication's own theme is a folder of its name in one of these. */
const THEME_FOLDERS = ["templates", "styles"] as const;

/** Every theme that an edition of the publication may name, in a stable order. */
export async function knownThemes(folder: Folder): Promise<readonly string[]> {
  const own = await Promise.all(THEME_FOLDERS.map((name) => folder.subfolders(name)));
  return [...new Set([...THEMES, ...own.flat().sort()])];
}
