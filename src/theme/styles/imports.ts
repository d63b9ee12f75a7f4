/**
 * `@import` (CSS Cascade 5, section 4): of a file beside the style sheet, or of one in an npm package.
 *
 * The imported text stands where the import stood, under its conditions. Nothing comes from the web: the same
 * book has to come out everywhere, and with no network.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import type { CssNode } from "css-tree/dist/csstree.esm";
import { diagnostic, type Report } from "../../diagnostics/diagnostic.js";
import type { Location } from "../../diagnostics/location.js";
import { PACKAGE_ROOT } from "../../runtime/package-root.js";
import { pathIn, readThemeFile, type ThemeFile, themeRoot } from "../files.js";
import type { StyleSheet } from "./sheet.js";

/** An import that was followed. */
export interface Imported {
  readonly file: ThemeFile;
  readonly text: string;
  /** Wraps the rules of the sheet into the conditions of the import. */
  readonly wrap: (css: string) => string;
}

const ON_THE_WEB = /^(?:[a-z][a-z0-9+.-]*:)?\/\//i;
const FONT_SERVICE = /fonts\.(?:googleapis|bunny|gstatic)\.|use\.typekit/i;
/** MiB of a style sheet. */
const LARGEST_SHEET = 8;

/** What an import needs to know besides the sheet that it stands in. */
export interface ImportContext {
  /** Folders whose packages may be named, the first one first. */
  readonly packages: readonly string[];
  readonly report: Report;
}

/** What an import names: a file or an address. */
export function nameOfImport(node: CssNode): string {
  return String(node.prelude?.children?.first?.value ?? "");
}

/** @returns undefined for what cannot be imported: that is reported. */
export function followImport(node: CssNode, sheet: StyleSheet, context: ImportContext): Imported | undefined {
  const [target, ...conditions] = node.prelude?.children?.toArray() ?? [];
  if (target === undefined) return undefined;
  const name = nameOfImport(node);
  const place = sheet.at(node);
  const fault = (message: string, hint: string) => {
    context.report(diagnostic("style-missing", message, place, hint));
    return undefined;
  };
  if (ON_THE_WEB.test(name)) {
    const hint = FONT_SERVICE.test(name)
      ? "Install the font as a package (npm install @fontsource/lora) and import that, or save its files beside the style sheet"
      : "Save it beside the style sheet and import it from there";
    return fault(`The style sheet \`${name}\` is on the web, and nothing is fetched from there`, hint);
  }
  const wrap = wrapper(
    conditions.map((each) => sheet.text.slice(each.loc.start.offset, each.loc.end.offset)),
  );
  const beside = readThemeFile(sheet.file.root, name, LARGEST_SHEET, path.posix.dirname(sheet.file.path));
  if (beside.status === "read") return { file: beside.file, text: textOf(beside.bytes), wrap };
  if (beside.status === "unusable")
    return fault(`The style sheet \`${name}\` ${beside.reason}`, "Check the file");
  if (beside.status === "outside") return outside(name, place, context.report);
  const isPath = /^\.\.?\//.test(name);
  const file = isPath ? undefined : findInPackages(name, context.packages);
  if (file !== undefined)
    return { file, text: readFileSync(path.join(file.root.folder, file.path), "utf8"), wrap };
  const similar = beside.similar === undefined ? undefined : `Did you mean \`${beside.similar}\`?`;
  if (isPath)
    return fault(
      `There is no style sheet \`${name}\` beside this one`,
      similar ?? "Add the file or correct its name",
    );
  const install = `Install its package: npm install ${packageOf(name)}`;
  return fault(
    `There is no style sheet \`${name}\`, beside this one or in an installed package`,
    similar ?? install,
  );
}

function outside(name: string, place: Location, report: Report): undefined {
  const message = `The style sheet \`${name}\` is outside the folder that this one may read`;
  report(diagnostic("file-outside", message, place, "Copy it into the folder of the style sheet"));
}

/** `layer(a) supports(b) print` of an import as rules around what is imported. */
function wrapper(conditions: readonly string[]): (css: string) => string {
  return (css) => {
    let wrapped = css;
    const rest: string[] = [];
    const around: string[] = [];
    for (const condition of conditions) {
      const [, word = "", inside] = /^(layer|supports)\s*(?:\((.*)\))?$/is.exec(condition) ?? [];
      if (/^layer$/i.test(word)) around.push(`@layer ${inside ?? ""}`.trimEnd());
      else if (/^supports$/i.test(word))
        around.push(
          `@supports ${/^\s*(?:\(|not\b|selector\()/i.test(inside ?? "") ? inside : `(${inside})`}`,
        );
      else rest.push(condition);
    }
    if (rest.length > 0) around.push(`@media ${rest.join(" ")}`);
    for (const each of around) wrapped = `${each} {\n${wrapped}\n}\n`;
    return wrapped;
  };
}

function findInPackages(name: string, folders: readonly string[]): ThemeFile | undefined {
  if (name.split("/").includes("..")) return undefined;
  for (const folder of [...folders, PACKAGE_ROOT]) {
    try {
      const file = createRequire(path.join(folder, "package.json")).resolve(name);
      const root = themeRoot(packageFolder(file, name), "absolute");
      return { root, path: pathIn(root, file) };
    } catch {
      // Not in this place: the next one may have it.
    }
  }
  return undefined;
}

/** Up to the folder that is called like the package. */
function packageFolder(file: string, name: string): string {
  const end = `${path.sep}${packageOf(name).split("/").join(path.sep)}${path.sep}`;
  const at = file.lastIndexOf(end);
  return at < 0 ? path.dirname(file) : file.slice(0, at + end.length - 1);
}

/** `@fontsource/lora` of `@fontsource/lora/400.css`. */
function packageOf(name: string): string {
  return name
    .split("/")
    .slice(0, name.startsWith("@") ? 2 : 1)
    .join("/");
}

function textOf(bytes: Buffer): string {
  return new TextDecoder().decode(bytes);
}
