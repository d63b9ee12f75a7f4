/** What a project of Pandoc says of its book: in its command, in files of metadata, at the top of its texts. */
import { posix } from "node:path";
import type { Report } from "../../../diagnostics/diagnostic.js";
import type { Folder } from "../../../input/folder.js";
import type { Facts } from "../../outline/facts.js";
import { frontMatterIn } from "../../outline/front-matter.js";
import { factsOf, joinedFacts } from "../../outline/metadata.js";
import { plainSettings, readSettingsText, type SettingsText, textIn } from "../../outline/settings-file.js";
import type { Values } from "../../outline/values.js";
import type { PandocBook } from "./book.js";

/** What the commands for one book say, the earlier ones over the later. */
export async function factsOfBooks(
  books: readonly PandocBook[],
  folder: Folder,
  report: Report,
): Promise<Facts> {
  const all: Facts[] = [];
  for (const book of books) all.push(...(await factsOfBook(book, folder, report)));
  return all.reduce((before, each) => joinedFacts(before, each));
}

/** In the order in which they count: a later one says what none before it says. */
async function factsOfBook(book: PandocBook, folder: Folder, report: Report): Promise<readonly Facts[]> {
  const { options, folder: from } = book;
  const named = (name: string) => (options.get(name) ?? []).map((each) => posix.join(from, each));
  const said: SettingsText[] = [placed(book, valuesOfCommand(book))];
  const [first] = book.texts;
  for (const file of [...book.metadata, ...(first === undefined ? [] : [first]), ...named("metadata-file")]) {
    const text = await textIn(file, folder);
    if (text !== undefined) said.push(settingsIn(text, file, report));
  }
  for (const file of named("epub-metadata")) {
    const text = await textIn(file, folder);
    if (text !== undefined) said.push(plainSettings(file, dublinCore(text)));
  }
  return said.map((settings) => factsOfOne(settings, book));
}

/** Paths count from the folder that the command runs in, whatever file names them. */
function factsOfOne(settings: SettingsText, book: PandocBook): Facts {
  const sayLanguage = (language: string) =>
    `Write \`-M lang=${language}\` in the command of Pandoc in ${book.file}, or \`lang: ${language}\` in the metadata`;
  const counted = { ...settings, file: posix.join(book.folder, "metadata.yaml") };
  return { ...factsOf({ settings: counted, sayLanguage }), file: settings.file };
}

function settingsIn(text: string, file: string, report: Report): SettingsText {
  const top = frontMatterIn(text, file, report);
  if (top !== undefined) return top;
  return /\.ya?ml$/i.test(file) ? readSettingsText(text, file, report) : plainSettings(file);
}

function placed(book: PandocBook, values: Values): SettingsText {
  const { file, line } = book;
  return { file, data: values, values, place: () => ({ file, line, column: 1 }) };
}

/** Options that say what a key of the metadata says, by its name. */
const SAID_BY = ["bibliography", "csl", "epub-cover-image"];

function valuesOfCommand({ options, values }: PandocBook): Values {
  const pairs = [...(options.get("variable") ?? []), ...(options.get("metadata") ?? [])].map((each) => {
    const [, key = each, value = ""] = /^([^:=]+)[:=](.*)$/s.exec(each) ?? [];
    return [key, value] as const;
  });
  const named = SAID_BY.flatMap((name) => (options.has(name) ? [[name, options.get(name)] as const] : []));
  return { ...values, ...Object.fromEntries([...pairs, ...named]) };
}

/** The elements of Dublin Core in `--epub-metadata`. */
function dublinCore(text: string): Values {
  const values: Record<string, string[]> = {};
  for (const [, name = "", value = ""] of text.matchAll(/<dc:(\w+)[^>]*>([^<]+)<\/dc:\1>/g)) {
    values[name] = [...(values[name] ?? []), value];
  }
  return values;
}
