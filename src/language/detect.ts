/**
 * Finds the language of a text by its letters: the script tells most languages, single letters tell those
 * that share one, and the commonest words those that are written in Latin letters.
 */
import { withoutFrontMatter } from "../model/front-matter.js";

/** A letter of these says as much as several of an alphabet. */
const SYLLABLE_WEIGHT = 3;
/** Fewer letters of a script are names and quotations. */
const FEWEST_LETTERS = 40;
/** Of a text in Latin letters: how many of its words must be common ones of the language. */
const FEWEST_WORDS = 8;
const COMMON_SHARE = 0.06;
/** How much more the best language must have than the next. */
const LEAD = 1.15;

interface Script {
  readonly letters: RegExp;
  readonly weight?: number;
  /** @param text the whole text. */
  readonly language: (text: string) => string | undefined;
}

const of = (language: string) => () => language;

const SCRIPTS: readonly Script[] = [
  { letters: /\p{Script=Latin}/gu, language: latinLanguage },
  { letters: /\p{Script=Cyrillic}/gu, language: cyrillicLanguage },
  { letters: /\p{Script=Arabic}/gu, language: arabicLanguage },
  {
    letters: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu,
    weight: SYLLABLE_WEIGHT,
    language: hanLanguage,
  },
  { letters: /\p{Script=Hangul}/gu, weight: SYLLABLE_WEIGHT, language: of("ko") },
  { letters: /\p{Script=Hebrew}/gu, language: of("he") },
  { letters: /\p{Script=Greek}/gu, language: of("el") },
  { letters: /\p{Script=Devanagari}/gu, language: of("hi") },
  { letters: /\p{Script=Bengali}/gu, language: of("bn") },
  { letters: /\p{Script=Tamil}/gu, language: of("ta") },
  { letters: /\p{Script=Telugu}/gu, language: of("te") },
  { letters: /\p{Script=Malayalam}/gu, language: of("ml") },
  { letters: /\p{Script=Kannada}/gu, language: of("kn") },
  { letters: /\p{Script=Gujarati}/gu, language: of("gu") },
  { letters: /\p{Script=Gurmukhi}/gu, language: of("pa") },
  { letters: /\p{Script=Sinhala}/gu, language: of("si") },
  { letters: /\p{Script=Thai}/gu, language: of("th") },
  { letters: /\p{Script=Lao}/gu, language: of("lo") },
  { letters: /\p{Script=Khmer}/gu, language: of("km") },
  { letters: /\p{Script=Myanmar}/gu, language: of("my") },
  { letters: /\p{Script=Georgian}/gu, language: of("ka") },
  { letters: /\p{Script=Armenian}/gu, language: of("hy") },
  { letters: /\p{Script=Ethiopic}/gu, language: of("am") },
];

/**
 * The language of a text in Markdown, as a BCP 47 tag; undefined when there is too little of it, or when it
 * could be one as well as another. Code and addresses do not count.
 */
export function languageOf(markdown: string): string | undefined {
  const text = proseOf(markdown);
  const found = SCRIPTS.map((script) => ({
    script,
    weight: (text.match(script.letters)?.length ?? 0) * (script.weight ?? 1),
  }));
  const [first] = found.sort((a, b) => b.weight - a.weight);
  return first === undefined || first.weight < FEWEST_LETTERS ? undefined : first.script.language(text);
}

function proseOf(markdown: string): string {
  return withoutFrontMatter(markdown)
    .replace(/^[ \t]*(`{3,}|~{3,})[^\n]*\n[\s\S]*?^[ \t]*\1[`~]*[ \t]*$/gm, " ")
    .replace(/`[^`\n]*`/g, " ")
    .replace(/<[^<>]*>|\{[{%#][^{}]*\}|\]\([^()]*\)|\bhttps?:\S+/g, " ");
}

/** Of the letters that only one of several languages has, the one that has most in the text. */
function byLetters(text: string, letters: Readonly<Record<string, RegExp>>, otherwise: string): string {
  const counted = Object.entries(letters).map(
    ([language, own]) => [language, text.match(own)?.length ?? 0] as const,
  );
  const [best] = counted.sort((a, b) => b[1] - a[1]);
  return best !== undefined && best[1] > 2 ? best[0] : otherwise;
}

function cyrillicLanguage(text: string): string {
  const others = {
    ru: /[ыэё]/gi,
    uk: /[їєґ]/gi,
    be: /ў/gi,
    sr: /[ђћјљњџ]/gi,
    mk: /[ѓќѕ]/gi,
    kk: /[қғұһәң]/gi,
  };
  return byLetters(text, others, /ъ/i.test(text) ? "bg" : "ru");
}

function arabicLanguage(text: string): string {
  return byLetters(text, { ar: /[ةىيك]/g, fa: /[پچژگیک]/g, ur: /[ٹڈڑےںھ]/g }, "ar");
}

function hanLanguage(text: string): string {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const kana = text.match(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0;
  if (kana > han / 10) return "ja";
  return byLetters(
    text,
    { zh: /[们这为说时对来国学个会过还没发]/g, "zh-Hant": /[們這為說時對來國學個會過還沒發]/g },
    "zh",
  );
}

const COMMON_WORDS: Readonly<Record<string, string>> = {
  en: "the of and to is in that it for you are with this be on as not have",
  fr: "le la les des et est une du que dans pour qui pas sur avec vous ce il au plus",
  de: "der die und das ist nicht ein eine den mit zu von dem auch sich auf werden wird",
  es: "el la los las de que y en una es por con para se del no lo como su",
  pt: "o os as que não uma em para com é do da dos das no na se por ao",
  it: "il di che e la è per un una non sono del della con i gli si nel le",
  nl: "de het een en van is dat niet in op te zijn voor met aan er",
  sv: "och att det som en är på för med av inte den till ett jag",
  da: "og at det er en på af til ikke med der den for et jeg",
  nb: "og å det er en på av til ikke som med for et jeg",
  fi: "ja on että ei se oli mutta kun tai ovat hän myös joka",
  pl: "i w na się nie z że jest do to jak po co ale",
  cs: "a v na se je že to s z do pro jako ale by jsem",
  hu: "a az és hogy nem egy is van meg de ha csak",
  ro: "și în de la cu nu care este pentru pe un o să mai",
  tr: "ve bir bu için ile da de olarak çok gibi daha ne",
  id: "yang dan di dengan untuk ini itu dari pada adalah tidak dalam kita",
  ca: "els i amb una per que és dels la de les no al",
  vi: "và của là có không các một cho được trong những với này",
};

const LANGUAGES_OF_WORD = languagesOfWord();

function languagesOfWord(): ReadonlyMap<string, readonly string[]> {
  const known = new Map<string, string[]>();
  for (const [language, words] of Object.entries(COMMON_WORDS)) {
    for (const each of words.split(" ")) known.set(each, [...(known.get(each) ?? []), language]);
  }
  return known;
}

function latinLanguage(text: string): string | undefined {
  const words =
    text
      .normalize()
      .toLowerCase()
      .match(/[\p{L}\p{M}]+/gu) ?? [];
  const counts = new Map<string, number>();
  for (const each of words) {
    for (const language of LANGUAGES_OF_WORD.get(each) ?? []) {
      counts.set(language, (counts.get(language) ?? 0) + 1);
    }
  }
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
  if (first === undefined || first[1] < Math.max(FEWEST_WORDS, words.length * COMMON_SHARE)) return undefined;
  return first[1] >= (second?.[1] ?? 0) * LEAD ? first[0] : undefined;
}
