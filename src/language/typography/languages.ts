/** The typography of each language, by BCP 47 tag. */
import { wordLanguage } from "../words/tables.js";
import { english } from "./english.js";
import { canadianFrench, french } from "./french.js";
import { german, swissGerman } from "./german.js";
import { italian } from "./italian.js";
import { OTHERS } from "./others.js";
import type { Typography } from "./rules.js";
import { russian } from "./russian.js";
import { spanish } from "./spanish.js";

const TABLE: ReadonlyMap<string, Typography> = new Map(
  Object.entries({
    ...OTHERS,
    de: german,
    "de-ch": swissGerman,
    en: english,
    es: spanish,
    fr: french,
    "fr-ca": canadianFrench,
    it: italian,
    ru: russian,
  }),
);

/** The rules of a language; undefined when it has none here, and text stays as it was typed. */
export function typographyOf(language: string): Typography | undefined {
  if (!known.has(language)) known.set(language, findTypography(language));
  return known.get(language);
}

/** Asked for every text of a book. */
const known = new Map<string, Typography | undefined>();

/** That of the country, else of the country whose words it reads: Angola writes as Portugal does. */
function findTypography(language: string): Typography | undefined {
  const tag = language.toLowerCase();
  const [primary = ""] = tag.split("-");
  const region = /^[a-z]+(?:-[a-z]{4})?-([a-z]{2}|\d{3})(?:-|$)/.exec(tag)?.[1];
  const table = wordLanguage(language)?.toLowerCase() ?? primary;
  return TABLE.get(`${primary}-${region}`) ?? TABLE.get(table) ?? TABLE.get(primary);
}
