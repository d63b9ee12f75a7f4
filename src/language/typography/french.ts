/**
 * French, after the Lexique des règles typographiques en usage à l’Imprimerie nationale.
 *
 * Inside « » and before a colon is the space of words, which no line ends at; before ; ! ? a narrow one. A space that
 * lets no line end, and that the author typed inside « », stays what it is.
 */
import { POINTS_AND_DASHES } from "./common.js";
import {
  bind,
  bindNumbers,
  bindTitles,
  bindUnits,
  GROUPS_OF_DIGITS,
  INITIALS,
  NARROW_NO_BREAK,
  NO_BREAK,
  type Rule,
  type Typography,
  UNITS,
} from "./rules.js";

/** What a sign may follow without a space in typed text and still belong to it. */
const INK = "[\\p{L}\\p{M}\\p{N}\\uFFFC)\\]»”’…%‰°€$]";
const AFTER_SIGN = "(?:[\\s)\\]»”’\"'….,–—\\uFFFC]|$)";

/** `; ! ?`, alone or several together. */
const HIGH_SIGNS: readonly Rule[] = [
  { find: /(?<=\S)[ \t\n\u00A0\u2009\u202F]+(?=[;!?])/gu, put: NARROW_NO_BREAK, when: /\s[;!?]/ },
  {
    find: new RegExp(`(?<=${INK})(?=[;!?]+${AFTER_SIGN})`, "gu"),
    put: NARROW_NO_BREAK,
    when: /[^\s;!?][;!?]/,
  },
];

const COLON: readonly Rule[] = [
  { find: /(?<=\S)[ \t\n]+(?=:)/g, put: NO_BREAK, when: /\s:/ },
  { find: new RegExp(`(?<=${INK})(?=:(?:[\\s\\uFFFC]|$))`, "gu"), put: NO_BREAK, when: /\S:/ },
];

const INSIDE_GUILLEMETS: readonly Rule[] = [
  { find: /(?<=«)[ \t\n]+(?=\S)|(?<=\S)[ \t\n]+(?=»)/g, put: NO_BREAK, when: /[«»]/ },
  { find: /(?<=«)(?=\S)|(?<=\S)(?=»)/g, put: NO_BREAK, when: /[«»]/ },
];

const NUMBERS: readonly Rule[] = [
  GROUPS_OF_DIGITS,
  { find: /(?<=\d)[ \t\n]*(?=[%‰€](?![\p{L}\p{N}])|°[CF](?![\p{L}\p{N}]))/gu, put: NO_BREAK, when: /[%‰€°]/ },
  bindUnits(`${UNITS} $ £ ¥ fr. fps i/s millions million milliards milliard milliers bits octets pixels
    janvier février mars avril mai juin juillet août septembre octobre novembre décembre`),
  bind("\\d[ \\u00A0\\u202F]h", "\\d", /\dh|\d\sh/),
  bind(
    "(?<![\\p{L}\\p{N}])1er",
    "(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)",
    /1er/,
  ),
  bind("(?<![\\p{L}\\p{N}])(?:[IVX]+|\\d+)(?:er|e)", "siècles?", /siècle/),
  // Sovereigns: Louis XIV, François Ier.
  bind("\\p{Lu}\\p{Ll}+", "(?:[IVX]{2,}|Ier|Ire)(?![\\p{L}\\p{N}])", /\s(?:[IVX]{2}|I[er]{2})/),
  { find: /(?<=(?<![\p{L}\p{N}])[nN][°º])[ \t\n]*(?=\d)/gu, put: NO_BREAK, when: /[nN][°º]/ },
  bindNumbers(`p. pp. vol. t. chap. ch. art. al. fig. tabl. éd. col. fol. f. v. § §§ L. R. D. A.
    chapitre Chapitre chapitres figure Figure figures tableau Tableau article Article articles page Page pages
    tome Tome volume Volume section Section annexe Annexe note Note partie Partie programme Programme
    équation Équation numéro scène Scène acte Acte`),
];

const NAMES: readonly Rule[] = [bindTitles("M. MM. Mme Mmes Mlle Mlles Mgr Dr Drs Pr"), INITIALS];

const ROMAN = "(?=[IVXLC])(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})";

const base = {
  quotes: [
    ["«", "»"],
    ["“", "”"],
  ],
  single: ["‘", "’"],
  elisions: /^(?:\d\d|n|tit|tite|tits|tites|ti)(?![\p{L}\p{N}])/iu,
  before: POINTS_AND_DASHES,
  dashes: "bound",
  raised: new RegExp(
    [
      "(?<=(?<![\\p{L}\\p{N}.,-])1)(?:er|ers|re|res)(?![\\p{L}\\p{N}])",
      "(?<=(?<![\\p{L}\\p{N}.,-])2)(?:nd|nds|nde|ndes)(?![\\p{L}\\p{N}])",
      "(?<=(?<![\\p{L}\\p{N}.,-])(?:[2-9]|[1-9]\\d+))es?(?![\\p{L}\\p{N}])",
      "(?<=(?<![\\p{L}\\p{N}])I)(?:er|re)(?![\\p{L}\\p{N}])",
      `(?<=(?<![\\p{L}\\p{N}])(?=[IVXLC]{2})${ROMAN})es?(?![\\p{L}\\p{N}])`,
      // `Ve` and `Xe` alone may be something else.
      "(?<=(?<![\\p{L}\\p{N}])[VX])e(?=\\s(?:siècle|République|arrondissement|dynastie))",
    ].join("|"),
    "gu",
  ),
} as const satisfies Partial<Typography>;

export const french: Typography = {
  ...base,
  after: [...INSIDE_GUILLEMETS, ...HIGH_SIGNS, ...COLON, ...NUMBERS, ...NAMES],
};

/** In Canada `; ! ?` have no space before them (Office québécois de la langue française). */
export const canadianFrench: Typography = {
  ...base,
  after: [...INSIDE_GUILLEMETS, ...COLON, ...NUMBERS, ...NAMES],
};
