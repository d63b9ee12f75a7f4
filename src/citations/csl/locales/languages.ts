/** The languages that citations speak: five in full, the others in the words that styles ask for most. */
import { wordLanguage } from "../../../language/words/tables.js";
import { coreLocale, withMarksOf } from "./core-locale.js";
import { CORE_ROWS } from "./core-terms.js";
import { de } from "./de.js";
import { en, enGB } from "./en.js";
import { es } from "./es.js";
import { fr } from "./fr.js";
import { it } from "./it.js";
import type { LocaleData } from "./locale-data.js";

const core = Object.keys(CORE_ROWS).flatMap((language): [string, LocaleData][] => {
  const data = coreLocale(language);
  return data ? [[language, data]] : [];
});

export const LANGUAGES: ReadonlyMap<string, LocaleData> = new Map([
  ...core,
  ...Object.entries({ de, "de-CH": withMarksOf("de-CH", de), en, es, fr, it }),
  ["pt-PT", withMarksOf("pt-PT", coreLocale("pt")!)],
]);

/** Everywhere else English has the day first, and punctuation follows the sense (not the quotation mark). */
const AMERICAN = /^en(?:-Latn)?(?:-(?:US|CA))?(?:-x-.*)?$/i;

/** @param tag BCP 47. English when there is none of that language. */
export function localeData(tag: string): LocaleData {
  const primary = tag.split("-")[0]!.toLowerCase();
  if (primary === "en") return AMERICAN.test(tag) ? en : enGB;
  const table = wordLanguage(tag) ?? primary;
  return LANGUAGES.get(table) ?? LANGUAGES.get(table.split("-")[0]!) ?? en;
}
