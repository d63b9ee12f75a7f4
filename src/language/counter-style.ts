/**
 * Numbers as the predefined counter styles write them: CSS Counter Styles 3, section 6.
 *
 * The browser writes the numbers of the text; those that are known only when a book is joined are written here.
 */
import { toRoman } from "./roman.js";

/** Code point of the zero of each numeric style; the other digits follow it. */
const ZEROS: Readonly<Record<string, number>> = {
  decimal: 0x30,
  "arabic-indic": 0x660,
  bengali: 0x9e6,
  cambodian: 0x17e0,
  devanagari: 0x966,
  gujarati: 0xae6,
  gurmukhi: 0xa66,
  kannada: 0xce6,
  khmer: 0x17e0,
  lao: 0xed0,
  malayalam: 0xd66,
  mongolian: 0x1810,
  myanmar: 0x1040,
  oriya: 0xb66,
  persian: 0x6f0,
  tamil: 0xbe6,
  telugu: 0xc66,
  thai: 0xe50,
  tibetan: 0xf20,
};

const LATIN = "abcdefghijklmnopqrstuvwxyz";

/** Letters that count as `a`, `b`, …, `z`, `aa`, `ab` do. */
const ALPHABETS: Readonly<Record<string, string>> = {
  "lower-alpha": LATIN,
  "lower-latin": LATIN,
  "upper-alpha": LATIN.toUpperCase(),
  "upper-latin": LATIN.toUpperCase(),
  "lower-greek": "αβγδεζηθικλμνξοπρστυφχψω",
};

/** Letters for 1 to 9, for the tens, the hundreds and the thousands. */
const ARMENIAN = "աբգդեզէըթ ժիլխծկհձղ ճմյնշոչպջ ռսվտրցւփք".split(" ");
const LETTERS: Readonly<Record<string, readonly string[]>> = {
  armenian: ARMENIAN.map((letters) => letters.toUpperCase()),
  "upper-armenian": ARMENIAN.map((letters) => letters.toUpperCase()),
  "lower-armenian": ARMENIAN,
  georgian: "აბგდევზჱთ იკლმნჲოპჟ რსტჳფქღყშ ჩცძწჭხჴჯჰ".split(" "),
};

/** The largest number that roman numerals write. */
const LARGEST_ROMAN = 3999;

/**
 * Writes a whole number from 1 on.
 *
 * @returns decimal digits in a style that is not known here, or that has no letters for a number so large: that is
 * what CSS falls back on.
 */
export function counterText(style: string, number: number): string {
  return writtenIn(style.toLowerCase(), number) ?? String(number);
}

function writtenIn(style: string, number: number): string | undefined {
  if (style === "decimal-leading-zero") return String(number).padStart(2, "0");
  if (style === "cjk-decimal")
    return [...String(number)].map((digit) => "〇一二三四五六七八九"[+digit]).join("");
  if (style === "simp-chinese-informal" || style === "trad-chinese-informal") return chinese(number);
  if (style === "hebrew") return hebrew(number);
  if (/^(?:lower|upper)-roman$/.test(style)) {
    if (number > LARGEST_ROMAN) return undefined;
    return style === "upper-roman" ? toRoman(number) : toRoman(number).toLowerCase();
  }
  const [zero, alphabet, letters] = [ZEROS[style], ALPHABETS[style], LETTERS[style]];
  if (zero !== undefined)
    return String(number).replace(/\d/g, (digit) => String.fromCodePoint(zero + +digit));
  if (alphabet !== undefined) return alphabetic([...alphabet], number);
  return letters && placeByPlace(letters, number);
}

/**
 * Counts with letters as a spreadsheet does: after the last one come two, `z`, `aa`.
 *
 * @param number from 1.
 */
export function alphabetic(letters: readonly string[], number: number): string {
  let text = "";
  for (let rest = number; rest > 0; rest = Math.floor((rest - 1) / letters.length)) {
    text = letters[(rest - 1) % letters.length] + text;
  }
  return text;
}

function placeByPlace(places: readonly string[], number: number): string | undefined {
  const digits = [...String(number)].map(Number).reverse();
  if (digits.length > places.length) return undefined;
  return digits
    .map((digit, place) => (digit === 0 ? "" : places[place]![digit - 1]!))
    .reverse()
    .join("");
}

/** 15 and 16 are 9 and 6, 9 and 7: the letters of 10 and 5, 10 and 6 would write the name of God. */
function hebrew(number: number): string | undefined {
  if (number > 999) return undefined;
  const hundreds = Math.floor(number / 100);
  const rest = number % 100;
  const text = "ת".repeat(Math.floor(hundreds / 4)) + ["", "ק", "ר", "ש"][hundreds % 4]!;
  if (rest === 15 || rest === 16) return text + (rest === 15 ? "טו" : "טז");
  return text + (placeByPlace(["אבגדהוזחט", "יכלמנסעפצ"], rest) ?? "");
}

/** 12 is 十二, 20 is 二十, 105 is 一百零五: as both the simplified and the traditional style have it up to 999. */
function chinese(number: number): string | undefined {
  if (number > 999) return undefined;
  const digits = "零一二三四五六七八九";
  const [hundreds, tens, ones] = [Math.floor(number / 100), Math.floor(number / 10) % 10, number % 10];
  if (number < 10) return digits[number];
  if (number < 20) return `十${ones === 0 ? "" : digits[ones]}`;
  const high = hundreds === 0 ? "" : `${digits[hundreds]}百`;
  const middle = tens === 0 ? (ones === 0 ? "" : "零") : `${digits[tens]}十`;
  return high + middle + (ones === 0 ? "" : digits[ones]);
}
