/** Hyphenates the running text of a printed tree, and long words of display type; code and what is marked so stay whole. */
import type { Element, ElementContent, Parents, Properties, RootContent } from "hast";
import { classNames } from "../hast/class-names.js";
import { hyphenate, hyphenateTitle } from "../language/hyphenation/hyphenate.js";
import { SOFT_HYPHEN } from "../language/hyphenation/words.js";
import type { Hyphenations } from "../model/publication.js";

const list = (names: string): ReadonlySet<string> => new Set(names.trim().split(/\s+/));

/** Never hyphenated, with all that they contain. */
const WHOLE_ELEMENTS = list("pre code kbd samp var tt math svg abbr");

/** `nohyphen` is for authors; the others are labels. */
const WHOLE_CLASSES = list("nohyphen verse caption-label note-reference");

/** Display type, where a word is divided when it is too long for a line of its own. */
const DISPLAY_ELEMENTS = list("h1 h2 h3 h4 h5 h6 caption th dt");
const DISPLAY_CLASSES = list("pullquote contents listing-caption");

/** Letters of a word that may be too long for a line of display type. */
const LONG = 12;

/** Between ideographs and syllables of the East, lines end without spaces. */
const EASTERN = "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}";
/** A word with the marks around it: what no line divides, but for the hyphens that end it. */
const TOKEN = new RegExp(`([^\\s/‐–—${EASTERN}-]+[/‐–—-]*)`, "u");
const DIVIDED = new RegExp(`(?:\\p{L}+${SOFT_HYPHEN})+\\p{L}+`, "gu");

/** Puts soft hyphens into the texts of a tree, in place. */
export function hyphenateTree(tree: Parents, language: string, own?: Hyphenations): void {
  for (const child of tree.children) {
    if (child.type === "text") child.value = hyphenate(child.value, language, own);
    else if (child.type !== "element" || isWhole(child)) continue;
    else if (isDisplay(child)) hyphenateDisplay(child, languageOf(child) ?? language, own);
    else hyphenateTree(child, languageOf(child) ?? language, own);
  }
}

/**
 * Makes each long word of display type, in place, an element that goes to a new line as a whole, and has soft
 * hyphens for when it does not fit there either. Its punctuation is in it: a line may end before and behind it.
 */
export function hyphenateDisplay(tree: Parents, language: string, own?: Hyphenations): void {
  const children: (ElementContent | RootContent)[] = [];
  for (const child of tree.children) {
    if (child.type === "text") children.push(...withLongWords(child.value, language, own));
    else children.push(child);
    if (child.type === "element" && !isWhole(child))
      hyphenateDisplay(child, languageOf(child) ?? language, own);
  }
  tree.children = children as ElementContent[];
}

function withLongWords(text: string, language: string, own: Hyphenations | undefined): ElementContent[] {
  const parts = hyphenateTitle(text, language, own).split(TOKEN);
  const nodes: ElementContent[] = [];
  for (const value of parts) {
    const whole = value.replaceAll(SOFT_HYPHEN, "");
    const last = nodes.at(-1);
    if (isLong(value)) nodes.push(longWord(value));
    else if (last?.type === "text") last.value += whole;
    else if (whole !== "") nodes.push({ type: "text", value: whole });
  }
  return nodes;
}

function isLong(token: string): boolean {
  const words = token.match(DIVIDED) ?? [];
  return words.some((word) => word.replaceAll(SOFT_HYPHEN, "").length >= LONG);
}

function longWord(value: string): Element {
  const children: ElementContent[] = [{ type: "text", value }];
  return { type: "element", tagName: "span", properties: { className: ["long-word"] }, children };
}

function isWhole({ tagName, properties }: Element): boolean {
  return (
    WHOLE_ELEMENTS.has(tagName) || properties.translate === "no" || hasClassOf(properties, WHOLE_CLASSES)
  );
}

function isDisplay({ tagName, properties }: Element): boolean {
  return DISPLAY_ELEMENTS.has(tagName) || hasClassOf(properties, DISPLAY_CLASSES);
}

function hasClassOf(properties: Properties, names: ReadonlySet<string>): boolean {
  return classNames(properties).some((name) => names.has(name));
}

function languageOf({ properties }: Element): string | undefined {
  const language = properties.lang ?? properties.xmlLang;
  return typeof language === "string" ? language : undefined;
}
