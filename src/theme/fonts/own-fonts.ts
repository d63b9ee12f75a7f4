/**
 * The faces that style sheets declare for themselves: `@font-face` with a file beside the style sheet
 * (CSS Fonts 4, section 4).
 */
import type { CssNode } from "css-tree/dist/csstree.esm";
import { keyOf, type Store } from "../../cache/store.js";
import { diagnostic, type Report } from "../../diagnostics/diagnostic.js";
import type { Location } from "../../diagnostics/location.js";
import { type FilesElsewhere, noteFile, readThemeFile, shownName, type ThemeFile } from "../files.js";
import type { StyleSheet } from "../styles/sheet.js";
import { type FontFacts, fontFacts, fontKind } from "./font-file.js";
import { type Instance, instancesOf, pinFont, type WantedLooks } from "./font-instances.js";
import type { FontFace } from "./fonts.js";
import { withoutSoftHyphen } from "./soft-hyphen.js";
import { rangesOf } from "./unicode-range.js";

/** A `@font-face` rule as it is written. */
export interface FontRule {
  readonly family: string;
  /** Addresses of files, the best one first. */
  readonly sources: readonly string[];
  /** Values of the other descriptors by their names. */
  readonly descriptors: ReadonlyMap<string, string>;
  /** The file of the style sheet. */
  readonly sheet: ThemeFile;
  readonly location: Location;
}

/** MiB: the largest fonts, of all Chinese characters with axes, have some 40. */
export const LARGEST_FONT = 64;

/** Reads a rule; undefined when it names no family or no file: there is nothing to load. */
export function fontRule(node: CssNode, sheet: StyleSheet): FontRule | undefined {
  const descriptors = new Map<string, string>();
  const sources: string[] = [];
  for (const declaration of node.block?.children ?? []) {
    if (declaration.type !== "Declaration" || typeof declaration.value !== "object") continue;
    const { start, end } = declaration.value.loc;
    const name = declaration.property!.toLowerCase();
    descriptors.set(name, sheet.text.slice(start.offset, end.offset).trim());
    if (name === "src") sources.push(...addressesIn(declaration.value));
  }
  const family = unquoted(descriptors.get("font-family") ?? "");
  if (family === "" || sources.length === 0) return undefined;
  return { family, sources, descriptors, sheet: sheet.file, location: sheet.at(node) };
}

function addressesIn(value: CssNode): string[] {
  return [...(value.children ?? [])].flatMap((each) => (each.type === "Url" ? [String(each.value)] : []));
}

export function unquoted(name: string): string {
  return name
    .trim()
    .replace(/^(["'])(.*)\1$/s, "$2")
    .replace(/\\(.)/g, "$1");
}

/** What loading fonts needs to know. */
export interface FontContext {
  readonly wanted: WantedLooks;
  readonly store: Store;
  readonly report: Report;
  readonly files: FilesElsewhere;
}

/** The faces of a rule: one, or as many as a variable font is asked for. None when no file can be used: that is reported. */
export async function ownFaces(rule: FontRule, context: FontContext): Promise<FontFace[]> {
  const font = await openSource(rule, context);
  if (font === undefined) return [];
  if (!font.facts.mayBeEmbedded) reportLicence(rule, font.name, context.report);
  const instances = instancesOf(font.facts.axes, limited(rule, context.wanted));
  const faces: FontFace[] = [];
  for (const instance of instances) {
    const bytes =
      font.facts.axes.size > 0 ? await pinFont(font.bytes, instance.axes, context.store) : font.bytes;
    faces.push(faceOf(rule, instance, font.facts.mayBeSubset ? withoutSoftHyphen(bytes) : bytes, font.facts));
  }
  return faces;
}

interface OpenFont {
  readonly name: string;
  /** In the plain form. */
  readonly bytes: Uint8Array;
  readonly facts: FontFacts;
}

/** The first of the files that can be used. What is wrong with those before it is reported when there is none. */
async function openSource(rule: FontRule, context: FontContext): Promise<OpenFont | undefined> {
  const { report } = context;
  const faults: string[] = [];
  let similar: string | undefined;
  for (const source of rule.sources) {
    const found = await openFont(source, rule, context);
    if ("bytes" in found) return found;
    if (found.outside) {
      report(
        diagnostic("file-outside", found.fault, rule.location, "Copy it into the folder of the style sheet"),
      );
      return undefined;
    }
    faults.push(found.fault);
    similar ??= found.similar;
  }
  const hint =
    similar === undefined ? "Put a WOFF2, WOFF, TTF or OTF file there" : `Did you mean \`${similar}\`?`;
  report(diagnostic("style-missing", faults[0]!, rule.location, hint));
  return undefined;
}

interface FontFault {
  readonly fault: string;
  readonly similar?: string | undefined;
  readonly outside?: true;
}

async function openFont(
  source: string,
  rule: FontRule,
  { store, files }: FontContext,
): Promise<OpenFont | FontFault> {
  const name = decodeURI(source.replace(/[?#].*$/s, ""));
  if (/^data:/i.test(source)) return await checkedFont(dataOf(source), "written into its address", store);
  if (/^(?:[a-z][a-z0-9+.-]*:)?\/\//i.test(source)) {
    return { fault: `The font \`${source}\` is on the web, and nothing is fetched from there` };
  }
  const { root, path } = rule.sheet;
  const read = readThemeFile(root, name, LARGEST_FONT, path.split("/").slice(0, -1).join("/") || ".");
  if (read.status === "outside") {
    return {
      fault: `The font \`${name}\` is outside the folder that the style sheet may read`,
      outside: true,
    };
  }
  if (read.status === "missing") return { fault: `There is no font \`${name}\``, similar: read.similar };
  if (read.status === "unusable") return { fault: `The font \`${name}\` ${read.reason}` };
  noteFile(files, read.file, read.bytes);
  return await checkedFont(read.bytes, shownName(read.file), store);
}

function dataOf(address: string): Buffer {
  const [head = "", ...rest] = address.split(",");
  return Buffer.from(rest.join(","), /;base64$/i.test(head) ? "base64" : "utf8");
}

async function checkedFont(bytes: Buffer, name: string, store: Store): Promise<OpenFont | FontFault> {
  const kind = fontKind(bytes);
  if (kind === undefined) return { fault: `The font \`${name}\` is not a font` };
  if (kind === "collection") {
    return {
      fault: `The font \`${name}\` is a collection of fonts (TTC), of which a style sheet can name none`,
    };
  }
  try {
    const plain = kind === "sfnt" ? bytes : await pinFont(bytes, {}, store);
    return { name, bytes: plain, facts: fontFacts(plain) };
  } catch {
    return { fault: `The font \`${name}\` is damaged` };
  }
}

/** `font-weight: 300 700` of a rule limits what is made of the font; only one that says so is slanted, too. */
function limited(rule: FontRule, wanted: WantedLooks): WantedLooks {
  const [least = 1, most = least === 1 ? 1000 : least] = numbersIn(rule.descriptors.get("font-weight") ?? "");
  const within = (value: number) => Math.min(most, Math.max(least, value));
  const isSlanted = /^oblique/i.test(rule.descriptors.get("font-style") ?? "");
  return {
    ...wanted,
    weights: [...new Set(wanted.weights.map(within))],
    slants: isSlanted ? [0, ...wanted.slants] : [0],
  };
}

function numbersIn(value: string): number[] {
  const words = value.replace(/\bnormal\b/gi, "400").replace(/\bbold\b/gi, "700");
  return [...words.matchAll(/[\d.]+/g)].map(Number);
}

/** Descriptors that a face has fields for, or that a static file has no use for. */
const TAKEN = new Set(
  "src font-family font-weight font-style font-stretch font-width unicode-range font-display font-variation-settings".split(
    " ",
  ),
);

function faceOf(rule: FontRule, instance: Instance, bytes: Uint8Array, facts: FontFacts): FontFace {
  const { descriptors, family } = rule;
  const style = descriptors.get("font-style") ?? "normal";
  const width =
    instance.width === undefined
      ? (descriptors.get("font-stretch") ?? descriptors.get("font-width"))
      : `${instance.width}%`;
  const weight = descriptors.get("font-weight") ?? "";
  // A static font that is said to serve several weights serves them: none is made up.
  const weights =
    instance.weight === undefined && numbersIn(weight).length > 1 ? [`font-weight: ${weight};`] : [];
  const others = [...descriptors]
    .filter(([name]) => !TAKEN.has(name))
    .map(([name, value]) => `${name}: ${value};`);
  return {
    family,
    weight: instance.weight ?? usualWeight(weight),
    style: /^(?:italic|oblique)/i.test(style) || (instance.slant ?? 0) !== 0 ? "italic" : "normal",
    ranges: rangesOf(descriptors.get("unicode-range") ?? ""),
    file: `${keyOf(bytes).slice(0, 16)}.ttf`,
    own: { bytes, mayBeEmbedded: facts.mayBeEmbedded, mayBeSubset: facts.mayBeSubset },
    descriptors: [...weights, ...(width === undefined ? [] : [`font-stretch: ${width};`]), ...others].join(
      " ",
    ),
  };
}

/** Of a range, the weight in it that is nearest to that of running text. */
function usualWeight(weight: string): number {
  const [least = 400, most = least] = numbersIn(weight);
  return Math.min(most, Math.max(least, 400));
}

function reportLicence(rule: FontRule, name: string, report: Report): void {
  const message = `The font \`${name}\` forbids that it is embedded (fsType)`;
  const hint =
    "Ask its maker for a licence for books: the ebook is published without it, a PDF with its shapes";
  report(diagnostic("font-licence", message, rule.location, hint));
}
