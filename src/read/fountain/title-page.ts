/** The title page of a script: keys with their values, from the first line to the first empty one (Fountain 1.1, Title Page). */
import type { ScriptLine, TitleEntry } from "./script.js";

/** What the standard and the tools for writing scripts put on title pages. */
const KNOWN = new Set(
  `title, credit, author, authors, source, notes, draft date, date, contact, contact info, copyright, revision,
  language, lang, format, font`.split(/\s*,\s*/),
);

const KEY = /^([\p{L}][\p{L}\d ._-]{0,30}?)[ \t]*:(.*)$/u;

export interface FoundTitlePage {
  readonly entries: readonly TitleEntry[];
  /** How many lines of the script it takes. */
  readonly lines: number;
}

/** Nothing in a script that begins with something else: `FADE IN:` is no key. */
export function titlePageOf(lines: readonly ScriptLine[]): FoundTitlePage {
  const first = lines.findIndex(({ text }) => text.trim() !== "");
  const rest = lines.slice(first).findIndex(({ text }) => text.trim() === "");
  const end = rest < 0 ? lines.length : first + rest;
  const block = first < 0 ? [] : withoutMargin(lines.slice(first, end));
  const isPage =
    keyOf(block[0]?.text ?? "") !== undefined && block.some(({ text }) => KNOWN.has(keyOf(text) ?? ""));
  return isPage ? { entries: entriesOf(block), lines: end } : { entries: [], lines: 0 };
}

/** Some writers indent the page as a whole: what is in line with its first line is a key. */
function withoutMargin(block: readonly ScriptLine[]): readonly ScriptLine[] {
  const [margin = ""] = /^[ \t]*/.exec(block[0]!.text) ?? [];
  return block.map((line) =>
    line.text.startsWith(margin)
      ? { text: line.text.slice(margin.length), at: line.at + margin.length }
      : line,
  );
}

/** Values stand behind the key, or on the lines below it, which are indented. */
function entriesOf(block: readonly ScriptLine[]): TitleEntry[] {
  const entries: { key: string; at: number; lines: ScriptLine[] }[] = [];
  for (const line of block) {
    const key = keyOf(line.text);
    const entry = key === undefined ? entries.at(-1)! : { key, at: line.at, lines: [] };
    if (key !== undefined) entries.push(entry);
    const value = key === undefined ? line.text : line.text.slice(line.text.indexOf(":") + 1);
    const start = line.text.length - value.trimStart().length;
    if (value.trim() !== "") entry.lines.push({ text: value.trim(), at: line.at + start });
  }
  return entries;
}

function keyOf(line: string): string | undefined {
  return /^[ \t]/.test(line) ? undefined : KEY.exec(line)?.[1]?.toLowerCase();
}

/** The text of an entry, as one line, without marks of emphasis. */
export function plainEntry(entries: readonly TitleEntry[], ...keys: readonly string[]): string | undefined {
  const found = entries.find(({ key, lines }) => keys.includes(key) && lines.length > 0);
  return found?.lines.map(({ text }) => text.replace(/(?<!\\)[*_]+/g, "")).join(" ");
}
