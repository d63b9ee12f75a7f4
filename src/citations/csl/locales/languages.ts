/** The languages that citations speak: five in full, the others in the words that styles ask for most. */
import { coreLocale } from "./core-locale.js";
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
  ...Object.entries({ de, en, es, fr, it }),
]);

/** Everywhere else English has the day first, and punctuation follows the sense (not the quotation mark). */
const AMERICAN = /^en(?:-Latn)?(?:-(?:US|CA))?(?:-x-.*)?$/i;

/** @param tag BCP 47. English when there is none of that language. */
export function localeData(tag: string): LocaleData {
  const primary = tag.split("-")[0]!.toLowerCase();
  if (primary === "en") return AMERICAN.test(tag) ? en : enGB;
  if (primary === "zh") return LANGUAGES.get(/-(?:Hant|TW|HK|MO)\b/i.test(tag) ? "zh-Hant" : "zh")!;
  return LANGUAGES.get(primary === "no" ? "nb" : primary) ?? en;
}
