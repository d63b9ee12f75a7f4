/** Scripts for the screen and the stage, in Fountain. */
import type { OwnFacts, SourceReader } from "../source-reader.js";
import { linesOf } from "./lines.js";
import { plainEntry, titlePageOf } from "./title-page.js";

export const fountain: SourceReader = {
  endings: [".fountain"],
  /** All that is spoken and described: its marks are few, and no words. */
  glance: (text) => text,
  says,
  prepare: async (_, text) => ({ text, inputs: [] }),
  parser: async () => (await import("./parse.js")).parseFile,
};

/** The keys of a title page by those of front matter. */
const KEYS = {
  title: ["title"],
  author: ["author", "authors"],
  date: ["draft date", "date"],
  copyright: ["copyright"],
  lang: ["language", "lang"],
} as const;

function says(text: string): OwnFacts {
  const lines = linesOf(text.replace(/^\uFEFF/, "").replaceAll(/\r\n?/g, "\n"));
  const { entries } = titlePageOf(lines);
  const values: Record<string, string> = {};
  const places: Record<string, number> = {};
  for (const [name, keys] of Object.entries(KEYS)) {
    const value = plainEntry(entries, ...keys);
    if (value === undefined) continue;
    values[name] = value;
    const entry = entries.find(({ key }) => (keys as readonly string[]).includes(key))!;
    places[name] = lines.findLastIndex(({ at }) => at <= entry.at) + 1;
  }
  return { values, lines: places, languageKey: "Language" };
}
