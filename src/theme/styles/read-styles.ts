/**
 * The styles of an edition as one text, with the fonts and pictures that they use.
 *
 * The program's own sheets are known and taken as they are. Those of packages and of the publication are parsed:
 * what they import stands in the place of the import, their fonts become faces, their pictures get addresses
 * of the book, and what is wrong in them is told at its place. What cannot be had is left out, and the rest holds.
 */
import { posix } from "node:path";
import { type CssNode, walk } from "css-tree/dist/csstree.esm";
import { noStore, type Store } from "../../cache/store.js";
import { diagnostic, type Report } from "../../diagnostics/diagnostic.js";
import type { Dress } from "../../model/format.js";
import { type Limits, limitsFrom } from "../../model/limits.js";
import type { Trim } from "../../model/publication.js";
import { PACKAGE_ROOT } from "../../runtime/package-root.js";
import { type FilesElsewhere, noteFile, pathIn, readThemeFile, shownName, type ThemeFile } from "../files.js";
import { type FontFace, packagedFaces, type ThemeFonts, takeFonts, wholeFaces } from "../fonts/fonts.js";
import { type FontRule, fontRule, LARGEST_FONT, ownFaces } from "../fonts/own-fonts.js";
import { wantedLooks } from "../fonts/wanted-looks.js";
import { checkSheet } from "./check-sheet.js";
import { reportUnknownFamilies } from "./families.js";
import { followImport, type Imported, nameOfImport } from "./imports.js";
import { decimalPageNumbers, lettersOfFolios } from "./page-counters.js";
import { landscapePage, type PageSize, pageSizes, sizeRule } from "./page-sizes.js";
import { type Fit, NO_PICTURE, namesFile, type ThemePicture, themePicture } from "./pictures.js";
import { selectorsForPagedJs } from "./selectors.js";
import { type Edit, edited, parseSheet, replace, type StyleSheet } from "./sheet.js";
import { givenStyles, programStyles, type ThemePlaces } from "./style-files.js";
import { hangOfTabs } from "./tab-stops.js";

export interface StyleRequest {
  readonly places: ThemePlaces;
  readonly dress: Dress;
  /** Where the finished style sheet finds a picture of the theme, by its name. */
  readonly addressOf: (name: string) => string;
  readonly adapt?: Fit;
  /** Of a print edition: the size of its pages. */
  readonly trim?: Trim;
  /** More that sets fonts: variables of the edition. */
  readonly settings?: string;
  readonly limits?: Limits;
  readonly store?: Store;
  readonly report: Report;
}

export interface ThemeStyles extends ThemeFonts {
  /** By their names. */
  readonly pictures: ReadonlyMap<string, ThemePicture>;
  readonly files: FilesElsewhere;
  /** Named pages of another size. */
  readonly sizes: readonly PageSize[];
  /** Faces that the sheets of others bring. */
  readonly own: readonly FontFace[];
}

/** MiB of a style sheet. */
const LARGEST_SHEET = 8;
/** Imports in imports; nobody writes more. */
const DEEPEST = 30;

/** What is found while sheets are read. */
interface Found {
  readonly request: StyleRequest;
  readonly packages: readonly string[];
  readonly rules: FontRule[];
  readonly faces: FontFace[];
  readonly sheets: StyleSheet[];
  readonly pictures: Map<string, ThemePicture>;
  readonly files: FilesElsewhere;
  readonly sizes: PageSize[];
}

/** Reads the styles of an edition. */
export async function readStyles(request: StyleRequest): Promise<ThemeStyles> {
  const { places, dress, store = noStore, report, settings = "" } = request;
  const { root, folders = [] } = places;
  const packages = [root, ...folders];
  const program = takeFonts(programStyles(places, dress), root, folders);
  const found: Found = {
    request,
    packages,
    rules: [],
    faces: [],
    sheets: [],
    pictures: new Map(),
    files: new Map(),
    sizes: dress === "print" && request.trim !== undefined ? [landscapePage(request.trim)] : [],
  };
  const given: string[] = found.sizes.map(sizeRule);
  for (const file of givenStyles(places, dress)) {
    const read = readThemeFile(file.root, file.path, LARGEST_SHEET);
    if (read.status === "outside") reportOutside(file, report);
    if (read.status === "unusable") reportUnusable(file, read.reason, report);
    if (read.status !== "read") continue;
    given.push(await flatten(file, new TextDecoder().decode(read.bytes), found, [shownName(file)]));
  }
  const styles = [program.styles, ...given].join("");
  const wanted = wantedLooks(`${styles}\n${settings}`);
  const own = [...found.faces];
  for (const rule of found.rules)
    own.push(...(await ownFaces(rule, { wanted, store, report, files: found.files })));
  const faces = [...program.faces, ...own];
  reportUnknownFamilies(found.sheets, { faces, declared: found.rules, dress, report });
  const { pictures, files, sizes } = found;
  return { styles, faces, own, pictures, files, sizes, folioLetters: lettersOfFolios(found.sheets) };
}

function reportOutside(file: ThemeFile, report: Report): void {
  const place = { file: shownName(file), line: 1, column: 1 };
  const message = "The style sheet is a link to a file outside its folder";
  report(diagnostic("path-outside", message, place, "Copy the file into the folder"));
}

function reportUnusable(file: ThemeFile, reason: string, report: Report): void {
  const place = { file: shownName(file), line: 1, column: 1 };
  report(
    diagnostic("style-missing", `The style sheet ${reason}`, place, "Put a style sheet there, or nothing"),
  );
}

/** @param chain names of the sheet and of those that import it, the first one first. */
async function flatten(
  file: ThemeFile,
  text: string,
  found: Found,
  chain: readonly string[],
): Promise<string> {
  const { request } = found;
  const sheet = parseSheet(file, text, request.report);
  found.sheets.push(sheet);
  noteFile(found.files, file, Buffer.from(text));
  checkSheet(sheet, request.report);
  const edits: Edit[] = request.dress === "print" ? printEdits(sheet, found) : [];
  for (const node of nodesOf(sheet.tree)) {
    if (node.type === "Atrule" && is(node, "charset")) edits.push(replace(node, ""));
    else if (node.type === "Atrule" && is(node, "import")) {
      edits.push(replace(node, await imported(node, sheet, found, chain)));
    } else if (node.type === "Atrule" && is(node, "font-face")) {
      const rule = fontRule(node, sheet);
      if (rule !== undefined) found.rules.push(rule);
      edits.push(replace(node, ""));
    } else if (node.type === "Url" && namesFile(String(node.value))) {
      edits.push(replace(node, await pictureOf(node, sheet, found)));
    }
  }
  const css = edited(text, edits);
  return css.endsWith("\n") ? css : `${css}\n`;
}

/** What Paged.js would read otherwise than it is meant. */
function printEdits(sheet: StyleSheet, { request, sizes }: Found): Edit[] {
  const edits = [...hangOfTabs(sheet), ...selectorsForPagedJs(sheet), ...decimalPageNumbers(sheet)];
  if (request.trim === undefined) return edits;
  const pages = pageSizes(sheet, request.trim);
  sizes.push(...pages.sizes);
  return [...edits, ...pages.edits];
}

function is({ name = "" }: CssNode, atRule: string): boolean {
  return name.toLowerCase() === atRule;
}

/** At-rules of interest and addresses, in their order; those inside of fonts and imports are theirs. */
function nodesOf(tree: CssNode): CssNode[] {
  const nodes: CssNode[] = [];
  walk(tree, function (node) {
    const inside =
      this.atrule !== null &&
      this.atrule !== node &&
      /^(?:font-face|import|namespace)$/i.test(this.atrule.name ?? "");
    if (!inside && (node.type === "Atrule" || node.type === "Url")) nodes.push(node);
  });
  return nodes;
}

async function imported(
  node: CssNode,
  sheet: StyleSheet,
  found: Found,
  chain: readonly string[],
): Promise<string> {
  const { report } = found.request;
  const whole = wholeFaces(nameOfImport(node), [...found.packages, PACKAGE_ROOT]);
  if (whole !== undefined) {
    found.faces.push(...whole);
    return "";
  }
  const target = followImport(node, sheet, { packages: found.packages, report });
  if (target === undefined) return "";
  const faces = packagedFaces(target.file, target.text);
  if (faces !== undefined) {
    found.faces.push(...faces);
    noteFaces(target, faces, found.files);
    return "";
  }
  const name = shownName(target.file);
  if (chain.includes(name) || chain.length > DEEPEST) {
    const message = `The style sheet \`${posix.basename(name)}\` is imported by one that it imports itself`;
    report(diagnostic("style-missing", message, sheet.at(node), "Remove one of the imports from the circle"));
    return "";
  }
  return target.wrap(await flatten(target.file, target.text, found, [...chain, name]));
}

/** A publication may bring fonts as packages do: then they are files that its editions are made of. */
function noteFaces({ file, text }: Imported, faces: readonly FontFace[], files: FilesElsewhere): void {
  const { root } = file;
  if (root.names !== "relative") return;
  noteFile(files, file, Buffer.from(text));
  for (const face of faces) {
    const read = readThemeFile(root, pathIn(root, face.file), LARGEST_FONT);
    if (read.status === "read") noteFile(files, read.file, read.bytes);
  }
}

async function pictureOf(node: CssNode, sheet: StyleSheet, found: Found): Promise<string> {
  const { limits = limitsFrom(), adapt = async (each) => each, report, addressOf } = found.request;
  const context = { limits, adapt, report, files: found.files, sizes: found.sizes };
  const picture = await themePicture(String(node.value), sheet.file, sheet.at(node), context);
  if (picture === undefined) return `url("${NO_PICTURE}")`;
  found.pictures.set(picture.name, picture);
  return `url("${addressOf(picture.name)}")`;
}
