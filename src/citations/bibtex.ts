/**
 * Reads the syntax of BibTeX: entries, `@string`, `@comment`, `@preamble`, `#`.
 *
 * What the fields mean is told in `bibtex-item.ts`.
 */

export interface BibEntry {
  /** In lower case. */
  readonly type: string;
  readonly key: string;
  /** Names in lower case; values as written, without their outer braces or quotes. */
  readonly fields: ReadonlyMap<string, string>;
}

/** What is wrong, and where: an offset in the text. */
export class BibTexFault extends Error {
  readonly at: number;
  constructor(message: string, at: number) {
    super(message);
    this.at = at;
  }
}

const MONTHS: ReadonlyMap<string, string> = new Map(
  "jan feb mar apr may jun jul aug sep oct nov dec"
    .split(" ")
    .map((name, index) => [name, String(index + 1)]),
);

/** In characters. */
const LONGEST_VALUE = 1_000_000;
const DEEPEST = 200;

interface Reader {
  readonly text: string;
  at: number;
  readonly strings: Map<string, string>;
}

/**
 * @param strings what `@string` has called something so far, by names in lower case; those of the text are added.
 * @throws BibTexFault at the first place that is not BibTeX.
 */
export function parseBibTex(text: string, strings = new Map<string, string>()): BibEntry[] {
  const reader: Reader = { text, at: 0, strings };
  const entries: BibEntry[] = [];
  for (;;) {
    const at = text.indexOf("@", reader.at);
    if (at < 0) return entries;
    reader.at = at + 1;
    const entry = readEntry(reader);
    if (entry) entries.push(entry);
  }
}

function readEntry(reader: Reader): BibEntry | undefined {
  const start = reader.at - 1;
  const type = take(reader, /[A-Za-z]+/y)?.toLowerCase();
  skipSpace(reader);
  const open = reader.text[reader.at];
  // Outside of entries everything is a comment, an address with an `@` too.
  if (type === undefined || (open !== "{" && open !== "(")) return undefined;
  if (type === "comment") {
    if (open === "{") readDelimited(reader, "}");
    return undefined;
  }
  const close = open === "{" ? "}" : ")";
  reader.at++;
  if (type === "preamble") {
    readValue(reader);
    expect(reader, close, start);
    return undefined;
  }
  if (type === "string") {
    for (const [name, value] of readFields(reader, close, start)) reader.strings.set(name, value);
    return undefined;
  }
  skipSpace(reader);
  const key = take(reader, /[^\s,{}()="']+/y);
  if (key === undefined) throw new BibTexFault("the entry has no key", start);
  skipSpace(reader);
  if (reader.text[reader.at] === ",") reader.at++;
  return { type, key, fields: readFields(reader, close, start) };
}

function readFields(reader: Reader, close: string, start: number): Map<string, string> {
  const fields = new Map<string, string>();
  for (;;) {
    skipSpace(reader);
    if (reader.text[reader.at] === close) {
      reader.at++;
      return fields;
    }
    const at = reader.at;
    const name = take(reader, /[A-Za-z_][\w:.+/-]*/y);
    if (name === undefined) {
      const isEnd = reader.at >= reader.text.length;
      throw isEnd
        ? new BibTexFault("the entry is never closed", start)
        : new BibTexFault("a field name is missing here", at);
    }
    expect(reader, "=", at);
    fields.set(name.toLowerCase(), readValue(reader));
    skipSpace(reader);
    if (reader.text[reader.at] === ",") reader.at++;
    else if (reader.text[reader.at] !== close) {
      throw new BibTexFault(`a comma is missing after the field \`${name}\``, at);
    }
  }
}

function readValue(reader: Reader): string {
  let value = "";
  for (;;) {
    skipSpace(reader);
    const start = reader.at;
    const first = reader.text[start];
    if (first === "{" || first === '"') value += readDelimited(reader, first === "{" ? "}" : '"');
    else {
      const word = take(reader, /[^\s,{}()="#]+/y);
      if (word === undefined) throw new BibTexFault("a value is missing here", start);
      value += /^\d+$/.test(word) ? word : named(reader, word);
    }
    // Ten macros that each repeat the last ten times are more letters than there is room for.
    if (value.length > LONGEST_VALUE) throw new BibTexFault("a value gets longer than any work needs", start);
    skipSpace(reader);
    if (reader.text[reader.at] !== "#") return value.replace(/\s+/g, " ").trim();
    reader.at++;
  }
}

function named({ strings }: Reader, word: string): string {
  const name = word.toLowerCase();
  return strings.get(name) ?? MONTHS.get(name) ?? word;
}

function readDelimited(reader: Reader, close: string): string {
  const start = reader.at;
  let depth = 0;
  for (let at = start + 1; at < reader.text.length; at++) {
    const character = reader.text[at]!;
    if (character === "\\") at++;
    else if (depth === 0 && character === close) {
      reader.at = at + 1;
      return reader.text.slice(start + 1, at);
    } else if (character === "{") {
      depth++;
      if (depth > DEEPEST) throw new BibTexFault("braces are nested too deeply", at);
    } else if (character === "}") depth--;
  }
  throw new BibTexFault("a value is never closed", start);
}

function take(reader: Reader, pattern: RegExp): string | undefined {
  pattern.lastIndex = reader.at;
  const match = pattern.exec(reader.text)?.[0];
  if (match !== undefined) reader.at += match.length;
  return match;
}

function skipSpace(reader: Reader): void {
  take(reader, /(?:\s|%[^\n]*\n)*/y);
}

function expect(reader: Reader, character: string, start: number): void {
  skipSpace(reader);
  if (reader.text[reader.at] !== character) throw new BibTexFault(`\`${character}\` is missing`, start);
  reader.at++;
}
