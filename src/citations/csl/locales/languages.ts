/** The languages that citations speak. */
import { de } from "./de.js";
import { en, enGB } from "./en.js";
import { es } from "./es.js";
import { fr } from "./fr.js";
import { it } from "./it.js";
import type { LocaleData } from "./locale-data.js";

export const LANGUAGES: ReadonlyMap<string, LocaleData> = new Map(Object.entries({ de, en, es, fr, it }));

/** Everywhere else English has the day first, and punctuation follows the sense (not the quotation mark). */
const AMERICAN = /^en(?:-Latn)?(?:-(?:US|CA))?(?:-x-.*)?$/i;

/** @param tag BCP 47. English when there is none of that language. */
export function localeData(tag: string): LocaleData {
  const primary = tag.split("-")[0]!.toLowerCase();
  if (primary === "en") return AMERICAN.test(tag) ? en : enGB;
  return LANGUAGES.get(primary) ?? en;
}
