/**
 * The fonts that stand in where those of a theme have no glyph: other scripts, arrows, symbols.
 *
 * All come as npm packages (OFL). Those that few books need are not installed with Colophon, or are
 * optional dependencies: each is used where it is found, and named where it is missed. The Chinese,
 * Japanese and Korean ones are variable fonts, because the static ones are 95 MB each;
 * in print they are made static (`static-fonts.ts`).
 */
import { KANA, packagesOf, SCRIPTS } from "./scripts.js";

export interface FallbackFont {
  readonly package: string;
  /** Its style sheets that are imported: the regular face first, then others that may be there. */
  readonly sheets: readonly string[];
  /** Characters that the font is asked for. */
  readonly characters: RegExp;
  /** Only for texts in these languages, before any font without this. */
  readonly languages?: RegExp;
  /** Only for families of a theme that are of this kind. */
  readonly families?: RegExp;
  /** True for a font that does not come with Colophon: who needs it installs it. */
  readonly apart?: true;
}

const HAN = /[\p{Script=Han}\p{Script=Bopomofo}\u3000-\u303F\uFF00-\uFFEF]/u;
/** Signs that no other font has: `※`, `㈱`, `㊙`. */
const EAST_ASIAN_SIGNS = /[\u203B\u3200-\u32FF]/u;
const ANY = /./su;
/** With what makes emoji of other characters: their keys, and signs that are joined. */
const EMOJI = /[\p{Emoji_Presentation}\p{Emoji_Modifier}]|\u20E3|\u200D\p{ExtPict}/u;

/** Families of one width: lines that are drawn in code stay aligned. */
export const FIXED_WIDTH = /\b(?:Mono|Code|Typewriter|Courier)\b/i;
const SANS = /\bSans\b/i;

const REGULAR = ["400.css"];
const WITH_BOLD = ["400.css", "700.css"];
const WITH_ITALIC = ["400.css", "700.css", "400-italic.css"];
const VARIABLE = ["index.css"];

/** Scripts with a font among the dependencies. */
const BUNDLED = new Set(["@fontsource/noto-naskh-arabic", "@fontsource/noto-serif-hebrew"]);

const han = (region: string): string => `@fontsource-variable/noto-serif-${region}`;

/** In the order in which they are tried. */
export const FALLBACK_FONTS: readonly FallbackFont[] = [
  { package: "@fontsource/dejavu-mono", sheets: REGULAR, characters: ANY, families: FIXED_WIDTH },
  { package: "@fontsource/source-sans-3", sheets: WITH_ITALIC, characters: ANY, families: SANS },
  { package: "@fontsource/source-serif-4", sheets: WITH_ITALIC, characters: ANY },
  {
    package: han("jp"),
    sheets: VARIABLE,
    characters: KANA,
  },
  { package: han("kr"), sheets: VARIABLE, characters: /[\p{Script=Hangul}]/u },
  { package: han("jp"), sheets: VARIABLE, characters: HAN, languages: /^ja\b/i },
  { package: han("kr"), sheets: VARIABLE, characters: HAN, languages: /^ko\b/i },
  {
    package: han("tc"),
    sheets: VARIABLE,
    characters: HAN,
    languages: /^(?:zh-(?:.*-)?(?:Hant|TW|HK|MO)|yue)\b/i,
  },
  { package: han("sc"), sheets: VARIABLE, characters: HAN },
  { package: han("tc"), sheets: VARIABLE, characters: HAN },
  { package: han("jp"), sheets: VARIABLE, characters: HAN },
  ...SCRIPTS.flatMap((script) =>
    packagesOf(script).map((name) => ({
      package: name,
      sheets: name.startsWith("@fontsource-variable/") ? VARIABLE : WITH_BOLD,
      characters: script.characters,
      ...(BUNDLED.has(name) ? {} : { apart: true as const }),
    })),
  ),
  { package: "@fontsource-variable/noto-emoji", sheets: VARIABLE, characters: EMOJI },
  { package: "@fontsource/noto-sans-math", sheets: REGULAR, characters: ANY },
  { package: "@fontsource/noto-sans-symbols-2", sheets: REGULAR, characters: ANY },
  { package: "@fontsource-variable/noto-sans-symbols", sheets: VARIABLE, characters: ANY },
  { package: "@fontsource-variable/noto-emoji", sheets: VARIABLE, characters: ANY },
  ...["jp", "sc", "kr"].map((region) => ({
    package: han(region),
    sheets: VARIABLE,
    characters: EAST_ASIAN_SIGNS,
  })),
  {
    package: "@fontsource/noto-music",
    sheets: REGULAR,
    characters: /[\u{1D000}-\u{1D24F}]/u,
    apart: true,
  },
  // The asterism, with which many authors part scenes, is in few fonts.
  { package: "@expo-google-fonts/literata", sheets: ["400Regular"], characters: ANY },
  { package: "@fontsource/dejavu-mono", sheets: REGULAR, characters: ANY },
];
