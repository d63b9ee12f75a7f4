/**
 * The digits in which a language writes the numbers of a book: those that CLDR has for it and its region, or those
 * that the tag names (`ar-u-nu-arab`, BCP 47 extension U).
 */
import { counterText } from "./counter-style.js";

/** Counter styles of CSS, by the names that numbering systems have in Unicode. */
const STYLES: Readonly<Record<string, string>> = {
  arab: "arabic-indic",
  arabext: "persian",
  beng: "bengali",
  deva: "devanagari",
  mymr: "myanmar",
  khmr: "khmer",
  laoo: "lao",
  tibt: "tibetan",
  thai: "thai",
};

/** Languages whose usual digits are not 0 to 9 (CLDR, `defaultNumberingSystem`). */
const USUAL: Readonly<Record<string, string>> = {
  ...{ as: "beng", bn: "beng", ckb: "arab", dz: "tibt", fa: "arabext", ks: "arabext", lrc: "arabext" },
  ...{
    mni: "beng",
    mr: "deva",
    my: "mymr",
    mzn: "arabext",
    ne: "deva",
    ps: "arabext",
    sa: "deva",
    sd: "arab",
  },
};

/** Arabic is written with its own digits from Egypt to Iraq, and with 0 to 9 in the west and where no region is said. */
const ARABIC_DIGITS = new Set("BH DJ EG ER IL IQ JO KM KW LB MR OM PS QA SA SD SO SS SY TD YE".split(" "));

const known = new Map<string, string>();

/** The counter style of CSS for the numbers of a language: `decimal`, `arabic-indic`, `persian`. */
export function digitStyle(language: string): string {
  if (!known.has(language)) known.set(language, findStyle(language));
  return known.get(language)!;
}

function findStyle(language: string): string {
  let locale: Intl.Locale;
  try {
    locale = new Intl.Locale(language);
  } catch {
    return "decimal";
  }
  const usual =
    locale.language === "ar" && ARABIC_DIGITS.has(locale.region ?? "") ? "arab" : USUAL[locale.language];
  return STYLES[locale.numberingSystem ?? usual ?? ""] ?? "decimal";
}

/** The same text with the digits of the language: `2.1` is `۲.۱` in Persian. */
export function withDigits(text: string, language: string): string {
  const style = digitStyle(language);
  return style === "decimal" ? text : text.replace(/\d/g, (digit) => counterText(style, Number(digit)));
}

/** The number that a text is in digits of any script; undefined when it is something else. */
export function numberIn(text: string): number | undefined {
  return /^\p{Nd}+$/u.test(text) ? Number([...text].map(digitOf).join("")) : undefined;
}

/** The digits of a script are ten characters in a row. */
function digitOf(digit: string): number {
  let code = digit.codePointAt(0)!;
  let value = 0;
  while (value < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(code - 1))) {
    code -= 1;
    value += 1;
  }
  return value;
}
