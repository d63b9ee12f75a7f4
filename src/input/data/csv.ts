/** Reads CSV (RFC 4180) so that every field keeps its place. */
import { diagnostic, type Report } from "../../diagnostics/diagnostic.js";
import type { Location } from "../../diagnostics/location.js";

export interface Field {
  readonly text: string;
  readonly location: Location;
}

/** A field in quotes (a quote inside stands twice), or one without; then what ends it. */
const FIELD = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|\n|\r|$)/y;

/**
 * Splits a text into records of fields. Lines may end in LF too, and empty ones are passed over.
 *
 * @returns undefined, with the reason reported, when a quote is not closed or stands inside a field without quotes.
 */
export function readCsv(
  text: string,
  file: string,
  report: Report,
): readonly (readonly Field[])[] | undefined {
  const place = placeFinder(text, file);
  const records: Field[][] = [];
  let record: Field[] = [];
  let at = text.startsWith("\uFEFF") ? 1 : 0;
  while (at < text.length || record.length > 0) {
    FIELD.lastIndex = at;
    const match = FIELD.exec(text);
    if (match === null) {
      const hint = 'Put the whole field in quotes and write each quote in it twice: `"5"" disk"`';
      report(diagnostic("bad-data", "A quote is not closed, or not alone", place(at), hint));
      return undefined;
    }
    const [whole, quoted, plain = "", end] = match;
    record.push({ text: quoted?.replaceAll('""', '"') ?? plain, location: place(at) });
    at += whole.length;
    if (end === ",") continue;
    if (record.length > 1 || record[0]!.text !== "") records.push(record);
    record = [];
  }
  return records;
}

/** Fields come in the order of the text, so lines are counted on from the last one. */
function placeFinder(text: string, file: string): (offset: number) => Location {
  let [line, lineStart, seen] = [1, 0, 0];
  return (offset) => {
    for (; seen < offset; seen++) {
      const isEnd = text[seen] === "\n" || (text[seen] === "\r" && text[seen + 1] !== "\n");
      if (!isEnd) continue;
      line += 1;
      lineStart = seen + 1;
    }
    return { file, line, column: offset - lineStart + 1 };
  };
}
