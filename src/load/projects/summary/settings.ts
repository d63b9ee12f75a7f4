/**
 * What mdBook (`book.toml`) and GitBook (`book.json`, `.gitbook.yaml`) say of a book beside its
 * `SUMMARY.md`. Only what a publication has is read; the rest is about web sites.
 */
import type { Report } from "../../../diagnostics/diagnostic.js";
import type { Folder } from "../../../input/folder.js";
import type { Facts } from "../../outline/facts.js";
import { factsOf } from "../../outline/metadata.js";
import { findSettings, type SettingsText } from "../../outline/settings-file.js";
import { textOf, textsOf, valuesOf } from "../../outline/values.js";
import { type FoundTextSettings, textSettings } from "./text-settings.js";

export interface Settings extends Facts, FoundTextSettings {
  /** Folder of the texts, relative to the publication's folder. */
  readonly content?: string;
  /** What its texts may use outside of the folder. */
  readonly allow?: readonly string[];
  /** Path of the summary, relative to `content`. */
  readonly summary?: string;
}

const FILES = ["book.toml", "book.json", ".gitbook.yaml"];

const sayInJson = (language: string) => `Write \`"language": "${language}"\` in book.json`;
const sayInToml = (language: string) => `Write \`language = "${language}"\` below \`[book]\` in book.toml`;
const sayInYaml = (language: string) => `Write \`language: ${language}\` in .gitbook.yaml`;

const NOTHING_SAID: Settings = {
  people: [],
  place: () => ({ file: "SUMMARY.md", line: 1, column: 1 }),
  sayLanguage: sayInJson,
};

/** The settings of the first of the files that is there; what cannot be read is reported. */
export async function readSettings(folder: Folder, report: Report): Promise<Settings> {
  const settings = await findSettings(FILES, folder, report);
  if (settings === undefined) return NOTHING_SAID;
  const found = settings.file === "book.toml" ? mdBookSettings(settings) : gitBookSettings(settings);
  return { ...found, ...(await textSettings(settings, folder, report)) };
}

/** https://rust-lang.github.io/mdBook/format/configuration/general.html */
function mdBookSettings(settings: SettingsText): Settings {
  const { data, values } = settings;
  // Before 0.0.16 mdBook had its keys at the top.
  const book = { ...values, ...valuesOf(values.book) };
  const allow = textsOf(valuesOf(valuesOf(values.output).colophon).allow);
  return {
    ...factsOf({ settings, values: book, sayLanguage: sayInToml }),
    ...(data === undefined ? {} : { content: textOf(book.src) ?? "src" }),
    ...(allow.length === 0 ? {} : { allow }),
  };
}

function gitBookSettings(settings: SettingsText): Settings {
  const { file, values } = settings;
  const content = textOf(values.root);
  const summary = textOf(valuesOf(values.structure).summary);
  const sayLanguage = file === "book.json" ? sayInJson : sayInYaml;
  return {
    ...factsOf({ settings, values, sayLanguage }),
    ...(content === undefined ? {} : { content }),
    ...(summary === undefined ? {} : { summary }),
  };
}
