/** The languages of works: bibliographies have their names, codes of libraries (`ger`), or tags. */

/** Names in English and by LaTeX (babel, polyglossia), some in their own language. */
const LANGUAGES: Readonly<Record<string, string>> = {
  acadian: "fr-CA",
  american: "en-US",
  arabic: "ar",
  australian: "en-AU",
  austrian: "de-AT",
  basque: "eu",
  brazil: "pt-BR",
  brazilian: "pt-BR",
  british: "en-GB",
  bulgarian: "bg-BG",
  canadian: "en-CA",
  catalan: "ca-AD",
  chinese: "zh",
  croatian: "hr-HR",
  czech: "cs-CZ",
  danish: "da-DK",
  dutch: "nl-NL",
  english: "en-US",
  estonian: "et-EE",
  finnish: "fi-FI",
  francais: "fr-FR",
  french: "fr-FR",
  galician: "gl",
  german: "de-DE",
  germanb: "de-DE",
  greek: "el-GR",
  hebrew: "he-IL",
  hindi: "hi",
  hungarian: "hu-HU",
  icelandic: "is-IS",
  indonesian: "id",
  italian: "it-IT",
  japanese: "ja-JP",
  korean: "ko-KR",
  latin: "la",
  latvian: "lv-LV",
  lithuanian: "lt-LT",
  magyar: "hu-HU",
  mexican: "es-MX",
  naustrian: "de-AT",
  newzealand: "en-NZ",
  ngerman: "de-DE",
  norsk: "nb-NO",
  norwegian: "nb-NO",
  nswissgerman: "de-CH",
  nynorsk: "nn-NO",
  persian: "fa-IR",
  farsi: "fa-IR",
  polish: "pl-PL",
  portuges: "pt-PT",
  portuguese: "pt-PT",
  romanian: "ro-RO",
  russian: "ru-RU",
  serbian: "sr-RS",
  slovak: "sk-SK",
  slovene: "sl-SI",
  slovenian: "sl-SI",
  spanish: "es-ES",
  swedish: "sv-SE",
  swissgerman: "de-CH",
  turkish: "tr-TR",
  ukrainian: "uk-UA",
  ukenglish: "en-GB",
  usenglish: "en-US",
  vietnamese: "vi-VN",
  deutsch: "de-DE",
  español: "es-ES",
  français: "fr-FR",
  italiano: "it-IT",
  nederlands: "nl-NL",
  polski: "pl-PL",
  português: "pt-PT",
  русский: "ru-RU",
};

/** @returns a BCP 47 tag; what is no language that is known, as it is written. */
export function languageTag(name: string): string {
  const written = name.trim();
  const named = LANGUAGES[written.toLowerCase()];
  if (named !== undefined) return named;
  const tag = written.replaceAll("_", "-");
  if (!/^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/i.test(tag)) return written;
  try {
    return new Intl.Locale(tag).toString();
  } catch (error) {
    if (error instanceof RangeError) return written;
    throw error;
  }
}
