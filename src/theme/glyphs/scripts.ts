/** The scripts whose letters are in no font of a theme, and the npm packages that have them. */

export interface Script {
  /** As Unicode names it. */
  readonly name: string;
  /** ISO 15924. */
  readonly code: string;
  /** Its letters, and the signs that it shares with others. */
  readonly characters: RegExp;
  /** Fonts for it, as Fontsource names them, the best one first. */
  readonly fonts: readonly string[];
}

/** Name and code of a script, and the fonts that are not `noto-sans-<name>`. */
const TABLE: readonly [name: string, code: string, ...fonts: string[]][] = [
  ["Arabic", "Arab", "noto-naskh-arabic"],
  ["Hebrew", "Hebr", "noto-serif-hebrew"],
  ["Devanagari", "Deva", "noto-serif-devanagari"],
  ["Bengali", "Beng", "noto-serif-bengali"],
  ["Tamil", "Taml", "noto-serif-tamil"],
  ["Telugu", "Telu", "noto-serif-telugu"],
  ["Gujarati", "Gujr", "noto-serif-gujarati"],
  ["Gurmukhi", "Guru"],
  ["Kannada", "Knda"],
  ["Malayalam", "Mlym", "noto-serif-malayalam"],
  ["Oriya", "Orya"],
  ["Sinhala", "Sinh", "noto-serif-sinhala"],
  ["Thai", "Thai", "noto-serif-thai"],
  ["Lao", "Laoo", "noto-serif-lao"],
  ["Khmer", "Khmr", "noto-serif-khmer"],
  ["Myanmar", "Mymr", "noto-serif-myanmar"],
  ["Tibetan", "Tibt", "noto-serif-tibetan"],
  ["Ethiopic", "Ethi"],
  ["Armenian", "Armn", "noto-serif-armenian"],
  ["Georgian", "Geor", "noto-serif-georgian"],
  ["Cherokee", "Cher"],
  ["Canadian Aboriginal", "Cans"],
  ["Mongolian", "Mong"],
  ["Syriac", "Syrc"],
  ["Thaana", "Thaa"],
  ["Nko", "Nkoo"],
  ["Adlam", "Adlm"],
  ["Tifinagh", "Tfng"],
  ["Ol Chiki", "Olck"],
  ["Yi", "Yiii"],
  ["Javanese", "Java"],
  ["Balinese", "Bali"],
  ["Coptic", "Copt"],
  ["Gothic", "Goth"],
  ["Runic", "Runr"],
  ["Ogham", "Ogam"],
  ["Glagolitic", "Glag"],
  ["Phoenician", "Phnx"],
  ["Linear B", "Linb"],
  ["Cuneiform", "Xsux"],
  ["Egyptian Hieroglyphs", "Egyp"],
];

export const SCRIPTS: readonly Script[] = TABLE.map(([name, code, ...fonts]) => ({
  name,
  code,
  characters: new RegExp(`\\p{Script_Extensions=${name.replaceAll(" ", "_")}}`, "u"),
  fonts: [...fonts, `noto-sans-${name.toLowerCase().replaceAll(" ", "-")}`],
}));

/** Packages with a font for a script: whole ones first, which a PDF takes as they are, then variable ones. */
export function packagesOf({ fonts }: Script): string[] {
  return ["@fontsource", "@fontsource-variable"].flatMap((scope) => fonts.map((font) => `${scope}/${font}`));
}

/** With what stands between words in katakana (`・`, which Unicode shares out among more scripts). */
export const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}\u30A0-\u30FF]/u;

/** Those whose optional packages are in `fallback-fonts.ts`. */
const EAST_ASIAN: readonly [string, string, RegExp, string][] = [
  ["Japanese", "Jpan", KANA, "jp"],
  ["Korean", "Kore", /\p{Script=Hangul}/u, "kr"],
  ["Chinese", "Hans", /[\p{Script=Han}\p{Script=Bopomofo}]/u, "sc"],
];

/** True for a letter of Chinese, Japanese or Korean. */
export function isEastAsian(character: string): boolean {
  return EAST_ASIAN.some(([, , characters]) => characters.test(character));
}

/** A letter or a mark on one: what is missing of them is missing in words. Marks around letters are ornaments. */
const LETTER = /[\p{L}\p{Mn}\p{Mc}\p{Nd}]/u;

/** A script that words are written in, and the package to install for it, where there is one. */
export interface WordScript {
  readonly name: string;
  readonly code?: string;
  readonly package?: string;
}

/** The scripts that a character belongs to; none for signs of no script. */
export function scriptsOf(character: string): WordScript[] {
  const east = EAST_ASIAN.find(([, , characters]) => characters.test(character));
  if (east) {
    const [name, code, , region] = east;
    return [{ name, code, package: `@fontsource-variable/noto-serif-${region}` }];
  }
  const scripts = SCRIPTS.filter(({ characters }) => characters.test(character)).map((script) => ({
    name: script.name,
    code: script.code,
    package: packagesOf(script)[0]!,
  }));
  return scripts.length === 0 && LETTER.test(character) ? [{ name: "a rare script" }] : scripts;
}
