/**
 * The fonts that stand in where those of a theme have no glyph: other scripts, arrows, symbols.
 *
 * All come as npm packages (OFL). The Chinese, Japanese and Korean ones are optional
 * dependencies, 27 MB together: without them their characters are reported as missing. They are
 * variable fonts, because the static ones are 95 MB each.
 */

export interface FallbackFont {
  /** What a style sheet imports to get the font. */
  readonly styles: string;
  /** Characters that the font is asked for. */
  readonly characters: RegExp;
  /** Only for texts in these languages, before any font without this. */
  readonly languages?: RegExp;
  /** Only for themes' fixed-width fonts: the first choice there, so that tables in code stay aligned. */
  readonly fixedWidth?: true;
}

const HAN = /[\p{Script=Han}\p{Script=Bopomofo}\u3000-\u303F\uFF00-\uFFEF]/u;
const ANY = /./su;

/** In the order in which they are tried. */
export const FALLBACK_FONTS: readonly FallbackFont[] = [
  { styles: "@fontsource/dejavu-mono/400.css", characters: ANY, fixedWidth: true },
  { styles: "@fontsource/noto-naskh-arabic/400.css", characters: /[\p{Script=Arabic}]/u },
  { styles: "@fontsource/noto-serif-hebrew/400.css", characters: /[\p{Script=Hebrew}]/u },
  {
    styles: "@fontsource-variable/noto-serif-jp/index.css",
    characters: /[\p{Script=Hiragana}\p{Script=Katakana}ー]/u,
  },
  {
    styles: "@fontsource-variable/noto-serif-kr/index.css",
    characters: /[\p{Script=Hangul}]/u,
  },
  { styles: "@fontsource-variable/noto-serif-jp/index.css", characters: HAN, languages: /^ja\b/i },
  { styles: "@fontsource-variable/noto-serif-kr/index.css", characters: HAN, languages: /^ko\b/i },
  {
    styles: "@fontsource-variable/noto-serif-tc/index.css",
    characters: HAN,
    languages: /^(?:zh-(?:.*-)?(?:Hant|TW|HK|MO)|yue)\b/i,
  },
  { styles: "@fontsource-variable/noto-serif-sc/index.css", characters: HAN },
  { styles: "@fontsource-variable/noto-serif-tc/index.css", characters: HAN },
  { styles: "@fontsource-variable/noto-serif-jp/index.css", characters: HAN },
  { styles: "@fontsource/noto-sans-math/400.css", characters: ANY },
  { styles: "@fontsource/noto-sans-symbols-2/400.css", characters: ANY },
  { styles: "@fontsource/dejavu-mono/400.css", characters: ANY },
];
