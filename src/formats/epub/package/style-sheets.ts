/**
 * The two style sheets of an ebook: a plain one for old reading systems, and the whole one.
 *
 * Adobe's engine for EPUB 2 (RMSDK: Digital Editions, sideloaded books on Kobo, PocketBook, Tolino, Nook) leaves out a
 * whole sheet for one `calc()` in it (github.com/dvschultz/99problems/issues/53) or one media query with a length
 * (github.com/gutenbergtools/ebookmaker/issues/212), and does not open books that have flexible boxes in their styles
 * (github.com/jgm/pandoc/issues/8379). What authors write goes through the same gate as our own. Everything of the plain
 * sheet stands in the whole one again: who reads both sees what the whole one says.
 */
import { type CssNode, generate, parse, walk } from "css-tree/dist/csstree.esm";

const COMPUTED = new Set(["calc", "min", "max", "clamp", "var", "env"]);
const BOXES = new Set(["flex", "inline-flex", "grid", "inline-grid"]);
const PROPERTY = /^(?:flex|grid|align-|justify-|place-|gap$|row-gap|order$|container|--)/;
const LATER_SELECTORS = new Set(["is", "where", "has"]);
const UNDERSTOOD = new Set(["font-face", "page", "charset", "namespace"]);

/** What old reading systems understand of it. */
export function plainStyles(styles: string): string {
  return [...(parse(styles).children ?? [])].map(plain).join("");
}

/** All of it, in a condition that old reading systems do not know and so pass over. */
export function wholeStyles(styles: string): string {
  return `@supports (display: flex) {\n${styles}\n}\n`;
}

function plain(node: CssNode): string {
  if (node.type === "Atrule") return UNDERSTOOD.has(node.name?.toLowerCase() ?? "") ? line(node) : "";
  if (node.type !== "Rule" || !node.prelude || !holds(node.prelude, isEarlySelector)) return "";
  const declarations = [...(node.block?.children ?? [])].filter(isPlainDeclaration);
  if (declarations.length === 0) return "";
  return `${generate(node.prelude)}{${declarations.map((each) => generate(each)).join(";")}}\n`;
}

function line(node: CssNode): string {
  return `${generate(node)}\n`;
}

function isPlainDeclaration({ type, property = "", value }: CssNode): boolean {
  if (type !== "Declaration" || typeof value !== "object" || PROPERTY.test(property)) return false;
  if (property === "display" && BOXES.has(generate(value))) return false;
  return holds(
    value,
    (part) => part.type !== "Raw" && !(part.type === "Function" && COMPUTED.has(part.name ?? "")),
  );
}

function isEarlySelector({ type, name = "", children }: CssNode): boolean {
  if (type === "Raw" || type === "NestingSelector") return false;
  if (type !== "PseudoClassSelector") return true;
  const [inner] = children ?? [];
  return !LATER_SELECTORS.has(name) && !(name === "not" && [...(inner?.children ?? [])].length > 1);
}

function holds(tree: CssNode, isSo: (node: CssNode) => boolean): boolean {
  let all = true;
  walk(tree, (node) => {
    all &&= isSo(node);
  });
  return all;
}
