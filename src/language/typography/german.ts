/** German, after the Duden and DIN 5008; Switzerland has guillemets without spaces. */
import { POINTS_AND_DASHES } from "./common.js";
import {
  bind,
  bindNumbers,
  bindTitles,
  bindUnits,
  GROUPS_OF_DIGITS,
  INITIALS,
  NARROW_NO_BREAK,
  type Rule,
  type Typography,
  UNITS,
} from "./rules.js";

const PAIRS =
  "z\\.B|Z\\.B|d\\.h|D\\.h|u\\.a|U\\.a|o\\.ä|o\\.Ä|u\\.U|v\\.a|V\\.a|s\\.o|s\\.u|z\\.T|Z\\.T|m\\.E|i\\.A|i\\.V|i\\.S|n\\.Chr|v\\.Chr";
const TRIPLES = "i\\.d\\.R|u\\.s\\.w|u\\.v\\.m|i\\.d\\.S|a\\.d\\.R";

/** `z. B.`: the points of an abbreviation of several words are followed by narrow spaces. */
const ABBREVIATIONS: readonly Rule[] = [...PAIRS.split("|"), ...TRIPLES.split("|")].map((each) => {
  const letters = each.split("\\.");
  const behind = (index: number) => letters.slice(0, index + 1).join("\\.[ \\n\\u00A0\\u202F]*");
  const ahead = (index: number) => letters.slice(index + 1).join("\\.[ \\n\\u00A0\\u202F]*");
  const places = letters.slice(1).map((_, index) => {
    return `(?<=(?<![\\p{L}\\p{N}.])${behind(index)}\\.)[ \\n\\u00A0]*(?!\\u202F)(?=${ahead(index)}\\.)`;
  });
  return {
    find: new RegExp(places.join("|"), "gu"),
    put: NARROW_NO_BREAK,
    when: new RegExp(`${letters.join("\\.\\s*")}\\.`),
  };
});

export const german: Typography = {
  quotes: [
    ["„", "“"],
    ["‚", "‘"],
  ],
  single: ["‚", "‘"],
  before: POINTS_AND_DASHES,
  after: [
    ...ABBREVIATIONS,
    GROUPS_OF_DIGITS,
    bindUnits(`${UNITS} % ‰ € $ £ Uhr Mio. Mrd. Millionen Milliarden`),
    bind(
      "(?<![\\p{L}\\p{N}])\\d{1,2}\\.",
      "(?:Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Jahrhundert)",
      /\d\.\s/,
    ),
    bindNumbers(`S. Nr. Bd. Bde. Abb. Tab. Kap. Abs. Art. Aufl. H. Jg. Sp. § §§ Abbildung Tabelle Kapitel Abschnitt
      Seite Teil Anhang Gleichung Listing Band`),
    bindTitles("Dr. Prof. Hr. Fr. Hrn. St."),
    INITIALS,
  ],
};

export const swissGerman: Typography = {
  ...german,
  quotes: [
    ["«", "»"],
    ["‹", "›"],
  ],
  single: ["‹", "›"],
};
