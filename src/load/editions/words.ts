/** An edition's own words: those of the publication, with its own in their place. */
import { diagnostic, type Report } from "../../diagnostics/diagnostic.js";
import { languageStanding } from "../../language/tag.js";
import { wordLanguage } from "../../language/words/tables.js";
import type { Edition } from "../../model/publication.js";
import type { Overridable } from "../schema/schema.js";
import type { Merged } from "./merged.js";

type Words = Readonly<Record<string, string>>;

/** Words of the publication are in its language: an edition in another language has none of them. */
export function mergedWords(
  shared: Pick<Overridable, "language" | "words">,
  own: Partial<Pick<Overridable, "language" | "words">>,
): Words | undefined {
  const isSame = own.language === undefined || primaryOf(own.language) === primaryOf(shared.language);
  const all = { ...(isSame ? given(shared.words) : {}), ...given(own.words) };
  return Object.keys(all).length === 0 ? undefined : all;
}

function primaryOf(language: string): string {
  return language.split("-")[0]!.toLowerCase();
}

function given(words: Overridable["words"]): Words {
  const entries = Object.entries(words ?? {});
  return Object.fromEntries(entries.flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])));
}

/** The words of an edition. That there are none in its language, here and in the publication file, is told. */
export function describedWords({ value, places, pathOf }: Merged, report: Report): Pick<Edition, "words"> {
  const { language, words } = value;
  if (words !== undefined) return { words: given(words) };
  if (wordLanguage(language) !== undefined || languageStanding(language) !== "known") return {};
  const name = new Intl.DisplayNames(["en"], { type: "language" }).of(language);
  const message = `Colophon has no words in ${name} (\`${language}\`): “Contents”, “Chapter”, “Figure” stand in the book in English`;
  const hint =
    "Give them in publication.yaml, as many as the book needs: `words: { toc: …, chapter: …, figure: … }`";
  report(diagnostic("words-missing", message, places.value(pathOf("language")), hint));
  return {};
}
