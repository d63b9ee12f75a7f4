/**
 * What two texts have in common when they say the same: without what typesetting changes.
 *
 * Capitals (`text-transform`, small capitals), ligatures and other forms of letters, spaces, hyphens at the
 * end of a line, vowel signs and accents (painted before or behind their letters) and the side to which
 * brackets open (turned where text runs from right to left) tell nothing.
 */

/** Letters and signs of which there is one form, with what is taken out of them: most texts have no others. */
const PLAIN = /^[\s\x20-\x7e\u00ad\u2010-\u2014\u2018\u2019\u201c\u201d]*$/;
/** Spaces, hyphens, marks, and what no font shows. */
const NOTHING = /[\s\p{M}\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2010\u2011-]+/gu;
const PLAIN_NOTHING = /[\s\u00ad\u2010\u2011-]+/g;

const OPENING = new Map(["()", "[]", "{}", "<>", "«»", "‹›", "⟨⟩"].map(([open, close]) => [close!, open!]));
const CLOSING = /[)\]}>»›⟩]/g;

/** What is left of a text. Letter by letter: texts joined and then folded are the same as folded and then joined. */
export function fold(text: string): string {
  const letters = PLAIN.test(text)
    ? text.toLowerCase().replace(PLAIN_NOTHING, "")
    : withoutCase(text.normalize("NFKD")).normalize("NFKD").replace(NOTHING, "");
  return letters.replace(CLOSING, (bracket) => OPENING.get(bracket)!);
}

/** ẞ has a small letter whose capitals are two, and the form of a sigma depends on the letters around it. */
function withoutCase(text: string): string {
  return text.toLowerCase().toUpperCase().toLowerCase().replaceAll("ς", "σ");
}

/** A word of a text, and where it is among the folded letters of it. */
export interface Word {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** The words of a text that have letters. */
export function wordsOf(text: string): Word[] {
  let at = 0;
  return text.split(/\s+/).flatMap((word) => {
    const from = at;
    at += fold(word).length;
    return at > from ? [{ text: word.replace(/\u00ad/g, ""), from, to: at }] : [];
  });
}

/** Written from right to left, or in signs that are painted in another order than they are spoken in. */
export const IS_REORDERED =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]/u;
