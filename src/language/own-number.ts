/**
 * Titles that say their number themselves: “Chapter 2: The Barn”, “2. The Barn”, “第2章”, “Глава 3.”,
 * “Kapitel IV – …”, “3. fejezet”, “Première partie”.
 */
import { numberIn } from "./digits.js";
import { fromRoman } from "./roman.js";

export interface OwnNumber {
  /** The number as it is written: `IV`, `二`; undefined when it is spelt out. */
  readonly numeral?: string;
  /** Its value, where that is plain. */
  readonly count?: number;
  /** What of the title is the number with its word: `Chapter IV`. */
  readonly text: string;
}

const ROMAN_NUMERAL = String.raw`(?=[MDCLXVI\u2160-\u216B])(?:M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})(?<=[MDCLXVI])|[\u2160-\u216B])`;
/** Appendix A, Додаток Б, פרק י״ב: a capital, or letters that count. */
const LETTER = String.raw`\p{Lu}['’ʹ΄]?|[א-ת]{1,3}[׳'״"]?[א-ת]?[׳']?|\p{Script=Arabic}`;
const WORD_END = String.raw`(?![\p{L}\p{M}\p{N}])`;
const NUMERAL = String.raw`(?:\p{Nd}{1,4}|${ROMAN_NUMERAL}|${LETTER})${WORD_END}`;
const FIGURE = String.raw`(?:\p{Nd}{1,4}|${ROMAN_NUMERAL})`;
/** An ordinal's ending, with its point: `1.`, `2-я`, `1º`, `3rd`. */
const ENDING = String.raw`(?:[.)ºª°]|-?\p{L}{1,3}(?=\s))?`;
/** As English novels have it. */
const SPELT = String.raw`(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\w+)?)(?!\p{L})`;
/** What ends a number, before the title proper. */
const SEPARATOR = String.raw`\s*(?:$|[:：.．、—–-](?!\p{N}))`;

/** A figure, and a sign that no title goes on with: “1984” and “12 Angry Men” have none. */
const FIGURE_FIRST = /^(\p{Nd}{1,3})(?:[.:)：．、](?!\p{N})|\s+[-–—])\s*\S/u;
/** With a counter of chapters behind the number, in Chinese, Japanese and Korean. */
const COUNTED =
  /^(?:第\s*([\p{Nd}一二三四五六七八九十百零〇两兩]{1,5})\s*[章回节節部篇編编卷讲講话話课課]|(\p{Nd}{1,3})\s*[章节節课課](?!\p{L})|제\s*([\p{Nd}]{1,3}|[일이삼사오육칠팔구십]{1,3})\s*[장부편과강])/u;

/**
 * The number that a title certainly has.
 *
 * @param words for what has a number, in the language of the title and others: `chapter`, `fejezet`.
 */
export function ownNumber(title: string, words: readonly string[]): OwnNumber | undefined {
  return sureNumber(title, patternsWith(words));
}

/** A number behind its word, and one before it. */
type Patterns = readonly [after: RegExp, before: RegExp];

/** Once for all titles: to write down so many letters and words takes longer than to look for them. */
function patternsWith(words: readonly string[]): Patterns {
  const word = alternatives(words);
  return [
    new RegExp(String.raw`^(?:${word})[\s.:№#-]*(?:(${NUMERAL})|${SPELT})`, "iu"),
    new RegExp(String.raw`^(${FIGURE})${ENDING}\s*(?:${word})${WORD_END}`, "iu"),
  ];
}

function sureNumber(title: string, [afterWord, beforeWord]: Patterns): OwnNumber | undefined {
  const counted = COUNTED.exec(title);
  if (counted) return numberOf(counted[0], counted[1] ?? counted[2] ?? counted[3]!);
  const figure = FIGURE_FIRST.exec(title);
  if (figure) return numberOf(figure[1]!, figure[1]!);
  const after = afterWord.exec(title);
  // A capital may be a letter that counts; a small one is a word: “Part a of the whole”.
  if (after && !(after[1] !== undefined && /^\p{Ll}$/u.test(after[1])))
    return numberOf(after[0].trim(), after[1]);
  const before = beforeWord.exec(title);
  return before ? numberOf(before[0], before[1]) : undefined;
}

function numberOf(text: string, numeral: string | undefined): OwnNumber {
  if (numeral === undefined) return { text };
  const count = numeralValue(numeral);
  return { text, numeral, ...(count === undefined ? {} : { count }) };
}

/**
 * The numbers that titles seem to have, where most of a row have one: spelt out beside its word, or figures that
 * go on from title to title with any word before them (“Lesson 3”) or none.
 *
 * @param native those of the words that are in the language of the titles: “a part” is a shore in Hungarian.
 */
export function numbersInRow(
  titles: readonly string[],
  words: readonly string[],
  native: readonly string[] = words,
): readonly (OwnNumber | undefined)[] {
  const patterns = patternsWith(words);
  const sure = titles.map((title) => sureNumber(title, patterns));
  const speltOut = patternsSpelt(native);
  const spelt = titles.map((title, index) => sure[index] ?? speltNumber(title, speltOut));
  if (isMost(spelt)) return spelt;
  const figures = titles.map((title, index) => sure[index] ?? figureOf(title));
  return isMost(figures) && goesOn(figures.flatMap((each) => each?.count ?? [])) ? figures : sure;
}

function isMost(found: readonly (OwnNumber | undefined)[]): boolean {
  const count = found.filter((each) => each !== undefined).length;
  return count > 1 && count * 2 > found.length;
}

/** One to three words beside that of the chapter, and nothing else. */
function patternsSpelt(words: readonly string[]): Patterns {
  const word = alternatives(words);
  const others = String.raw`[\p{L}\p{M}’'-]+(?:\s[\p{L}\p{M}’'-]+){0,2}?`;
  return [
    new RegExp(String.raw`^(?:${word})\s+${others}(?=${SEPARATOR})`, "iu"),
    new RegExp(String.raw`^${others}\s+(?:${word})(?=${SEPARATOR})`, "iu"),
  ];
}

/** “Глава первая. Брод”, “Erstes Kapitel”. */
function speltNumber(title: string, [afterWord, beforeWord]: Patterns): OwnNumber | undefined {
  const found = afterWord.exec(title) ?? beforeWord.exec(title);
  return found ? { text: found[0] } : undefined;
}

/** “Lesson 3: Tides”, “1.2 Tides”, “IV”, “07 – Tides”. */
const FIGURE_AFTER_WORD = new RegExp(
  String.raw`^(?:\p{L}[\p{L}\p{M}]*[\s-]+)?(?:\p{Nd}{1,3}\.)*(${FIGURE})(?![\p{L}\p{N}])`,
  "u",
);

function figureOf(title: string): OwnNumber | undefined {
  const found = FIGURE_AFTER_WORD.exec(title);
  return found?.[1] ? numberOf(found[0], found[1]) : undefined;
}

/** True when numbers count up, in one row or in several that begin anew. */
function goesOn(counts: readonly number[]): boolean {
  const steps = counts.slice(1).map((count, index) => count - counts[index]!);
  const up = steps.filter((step) => step === 1).length;
  return up * 2 >= steps.length && steps.every((step, index) => step === 1 || counts[index + 1]! <= 1);
}

/** The value of a numeral in digits of any script, roman letters or Chinese numerals. */
function numeralValue(numeral: string): number | undefined {
  const number = numberIn(numeral);
  if (number !== undefined) return number;
  // Appendix C is no hundredth.
  if (/^[MDCL]$/i.test(numeral)) return undefined;
  if (/^[MDCLXVI]+$/i.test(numeral)) return fromRoman(numeral);
  if (/^[\u2160-\u216B]$/.test(numeral)) return numeral.charCodeAt(0) - 0x215f;
  return hanValue(numeral);
}

const HAN_DIGITS = "〇一二三四五六七八九";

function hanValue(numeral: string): number | undefined {
  const plain = numeral.replaceAll("零", "〇").replace(/[两兩]/g, "二");
  if (!/^[〇一二三四五六七八九十百]+$/.test(plain)) return undefined;
  if (!/[十百]/.test(plain)) return Number([...plain].map((each) => HAN_DIGITS.indexOf(each)).join(""));
  let value = 0;
  let digit = 0;
  for (const each of plain) {
    if (each !== "十" && each !== "百") digit = HAN_DIGITS.indexOf(each);
    else {
      value += (digit || 1) * (each === "十" ? 10 : 100);
      digit = 0;
    }
  }
  return value + digit;
}

function alternatives(words: readonly string[]): string {
  return words
    .map((word) => word.trim().replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
    .sort((a, b) => b.length - a.length)
    .join("|");
}
