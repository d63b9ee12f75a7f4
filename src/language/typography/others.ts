/**
 * Languages of which only the certain is known here: quotation marks (CLDR 45, delimiters), apostrophes, dashes,
 * points, that a number stays with its word, and in Slavic languages a word of one letter with the next one. Without a typography are those whose straight marks may be
 * something else (the gershayim of Hebrew), or whose books and CLDR differ (Arabic, Chinese, Japanese).
 */
import { NUMBER_FORMS, type Numbered } from "../words/number-forms.js";
import { tableOf, wordLanguage } from "../words/tables.js";
import { POINTS_AND_DASHES } from "./common.js";
import {
  bindLetters,
  bindNumbers,
  bindUnits,
  type QuotePair,
  type Rule,
  type Typography,
  UNITS,
} from "./rules.js";

const CURLY: QuotePair = ["“", "”"];
const CURLY_SINGLE: QuotePair = ["‘", "’"];
const LOW: QuotePair = ["„", "“"];
const LOW_SINGLE: QuotePair = ["‚", "‘"];
const LOW_HIGH: QuotePair = ["„", "”"];
const ANGLES: QuotePair = ["«", "»"];
const ANGLE_SINGLE: QuotePair = ["‹", "›"];
/** Both marks are the same in Finnish and Swedish. */
const HIGH: QuotePair = ["”", "”"];
const HIGH_SINGLE: QuotePair = ["’", "’"];

type Marks = readonly [outer: QuotePair, inner: QuotePair, single?: QuotePair];

const MARKS: Readonly<Record<string, Marks>> = {
  af: [CURLY, CURLY_SINGLE],
  be: [ANGLES, LOW],
  bg: [LOW, LOW, LOW_SINGLE],
  ca: [ANGLES, CURLY],
  cs: [LOW, LOW_SINGLE, LOW_SINGLE],
  cy: [CURLY, CURLY_SINGLE],
  da: [CURLY, CURLY_SINGLE],
  el: [ANGLES, CURLY],
  et: [LOW, LOW_SINGLE, LOW_SINGLE],
  eu: [ANGLES, CURLY],
  fa: [ANGLES, ANGLE_SINGLE, ANGLE_SINGLE],
  fi: [HIGH, HIGH_SINGLE, HIGH_SINGLE],
  ga: [CURLY, CURLY_SINGLE],
  gl: [ANGLES, CURLY],
  hi: [CURLY, CURLY_SINGLE],
  hr: [LOW_HIGH, CURLY_SINGLE],
  hu: [LOW_HIGH, ["»", "«"]],
  id: [CURLY, CURLY_SINGLE],
  is: [LOW, LOW_SINGLE, LOW_SINGLE],
  ko: [CURLY, CURLY_SINGLE],
  lt: [LOW, LOW, LOW_SINGLE],
  lv: [CURLY, CURLY_SINGLE],
  mk: [LOW, LOW_SINGLE, LOW_SINGLE],
  mt: [CURLY, CURLY_SINGLE],
  nb: [ANGLES, CURLY_SINGLE],
  nl: [CURLY, CURLY_SINGLE],
  nn: [ANGLES, CURLY_SINGLE],
  pl: [LOW_HIGH, ANGLES],
  pt: [CURLY, CURLY_SINGLE],
  "pt-pt": [ANGLES, CURLY],
  ro: [LOW_HIGH, ANGLES],
  ru: [ANGLES, LOW],
  sk: [LOW, LOW_SINGLE, LOW_SINGLE],
  sl: [LOW, LOW_SINGLE, LOW_SINGLE],
  sq: [ANGLES, CURLY],
  sv: [HIGH, HIGH_SINGLE, HIGH_SINGLE],
  tr: [CURLY, CURLY_SINGLE],
  uk: [ANGLES, LOW],
  vi: [CURLY, CURLY_SINGLE],
};

/** Words of one letter that stand at the end of no line, by language (capitals follow from these). */
const LETTERS: Readonly<Record<string, string>> = {
  be: "абзійоуўя",
  cs: "aikosuvz",
  pl: "aiouwz",
  ru: "авикосуя",
  sk: "aikosuvz",
  uk: "абвзійоуяє",
};

/** What texts name with a number. */
const KINDS = ["chapter", "part", "appendix", "figure", "table", "equation", "page"] as const;

/** The typography of each, by its tag in small letters. */
export const OTHERS: Readonly<Record<string, Typography>> = Object.fromEntries(
  Object.entries(MARKS).map(([tag, [outer, inner, single = CURLY_SINGLE]]) => [
    tag,
    {
      quotes: [outer, inner],
      single,
      before: POINTS_AND_DASHES,
      after: [bindUnits(UNITS), ...numbersOf(tag), ...lettersOf(tag)],
    },
  ]),
);

/** A word keeps the number after it, in capitals and small letters: `Рисунок 3`, `глава 2`, `s. 27`. */
function numbersOf(tag: string): readonly Rule[] {
  const table = wordLanguage(tag);
  if (table === undefined) return [];
  const words = tableOf(table);
  const before = KINDS.filter((kind) => !isBehind(table, kind)).map((kind) => words[kind]);
  const all = [...before, ...(isBehind(table, "page") ? [] : [words["page-short"]])];
  const both = all
    .flatMap((word) => [word, word.toLocaleLowerCase(table)])
    .filter((word) => !/\s/.test(word));
  return both.length === 0 ? [] : [bindNumbers([...new Set(both)].join(" "))];
}

function lettersOf(tag: string): readonly Rule[] {
  const letters = LETTERS[tag];
  return letters === undefined ? [] : [bindLetters(letters + letters.toLocaleUpperCase(tag))];
}

function isBehind(table: string, kind: Numbered): boolean {
  return NUMBER_FORMS[table]?.[kind] !== undefined;
}
