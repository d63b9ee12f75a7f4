/** Headings that divide a book of bookdown: the project has read them, else they are headings as any. */
import { divisionHeading } from "../../model/division-heading.js";
import { listingsOf } from "./fences.js";
import type { Line } from "./lines.js";

export function withoutDivisions(lines: readonly Line[], areRead: boolean): readonly Line[] {
  if (!lines.some(({ text }) => divisionHeading(text))) return lines;
  const listings = listingsOf(lines.map(({ text }) => text));
  return lines.flatMap((line, index) => {
    const heading = listings[index] === undefined ? divisionHeading(line.text) : undefined;
    if (heading === undefined) return [line];
    return areRead ? [] : [{ ...line, text: line.text.replace(/\([^()]*\)[ \t]*/, "") }];
  });
}
