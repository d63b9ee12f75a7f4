/** The templates of a theme, file by file: one of a later folder stands in for one of the same name before it. */
import path from "node:path";
import type { Dress } from "../../model/format.js";
import { PACKAGE_ROOT } from "../../runtime/package-root.js";
import { readThemeFile, type ThemeFile, type ThemeRead, themeFileNames, themeRoot } from "../files.js";
import { fileOfTheme, type ThemePlaces } from "../styles/style-files.js";

export interface TemplateFile {
  /** Without `.hbs`; partials have the prefix `partials/`. */
  readonly name: string;
  readonly file: ThemeFile;
  /** Absolute path. */
  readonly path: string;
  /** True for one that came with the program. */
  readonly isOurs: boolean;
  readonly read: ThemeRead;
}

/** MiB of a template. */
const LARGEST_TEMPLATE = 8;

/**
 * `templates/`, `templates/base/<format>/` and `templates/<theme>/<format>/` of the program; `templates/` and
 * `templates/<format>/` of packages; `templates/`, `templates/<theme>/<format>/` and `templates/<format>/` of the
 * publication. Partials are in `partials/` of each of these folders.
 */
export function templateFiles(places: ThemePlaces, dress: Dress): TemplateFile[] {
  const found = new Map<string, TemplateFile>();
  for (const { root, path: folder } of templateFolders(places, dress)) {
    for (const prefix of ["", "partials/"]) {
      for (const each of themeFileNames(root, path.posix.join(folder, prefix))) {
        if (!each.endsWith(".hbs")) continue;
        const name = prefix + each.slice(0, -".hbs".length);
        const file = { root, path: path.posix.join(folder, prefix, each) };
        const read = readThemeFile(root, file.path, LARGEST_TEMPLATE);
        const whole = path.join(root.folder, file.path);
        found.set(name, { name, file, path: whole, isOurs: root.folder === program().folder, read });
      }
    }
  }
  return [...found.values()];
}

function program() {
  return themeRoot(path.join(PACKAGE_ROOT, "templates"), "absolute");
}

function templateFolders({ theme, root, folders = [] }: ThemePlaces, dress: Dress): ThemeFile[] {
  const publication = themeRoot(root, "relative");
  const ours = program();
  return [
    { root: ours, path: "." },
    { root: ours, path: `base/${dress}` },
    { root: ours, path: `${theme}/${dress}` },
    ...folders.flatMap((each) => [
      fileOfTheme(each, "templates", publication),
      fileOfTheme(each, `templates/${dress}`, publication),
    ]),
    { root: publication, path: "templates" },
    { root: publication, path: `templates/${theme}/${dress}` },
    { root: publication, path: `templates/${dress}` },
  ];
}
