/** Puts soft hyphens into running text. */
import type { Hyphenations } from "../../model/publication.js";
import { maskAddresses } from "../typography/addresses.js";
import { OBJECT } from "../typography/rules.js";
import { type Hyphenation, hyphenationOf } from "./patterns.js";
import { divide } from "./words.js";

/**
 * A run of letters that is a word of its own: not a part of a name with digits or signs, of a
 * compound with hyphens, or of `technicien·nes`; nor one with soft hyphens of its author.
 */
const WORD =
  /(?<![\p{L}\p{M}\p{N}_@.·\-\u00AD\u2010\u2011/\\#&\uFFFC])\p{L}{6,}(?![\p{L}\p{M}\p{N}_@·\-\u00AD\u2010\u2011/\\\uFFFC]|\.\p{L}|['’]\p{L}{1,2}\b)/gu;
const CAPITAL = /\p{Lu}/u;

/** Words come again and again: each is divided once for each language. A catalogue has more than a book. */
const MOST_WORDS = 200_000;
const divided = new Map<Hyphenation, Map<string, string>>();

/**
 * The text with a soft hyphen (U+00AD) wherever a line may end inside a word.
 *
 * Words of fewer than six letters are left whole, and so are names: words with a capital letter
 * that is not the first, and in most languages all words with a capital letter.
 *
 * @param language BCP 47. Text in a language without patterns comes back as it is.
 * @param own what the book says of its languages: its own words are divided as it says, names among them.
 */
export function hyphenate(text: string, language: string, own?: Hyphenations): string {
  const hyphenation = hyphenationOf(language, own);
  if (!hyphenation) return text;
  const words = divided.get(hyphenation) ?? new Map<string, string>();
  divided.set(hyphenation, words);
  return eachWord(text, (word) => {
    const known = words.get(word);
    if (known !== undefined) return known;
    const whole = isName(word, hyphenation) ? word : divide(word, hyphenation);
    if (words.size >= MOST_WORDS) words.clear();
    words.set(word, whole);
    return whole;
  });
}

/** The same with the words that begin with a capital or have no other letters, as in titles. */
export function hyphenateTitle(text: string, language: string, own?: Hyphenations): string {
  const hyphenation = hyphenationOf(language, own);
  return hyphenation ? eachWord(text, (word) => divide(word, hyphenation)) : text;
}

function eachWord(text: string, change: (word: string) => string): string {
  const masked = maskAddresses(text, OBJECT);
  const result = masked.replace(WORD, change);
  return masked === text ? result : unmask(result, text, masked);
}

/** Puts back, one by one, the signs that stand behind the masks. */
function unmask(result: string, text: string, masked: string): string {
  const hidden = [...masked.matchAll(MASKED)].map(({ index }) => text[index]!);
  let next = 0;
  return result.replace(MASKED, () => hidden[next++]!);
}

const MASKED = new RegExp(OBJECT, "g");

function isName(word: string, { capitals, own }: Hyphenation): boolean {
  if (own.has(word.toLowerCase())) return false;
  return CAPITAL.test(capitals === "hyphenate" ? word.slice(1) : word);
}
