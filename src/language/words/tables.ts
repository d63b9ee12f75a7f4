/** The tables of the book's own words, and which of them a language reads. */
import { ar } from "./ar.js";
import { bg } from "./bg.js";
import { ca } from "./ca.js";
import { cs } from "./cs.js";
import { da } from "./da.js";
import { de } from "./de.js";
import { el } from "./el.js";
import { en } from "./en.js";
import { es } from "./es.js";
import { et } from "./et.js";
import { eu } from "./eu.js";
import { fa } from "./fa.js";
import { fi } from "./fi.js";
import { fr } from "./fr.js";
import { ga } from "./ga.js";
import { he } from "./he.js";
import { hi } from "./hi.js";
import { hr } from "./hr.js";
import { hu } from "./hu.js";
import { id } from "./id.js";
import { it } from "./it.js";
import { ja } from "./ja.js";
import { ko } from "./ko.js";
import { lt } from "./lt.js";
import { lv } from "./lv.js";
import { mt } from "./mt.js";
import { nb } from "./nb.js";
import { nl } from "./nl.js";
import { nn } from "./nn.js";
import { pl } from "./pl.js";
import { pt } from "./pt.js";
import { ro } from "./ro.js";
import { ru } from "./ru.js";
import { sk } from "./sk.js";
import { sl } from "./sl.js";
import { sv } from "./sv.js";
import { tr } from "./tr.js";
import { uk } from "./uk.js";
import { deCH, ptPT } from "./variants.js";
import { vi } from "./vi.js";
import type { Words } from "./words.js";
import { zhHans } from "./zh-hans.js";
import { zhHant } from "./zh-hant.js";

const TABLES: Readonly<Record<string, Words>> = {
  ...{ ar, bg, ca, cs, da, de, "de-CH": deCH, el, en, es, et, eu, fa, fi, fr, ga, he, hi, hr, hu, id, it },
  ...{ ja, ko, lt, lv, mt, nb, nl, nn, pl, pt, "pt-PT": ptPT, ro, ru, sk, sl, sv, tr, uk, vi },
  ...{ "zh-Hans": zhHans, "zh-Hant": zhHant },
};

/** The tags of all tables: `de`, `de-CH`, `zh-Hans`. */
export const WORD_LANGUAGES: readonly string[] = Object.keys(TABLES);

export function tableOf(tag: string): Words {
  return TABLES[tag] ?? en;
}

const known = new Map<string, string | undefined>();

/**
 * The tag of the table that a language reads; undefined when there is none for it.
 *
 * Regions and scripts fall back as in CLDR: `zh-TW` is written in traditional characters, `no` is Bokmål,
 * Portuguese is that of Brazil in Brazil and without a region, and that of Portugal elsewhere.
 *
 * @param language BCP 47 tag.
 */
export function wordLanguage(language: string): string | undefined {
  if (!known.has(language)) known.set(language, findTable(language));
  return known.get(language);
}

function findTable(language: string): string | undefined {
  let locale: Intl.Locale;
  try {
    locale = new Intl.Locale(language).maximize();
  } catch {
    return undefined;
  }
  const primary = ALIASES[locale.language] ?? locale.language;
  const variant = variantOf(primary, locale);
  const [tag] = [variant, primary].filter((each) => each !== undefined && Object.hasOwn(TABLES, each));
  return tag !== undefined && SCRIPTS[primary]?.includes(locale.script ?? "") === false ? undefined : tag;
}

const ALIASES: Readonly<Record<string, string>> = { no: "nb", cmn: "zh", yue: "zh" };

function variantOf(primary: string, { region, script }: Intl.Locale): string | undefined {
  if (primary === "zh") return `zh-${script}`;
  if (primary === "de" && (region === "CH" || region === "LI")) return "de-CH";
  return primary === "pt" && region !== "BR" ? "pt-PT" : undefined;
}

/** Languages that are also written in a script that their table is not in. */
const SCRIPTS: Readonly<Record<string, readonly string[]>> = { ro: ["Latn"], tr: ["Latn"], fa: ["Arab"] };
