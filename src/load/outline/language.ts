/**
 * The language of a project that does not say it: found from the letters of its texts and the name of its
 * folder (`ko/`, `fa-ir/` beside GitBook's `LANGS.md`), and told, so that it can be set right.
 */
import { basename } from "node:path";
import { diagnostic, type Report } from "../../diagnostics/diagnostic.js";
import type { Folder } from "../../input/folder.js";
import { languageOf } from "../../language/detect.js";
import { canonicalLanguage, languageStanding, likelyLanguage } from "../../language/tag.js";
import type { Facts } from "./facts.js";
import { sampleOf } from "./sample.js";

/** What mdBook takes when nothing is said. */
export const DEFAULT_LANGUAGE = "en";
/** Letters of the file that lists the texts. */
const MOST_WORDS = 20_000;

export interface LanguageSource {
  readonly facts: Facts;
  /** A text that counts too: the titles of the summary. */
  readonly words: string;
  /** Folder of the texts, and texts that are there; relative to the publication's folder. */
  readonly content: string;
  readonly files: readonly string[];
  readonly folder: Folder;
}

/** @returns a tag that is well-formed. What is not said, or said wrong, is reported. */
export async function settledLanguage(source: LanguageSource, report: Report): Promise<string> {
  const { facts } = source;
  const { language } = facts;
  if (language !== undefined && languageStanding(language) !== "bad") return canonicalLanguage(language);
  const found = await foundLanguage(source);
  if (language !== undefined) {
    const likely = likelyLanguage(language);
    const hint = likely === undefined ? "Write a BCP 47 tag: en, fr, de-CH" : `Did you mean \`${likely}\`?`;
    const message = `\`${language}\` is not a language tag`;
    report(diagnostic("unknown-language", message, facts.place("language"), hint));
    return likely ?? found ?? DEFAULT_LANGUAGE;
  }
  if (found !== undefined && found !== DEFAULT_LANGUAGE) {
    const message = `No language is set; the text seems to be in \`${found}\``;
    report(diagnostic("language-found", message, facts.place("language"), facts.sayLanguage(found)));
  }
  return found ?? DEFAULT_LANGUAGE;
}

/** Where the letters do not speak against it, the folder's name says more: `pt-BR`. */
async function foundLanguage(source: LanguageSource): Promise<string | undefined> {
  const { content, folder } = source;
  const written = languageOf(
    `${source.words.slice(0, MOST_WORDS)}\n\n${await sampleOf(source.files, folder)}`,
  );
  const named = [content, folder.root].map((path) => basename(path).replaceAll("_", "-")).find(isTag);
  if (named === undefined) return written;
  const tag = canonicalLanguage(named);
  return written === undefined || written.split("-")[0] === tag.split("-")[0] ? tag : written;
}

/** `fr`, `fa-ir`, `zh-hant`; no other name of a folder. */
function isTag(name: string): boolean {
  return /^[a-z]{2}(?:-(?:[a-z]{2}|hans|hant))?$/i.test(name) && languageStanding(name) === "known";
}
