/**
 * The language of a project that does not say it: found from the letters of its texts and the name of its
 * folder (`ko/`, `fa-ir/` beside GitBook's `LANGS.md`), and told, so that it can be set right.
 */
import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { diagnostic, type Report } from "../../../diagnostics/diagnostic.js";
import type { Folder } from "../../../input/folder.js";
import { languageOf } from "../../../language/detect.js";
import { canonicalLanguage, languageStanding, likelyLanguage } from "../../../language/tag.js";
import type { Settings } from "./settings.js";

/** What mdBook takes when nothing is said. */
export const DEFAULT_LANGUAGE = "en";
/** A few texts tell it as well as all; the first ones are often a title page and a list. */
const MOST_FILES = 8;
const MOST_LETTERS = 20_000;

export interface LanguageSource {
  readonly settings: Settings;
  /** The text of the summary: its titles count too. */
  readonly summary: string;
  /** Folder of the texts, and texts that are there; relative to the publication's folder. */
  readonly content: string;
  readonly files: readonly string[];
  readonly folder: Folder;
}

/** @returns a tag that is well-formed. What is not said, or said wrong, is reported. */
export async function settledLanguage(source: LanguageSource, report: Report): Promise<string> {
  const { settings } = source;
  const { language } = settings;
  if (language !== undefined && languageStanding(language) !== "bad") return canonicalLanguage(language);
  const found = await foundLanguage(source);
  if (language !== undefined) {
    const likely = likelyLanguage(language);
    const hint = likely === undefined ? "Write a BCP 47 tag: en, fr, de-CH" : `Did you mean \`${likely}\`?`;
    const message = `\`${language}\` is not a language tag`;
    report(diagnostic("unknown-language", message, settings.place("language"), hint));
    return likely ?? found ?? DEFAULT_LANGUAGE;
  }
  if (found !== undefined && found !== DEFAULT_LANGUAGE) {
    const message = `No language is set; the text seems to be in \`${found}\``;
    report(diagnostic("language-found", message, settings.place("language"), howToSay(settings, found)));
  }
  return found ?? DEFAULT_LANGUAGE;
}

function howToSay({ file }: Settings, language: string): string {
  if (file === "book.toml") return `Write \`language = "${language}"\` below \`[book]\` in book.toml`;
  if (file === ".gitbook.yaml") return `Write \`language: ${language}\` in .gitbook.yaml`;
  return `Write \`"language": "${language}"\` in book.json`;
}

/** Where the letters do not speak against it, the folder's name says more: `pt-BR`. */
async function foundLanguage(source: LanguageSource): Promise<string | undefined> {
  const { content, folder } = source;
  const written = languageOf(await sample(source));
  const named = [content, folder.root].map((path) => basename(path).replaceAll("_", "-")).find(isTag);
  if (named === undefined) return written;
  const tag = canonicalLanguage(named);
  return written === undefined || written.split("-")[0] === tag.split("-")[0] ? tag : written;
}

/** `fr`, `fa-ir`, `zh-hant`; no other name of a folder. */
function isTag(name: string): boolean {
  return /^[a-z]{2}(?:-(?:[a-z]{2}|hans|hant))?$/i.test(name) && languageStanding(name) === "known";
}

async function sample({ summary, files, folder }: LanguageSource): Promise<string> {
  const step = Math.max(1, Math.floor(files.length / MOST_FILES));
  const chosen = files.filter((_, index) => index % step === 0).slice(0, MOST_FILES);
  const texts = await Promise.all(
    chosen.map((file) => readFile(join(folder.root, file), "utf8").catch(() => "")),
  );
  return [summary, ...texts].map((text) => text.slice(0, MOST_LETTERS)).join("\n\n");
}
