/**
 * Templates of a theme, found file by file: the publication's own, the theme's, the base's.
 *
 * Each set of files gets a Handlebars instance of its own, so partials and helpers of one
 * theme never reach another. Compiled themes are kept by their files: the publications of a
 * catalogue share them, and a changed file makes another theme. The oldest go first.
 */
import path from "node:path";
import Handlebars from "handlebars";
import { type RecentResults, recentResults } from "../../cache/recent-results.js";
import { keyOf } from "../../cache/store.js";
import { ExtensionError } from "../../extensions/fault.js";
import { xmlText } from "../../hast/xhtml.js";
import { safeSvg } from "../../input/svg/svg.js";
import type { Dress } from "../../model/format.js";
import type { TemplateData, Theme } from "../../model/theme.js";
import { PACKAGE_ROOT } from "../../runtime/package-root.js";
import { placeOfCall, TemplateError, type TemplateSource, templateError } from "./template-faults.js";
import { type TemplateFile, templateFiles } from "./template-files.js";
import { type Helpers, registerHelpers } from "./template-helpers.js";

/** What users add to a theme. */
export interface ThemeAdditions {
  /** Folders of themes that are packages, each standing for those before it. */
  readonly folders?: readonly string[] | undefined;
  readonly helpers?: Helpers | undefined;
  /** Templates with the addresses of pictures in them, by absolute path (`theme/templates/template-pictures.ts`). */
  readonly texts?: ReadonlyMap<string, string> | undefined;
}

const NO_HELPERS: Helpers = {};

/** By the helpers that the templates were compiled with, then by their content. */
const compiled = new WeakMap<Helpers, RecentResults<Theme>>();

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
 * @throws TemplateError when a template cannot be read, here or when it is rendered.
 */
export function loadTheme(name: string, dress: Dress, root: string, additions: ThemeAdditions = {}): Theme {
  const { folders = [], helpers = NO_HELPERS, texts = new Map() } = additions;
  const files = templateFiles({ theme: name, root, folders }, dress);
  const sources = new Map(files.map((each) => [each.name, sourceOf(each, texts)]));
  const key = keyOf(name, dress, ...[...sources].flatMap(([each, { file, text }]) => [each, file, text]));
  const themes = compiled.get(helpers) ?? recentResults<Theme>(16);
  compiled.set(helpers, themes);
  return themes.takeOrMake(key, () => compile(name, dress, sources, helpers));
}

/** @param texts with the addresses of pictures in them, by absolute path. */
function sourceOf({ path: file, read }: TemplateFile, texts: ReadonlyMap<string, string>): TemplateSource {
  if (read.status === "read") return { file, text: texts.get(file) ?? read.bytes.toString("utf8") };
  const start = { line: 1, column: 0 };
  if (read.status === "outside") {
    const hint = "Copy the file into the folder";
    throw new TemplateError(file, start, "The template is a link to a file outside its folder", hint);
  }
  const reason = read.status === "unusable" ? read.reason : "cannot be read: no such file or directory";
  throw new TemplateError(file, start, `The template ${reason}`, "Check the file");
}

function compile(
  name: string,
  dress: Dress,
  sources: ReadonlyMap<string, TemplateSource>,
  helpers: Helpers,
): Theme {
  const handlebars = Handlebars.create();
  registerHelpers(handlebars, helpers);
  const templates = new Map<string, HandlebarsTemplateDelegate>();
  for (const [key, source] of sources) {
    // `strict` turns a misspelt name in a template into an error instead of a gap in the book.
    const run = handlebars.compile(source.text, { strict: true });
    const drawing = key.endsWith(".svg") ? drawn(run, source) : run;
    const inPlace = guarded(drawing, source, () => Object.keys(handlebars.partials));
    if (key.startsWith("partials/")) handlebars.registerPartial(key.slice("partials/".length), inPlace);
    else templates.set(key, inPlace);
  }
  return {
    name,
    dress,
    has: (template) => templates.has(template),
    render: (template, data) => render(templates, template, data),
  };
}

/** What draws a cover goes to an image library next, which could only say that it is none. */
function drawn(run: HandlebarsTemplateDelegate, source: TemplateSource): HandlebarsTemplateDelegate {
  if (source.file.startsWith(OWN)) return run;
  return (...given) => {
    const svg = run(...given);
    safeSvg(Buffer.from(xmlText(svg)));
    return svg;
  };
}

/** The template, whose errors say where they are. */
function guarded(
  run: HandlebarsTemplateDelegate,
  source: TemplateSource,
  partials: () => string[],
): HandlebarsTemplateDelegate {
  return (...given) => {
    try {
      return run(...given);
    } catch (error) {
      if (error instanceof ExtensionError) {
        const { line, column } = placeOfCall(error);
        error.calledAt ??= { file: source.file, line, column: column + 1 };
        throw error;
      }
      // A template of the program's own that fails is a fault of the program.
      if (source.file.startsWith(OWN)) throw error;
      throw templateError(error, source, partials());
    }
  };
}

const OWN = path.join(PACKAGE_ROOT, "templates") + path.sep;

function render(
  templates: ReadonlyMap<string, HandlebarsTemplateDelegate>,
  template: string,
  data: TemplateData,
): string {
  const run = templates.get(template);
  if (run === undefined) throw new Error(`There is no template “${template}.hbs”`);
  return xmlText(run(data));
}
