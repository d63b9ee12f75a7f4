/**
 * The publication that `colophon init` writes: files by path, from answers.
 *
 * The texts are in `starter/`, a folder for each language, so that they can be read and
 * corrected as what they are. Names between per cent signs in `publication.yaml` stand for answers.
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { stringify } from "yaml";
import type { BOOK_THEMES } from "../load/editions/themes.js";
import { PACKAGE_ROOT } from "../runtime/package-root.js";

export interface Answers {
  readonly title: string;
  /** Empty for nobody. */
  readonly author: string;
  /** BCP 47. */
  readonly language: string;
  readonly theme: StarterTheme;
}

type BookTheme = (typeof BOOK_THEMES)[number];

/** Themes that there is something to begin with for: those of books, and that of scripts. */
export type StarterTheme = BookTheme | "screenplay";

/** Languages that there are texts in; the others get the first one. */
const LANGUAGES = ["en", "fr", "de", "es", "it"];

/** A page that suits the theme. */
const TRIMS: Readonly<Record<BookTheme, string>> = {
  novel: "royal",
  technical: "6in 9in",
  magazine: "b5",
  scholarly: "170mm 240mm",
  report: "a4",
  illustrated: "190mm 250mm",
};

const FOLDER = join(PACKAGE_ROOT, "starter");

/**
 * @param year of publication, four digits.
 * @param schema address of the JSON Schema of `publication.yaml`, relative to the folder.
 * @returns content by path, in the order in which a reader wants to see them.
 */
export async function starterFiles(
  answers: Answers,
  year: number,
  schema: string,
): Promise<ReadonlyMap<string, string>> {
  const folder = join(FOLDER, textLanguage(answers.language));
  const { theme } = answers;
  return theme === "screenplay"
    ? scriptFiles(folder, { ...answers, year, schema })
    : bookFiles(folder, { ...answers, theme, year, schema });
}

/** A script has a title page of its own. */
async function scriptFiles(folder: string, values: Values): Promise<ReadonlyMap<string, string>> {
  const [description, script, ignored] = await Promise.all([
    readFile(join(folder, "script.yaml"), "utf8"),
    readFile(join(folder, "script.fountain"), "utf8"),
    readFile(join(FOLDER, "gitignore"), "utf8"),
  ]);
  const { title, author, year } = values;
  const signed = author === "" ? script.replace(/^Credit:.*\nAuthor:.*\n/m, "") : script;
  const words: Readonly<Record<string, string>> = { title, author, year: String(year) };
  return new Map([
    ["publication.yaml", described(description, values)],
    ["content/script.fountain", signed.replace(/%([a-z]+)%/g, (_, name: string) => words[name]!)],
    [".gitignore", ignored],
  ]);
}

async function bookFiles(
  folder: string,
  values: Values & { readonly theme: BookTheme },
): Promise<ReadonlyMap<string, string>> {
  const third = `3-${values.theme}.md`;
  const [description, writing, figures, last, drawing, ignored] = await Promise.all([
    readFile(join(folder, "publication.yaml"), "utf8"),
    readFile(join(folder, "1-writing.md"), "utf8"),
    readFile(join(folder, "2-figures.md"), "utf8"),
    readFile(join(folder, third), "utf8"),
    readFile(join(FOLDER, "page.svg"), "utf8"),
    readFile(join(FOLDER, "gitignore"), "utf8"),
  ]);
  return new Map([
    ["publication.yaml", described(description, { ...values, third, trim: TRIMS[values.theme] })],
    ["content/1-writing.md", writing],
    ["content/2-figures.md", figures],
    [`content/${third}`, last],
    ["content/images/page.svg", drawing],
    [".gitignore", ignored],
  ]);
}

/** The language of the starter's texts for a publication in `language`. */
export function textLanguage(language: string): string {
  const primary = language.toLowerCase().split("-")[0]!;
  return LANGUAGES.includes(primary) ? primary : LANGUAGES[0]!;
}

interface Values extends Answers {
  readonly year: number;
  readonly schema: string;
  readonly third?: string;
  readonly trim?: string;
}

function described(text: string, { author, ...values }: Values): string {
  const contributors = author === "" ? "" : `  - name: ${scalar(author)}`;
  const words: Readonly<Record<string, string>> = {
    ...values,
    title: scalar(values.title),
    year: String(values.year),
    contributors,
  };
  // Without an author there is no list: a key without a value would be an error.
  const whole = author === "" ? text.replace("contributors:\n%contributors%\n", "") : text;
  return whole.replace(/%([a-z]+)%( *)/g, (_, name: string, gap: string) => {
    const word = words[name]!;
    // Comments behind the values stay below each other.
    return word + (gap === "" ? "" : " ".repeat(Math.max(1, gap.length + name.length + 2 - word.length)));
  });
}

/** A text as one line of YAML, quoted where it would be read as something else. */
function scalar(text: string): string {
  return stringify(text, { lineWidth: 0 }).trimEnd();
}
