/** Styles of a theme as one text: the base's, then the theme's, then the publication's own. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Format } from "../model/publication.js";
import { PACKAGE_ROOT } from "../package-root.js";
import { FORMAT_FOLDERS } from "./templates.js";

/**
 * Reads the styles of a theme for a format: `styles/base/<format>/*.css` in the order of their
 * names and `styles/<theme>/<format>.css` of the program, then `styles/<theme>/<format>.css` and
 * `styles/<format>.css` of the publication.
 *
 * @param root The publication's folder.
 * @param packages Folders of themes that are packages: their `styles/<format>.css` come before the
 *   publication's.
 */
export function loadStyles(
  theme: string,
  format: Format,
  root: string,
  packages: readonly string[] = [],
): string {
  const file = `${FORMAT_FOLDERS[format]}.css`;
  const own = path.join(PACKAGE_ROOT, "styles");
  const base = path.join(own, "base", FORMAT_FOLDERS[format]);
  const files = [
    ...styleFiles(base),
    path.join(own, theme, file),
    ...packages.map((each) => path.join(each, "styles", file)),
    path.join(root, "styles", theme, file),
    path.join(root, "styles", file),
  ];
  return files.map(read).join("");
}

function styleFiles(folder: string): string[] {
  try {
    const names = readdirSync(folder).filter((name) => name.endsWith(".css"));
    return names.sort().map((name) => path.join(folder, name));
  } catch {
    return [];
  }
}

function read(file: string): string {
  try {
    const text = readFileSync(file, "utf8");
    return text.endsWith("\n") ? text : `${text}\n`;
  } catch {
    // Every level is optional: a theme may be styles only, or templates only.
    return "";
  }
}
