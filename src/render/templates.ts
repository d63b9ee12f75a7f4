/**
 * Templates of a theme, found file by file: the publication's own, the theme's, the base's.
 *
 * Each set of files gets a Handlebars instance of its own, so partials and helpers of one
 * theme never reach another. Compiled themes are kept by their files: the publications of a
 * catalogue share them, and a changed file makes another theme. The oldest go first.
 */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import Handlebars from "handlebars";
import { keepNewest, type Newest } from "../cache/newest.js";
import { keyOf } from "../cache/store.js";
import { ExtensionError } from "../extensions/fault.js";
import { enumeration, isWord, word } from "../language/words.js";
import type { TemplateHelper } from "../model/extensions.js";
import type { Format } from "../model/publication.js";
import type { TemplateData, Theme } from "../model/theme.js";
import { PACKAGE_ROOT } from "../package-root.js";
import { xmlText } from "./epub-xhtml.js";

/** The folder of templates and styles that serves a format. */
export const FORMAT_FOLDERS = { pdf: "print", epub: "epub" } as const satisfies Record<Format, string>;

type Helpers = Readonly<Record<string, TemplateHelper>>;

/** What users add to a theme. */
export interface ThemeAdditions {
  /** Folders of themes that are packages, each standing for those before it. */
  readonly folders?: readonly string[] | undefined;
  readonly helpers?: Helpers | undefined;
}

const NO_HELPERS: Helpers = {};

/** By the helpers that the templates were compiled with. */
const compiled = new WeakMap<Helpers, Newest<Theme>>();

/**
 * Loads the templates of a theme for a format.
 *
 * A template or partial of a later folder stands in for one of the same name before it:
 * `templates/base/<format>/`, `templates/<theme>/<format>/`, both of the program; then
 * `templates/<theme>/<format>/` and `templates/<format>/` of the publication. Between the program
 * and the publication are `templates/<format>/` of packages. Partials are
 * in `partials/` of each of these folders, and in `templates/partials/` for all of them.
 *
 * @param root The publication's folder.
 */
export function loadTheme(name: string, format: Format, root: string, additions: ThemeAdditions = {}): Theme {
  const { folders = [], helpers = NO_HELPERS } = additions;
  const sources = readSources(templateFolders(name, format, root, folders));
  const key = keyOf(name, format, ...[...sources].flat());
  const themes = compiled.get(helpers) ?? keepNewest<Theme>(16);
  compiled.set(helpers, themes);
  return themes.takeOrMake(key, () => compile(name, format, sources, helpers));
}

function templateFolders(name: string, format: Format, root: string, packages: readonly string[]): string[] {
  const own = path.join(PACKAGE_ROOT, "templates");
  const publication = path.join(root, "templates");
  const folder = FORMAT_FOLDERS[format];
  return [
    own,
    path.join(own, "base", folder),
    path.join(own, name, folder),
    ...packages.flatMap((each) => [path.join(each, "templates"), path.join(each, "templates", folder)]),
    publication,
    path.join(publication, name, folder),
    path.join(publication, folder),
  ];
}

/** Template sources by name; partials have the prefix `partials/`. */
function readSources(folders: readonly string[]): Map<string, string> {
  const sources = new Map<string, string>();
  for (const folder of folders) {
    for (const prefix of ["", "partials/"]) {
      for (const file of templateFiles(path.join(folder, prefix))) {
        const source = readFileSync(path.join(folder, prefix, file), "utf8");
        sources.set(prefix + file.slice(0, -".hbs".length), source);
      }
    }
  }
  return sources;
}

function templateFiles(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((file) => file.endsWith(".hbs"))
      .sort();
  } catch {
    // A theme need not have every folder: it only holds what differs from the base.
    return [];
  }
}

function compile(
  name: string,
  format: Format,
  sources: ReadonlyMap<string, string>,
  helpers: Helpers,
): Theme {
  const handlebars = Handlebars.create();
  registerHelpers(handlebars);
  for (const [helper, run] of Object.entries(helpers))
    handlebars.registerHelper(helper, guarded(helper, run));
  const templates = new Map<string, HandlebarsTemplateDelegate>();
  for (const [key, source] of sources) {
    if (key.startsWith("partials/")) handlebars.registerPartial(key.slice("partials/".length), source);
    // `strict` turns a misspelt name in a template into an error instead of a gap in the book.
    else templates.set(key, handlebars.compile(source, { strict: true }));
  }
  return {
    name,
    format,
    has: (template) => templates.has(template),
    render: (template, data) => render(templates, template, data),
  };
}

function render(
  templates: ReadonlyMap<string, HandlebarsTemplateDelegate>,
  template: string,
  data: TemplateData,
): string {
  const run = templates.get(template);
  if (run === undefined) throw new Error(`There is no template “${template}.hbs”`);
  return xmlText(run(data));
}

/**
 * The helpers that templates may use.
 *
 * - `{{t "toc"}}`: a word of the book in its language (`src/language/words.ts`).
 * - `{{names contributors}}`: the names of contributors as one phrase.
 * - `{{#if (eq a b)}}`: true when both are the same.
 */
function registerHelpers(handlebars: typeof Handlebars): void {
  handlebars.registerHelper("t", (key: string, options: Handlebars.HelperOptions) => {
    if (!isWord(key)) throw new Error(`There is no word “${key}” for templates`);
    return word(languageOf(options), key);
  });
  handlebars.registerHelper(
    "names",
    (people: readonly { readonly name: string }[], options: Handlebars.HelperOptions) =>
      enumeration(
        languageOf(options),
        people.map((each) => each.name),
      ),
  );
  handlebars.registerHelper("eq", (left: unknown, right: unknown) => left === right);
}

/** The user's helper, whose errors are told from those of the program. */
function guarded(name: string, helper: TemplateHelper): Handlebars.HelperDelegate {
  return function (this: unknown, ...parts: unknown[]): unknown {
    try {
      return Reflect.apply(helper, this, parts);
    } catch (error) {
      throw new ExtensionError(`helper \`${name}\``, error);
    }
  };
}

function languageOf(options: Handlebars.HelperOptions): string {
  const root: TemplateData = options.data.root;
  return root.language;
}
