/**
 * Takes the capitals of English titles off, as BibTeX does and Pandoc for CSL: styles expect titles as a sentence has
 * them, and set capitals themselves where they want some. What stands in braces stays.
 */
import { parseMarkup } from "./csl/text/markup.js";
import { plain } from "./csl/text/rich.js";
import type { Item } from "./item.js";

const TITLES = ["title", "title-short", "volume-title", "collection-title"];

export function inSentenceCase(item: Item): Item {
  if (item.titles !== "capitalized") return item;
  const { variables, type } = item;
  const names = /^article/.test(type) ? TITLES : [...TITLES, "container-title"];
  const changed = names.flatMap((name) => {
    const value = variables[name];
    return value === undefined ? [] : [[name, lowered(value)]];
  });
  return { ...item, variables: { ...variables, ...Object.fromEntries(changed) } };
}

/** Tags and what is in `nocase` are passed over; words with other capitals than the first are names or abbreviations. */
const PIECE = /<span class="nocase">.*?<\/span>|<[^>]*>|\p{L}[\p{L}\p{M}\p{N}’']*/gu;

function lowered(title: string): string {
  // A title in which no other word has a capital is a sentence already, and one in capitals is not to be read so.
  const words = plain(parseMarkup(title)).match(/\p{L}[\p{L}\p{M}’']+/gu) ?? [];
  const capitals = words.slice(1).filter((word) => /^\p{Lu}\p{Ll}/u.test(word));
  if (capitals.length * 3 < words.length - 1) return title;
  let isFirst = true;
  return title.replace(PIECE, (piece, at: number) => {
    if (piece.startsWith("<")) {
      if (piece.startsWith("<span class")) isFirst = false;
      return piece;
    }
    const opens = isFirst || /[:?!.]\s+["“‘(]*$/.test(title.slice(Math.max(0, at - 12), at));
    isFirst = false;
    return !opens && /^\p{Lu}[\p{Ll}\p{M}’']*$/u.test(piece) && !/^I$/.test(piece)
      ? piece.toLowerCase()
      : piece;
  });
}
