/** Hyphenates the running text of a printed tree; headings, code and what is marked so stay whole. */
import type { Element, Parents } from "hast";
import { hyphenate } from "../language/hyphenation/hyphenate.js";

const list = (names: string): ReadonlySet<string> => new Set(names.trim().split(/\s+/));

/** Never hyphenated, with all that they contain. */
const WHOLE_ELEMENTS = list("h1 h2 h3 h4 h5 h6 pre code kbd samp var tt math svg abbr caption th dt");

/** `nohyphen` is for authors; the others are display type and labels. */
const WHOLE_CLASSES = list("nohyphen verse pullquote caption-label note-reference contents listing-caption");

/** Puts soft hyphens into the texts of a tree, in place. */
export function hyphenateTree(tree: Parents, language: string): void {
  for (const child of tree.children) {
    if (child.type === "text") child.value = hyphenate(child.value, language);
    else if (child.type === "element" && !isWhole(child)) hyphenateTree(child, languageOf(child) ?? language);
  }
}

function isWhole({ tagName, properties }: Element): boolean {
  if (WHOLE_ELEMENTS.has(tagName) || properties.translate === "no") return true;
  const { className } = properties;
  return Array.isArray(className) && className.some((name) => WHOLE_CLASSES.has(String(name)));
}

function languageOf({ properties }: Element): string | undefined {
  const language = properties.lang ?? properties.xmlLang;
  return typeof language === "string" ? language : undefined;
}
