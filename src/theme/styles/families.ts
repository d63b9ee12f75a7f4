/**
 * Tells of families that no font of the edition has.
 *
 * A browser takes the next one of the list, or whatever the machine has, without a word, and the pages come
 * out otherwise than on the machine of whoever wrote the styles.
 */
import { type CssNode, generate, walk } from "css-tree/dist/csstree.esm";
import { diagnostic, type Report } from "../../diagnostics/diagnostic.js";
import { nearest } from "../../diagnostics/nearest.js";
import type { Dress } from "../../model/format.js";
import type { FontFace } from "../fonts/fonts.js";
import type { FontRule } from "../fonts/own-fonts.js";
import { unquoted } from "../fonts/own-fonts.js";
import type { StyleSheet } from "./sheet.js";

interface FamilyContext {
  readonly faces: readonly FontFace[];
  /** Rules that declare faces, whether their files were found or not: that was told. */
  readonly declared: readonly FontRule[];
  readonly dress: Dress;
  readonly report: Report;
}

/** CSS Fonts 4, section 2.1.3, and the keywords that any property takes. */
const GENERIC = new Set(
  `serif sans-serif monospace cursive fantasy system-ui ui-serif ui-sans-serif ui-monospace ui-rounded math emoji
  fangsong inherit initial unset revert revert-layer -apple-system blinkmacsystemfont`
    .trim()
    .split(/\s+/),
);

/** Once for each list of families. */
export function reportUnknownFamilies(sheets: readonly StyleSheet[], context: FamilyContext): void {
  const known = new Map<string, string>();
  for (const { family } of [...context.faces, ...context.declared]) known.set(family.toLowerCase(), family);
  const told = new Set<string>();
  for (const sheet of sheets) {
    walk(sheet.tree, function (node) {
      if (node.type !== "Declaration" || /^font-face$/i.test(this.atrule?.name ?? "")) return;
      const families = familiesOf(node);
      const [first] = families.filter((name) => !isKnown(name, known));
      if (first === undefined || told.has(first)) return;
      // A list that names one of the edition's before is shown in that.
      if (families.some((name, index) => known.has(name.toLowerCase()) && index < families.indexOf(first)))
        return;
      const similar = nearest(first, known.values());
      // A reading system has fonts of its own: only a slip of the pen is told.
      if (context.dress === "epub" && similar === undefined) return;
      told.add(first);
      const hint = similar
        ? `Did you mean \`${similar}\`?`
        : `Add an @font-face rule with its file, or @import its package, and install that (npm install @fontsource/${slug(first)})`;
      context.report(
        diagnostic("font-unknown", `No font of this edition is called \`${first}\``, sheet.at(node), hint),
      );
    });
  }
}

function isKnown(name: string, known: ReadonlyMap<string, string>): boolean {
  return GENERIC.has(name.toLowerCase()) || known.has(name.toLowerCase());
}

function slug(family: string): string {
  return family.toLowerCase().replace(/[^a-z0-9]+/g, "-");
}

/** The families that a declaration names: `font-family`, `font`, and custom properties for one of these. */
function familiesOf({ property = "", value }: CssNode): string[] {
  if (typeof value !== "object") return [];
  const name = property.toLowerCase();
  if (name === "font-family" || /^--font(?:-family)?(?:-|$)/.test(name)) {
    return isList(value) ? listed(generate(value)) : [];
  }
  return name === "font" ? listed(familyPart(value)) : [];
}

/** A custom property may hold anything: only names and strings make a list of families. */
function isList(value: CssNode): boolean {
  const parts = [...(value.children ?? [])];
  const kinds = new Set(["Identifier", "String", "Operator", "WhiteSpace"]);
  return (
    parts.length > 0 &&
    parts.every(({ type }) => kinds.has(type)) &&
    !parts.every(({ type }) => type === "Operator")
  );
}

/** What follows the size of a `font`. */
function familyPart(value: CssNode): string {
  const parts = [...(value.children ?? [])];
  const size = parts.findLastIndex(({ type }) => /^(?:Dimension|Percentage|Function|Number)$/.test(type));
  if (size < 0) return "";
  return parts
    .slice(size + 1)
    .map((part) => generate(part))
    .join(" ");
}

function listed(text: string): string[] {
  if (/var\(|env\(/.test(text)) return [];
  return text
    .split(",")
    .map((name) => unquoted(name).replace(/\s+/g, " ").trim())
    .filter((name) => name !== "" && !/!important/.test(name));
}
