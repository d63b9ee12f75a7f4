/** How long a book is in words, counted in the composed text: the same in every theme and trim. */
import type { ElementContent, Root, RootContent } from "hast";
import type { Book, Section } from "../../model/book.js";
import { FORMATS, type Format } from "../../model/format.js";

/** Elements that do not end a word: `H<sub>2</sub>O` is one. */
const INLINE = new Set(
  "a abbr b bdi bdo cite code data del dfn em i ins kbd mark q s samp small span strong sub sup time u var wbr".split(
    " ",
  ),
);

/** Formulas and drawings have letters, but no words. */
const WITHOUT_WORDS = new Set(["math", "svg", "script", "style"]);

/** A sign of Chinese or Japanese counts as a word, as publishers count there. */
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[[\p{L}\p{N}\p{M}]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]]+(?:['’.\-‑](?=[\p{L}\p{N}])[[\p{L}\p{N}\p{M}]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]]+)*/gv;

/** Words of the text and its notes; what templates add (title page, contents) is not counted. */
export function countWords({ edition, sections }: Book): number {
  return sections.reduce((sum, section) => sum + countSectionWords(section, edition.format), 0);
}

export function countSectionWords({ bodies, notes, generated = [] }: Section, format: Format): number {
  const hidden = FORMATS[format].medium === "print" ? "screen" : "print";
  let count = 0;
  for (const { tree } of bodies) count += wordsIn(tree.children, hidden);
  for (const { children } of notes) count += wordsIn(children, hidden);
  return count + wordsIn(generated, hidden);
}

function wordsIn(nodes: readonly RootContent[], hidden: string): number {
  return textOf(nodes, hidden).replaceAll("\u00AD", "").match(WORD)?.length ?? 0;
}

function textOf(nodes: readonly (RootContent | ElementContent | Root)[], hidden: string): string {
  return nodes
    .map((node) => {
      if (node.type === "text") return node.value;
      if (node.type !== "element") return "";
      if (WITHOUT_WORDS.has(node.tagName) || node.properties.dataMedium === hidden) return " ";
      const text = textOf(node.children, hidden);
      return INLINE.has(node.tagName) ? text : ` ${text} `;
    })
    .join("");
}
