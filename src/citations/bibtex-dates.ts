/** Dates of BibTeX (`year`, `month`) and BibLaTeX (`date`, `urldate`, …). */
import { monthNumber, readDate } from "./date-text.js";
import type { DateValue } from "./item.js";
import { latexText } from "./latex-text.js";

const DATES: Readonly<Record<string, string>> = {
  urldate: "accessed",
  origdate: "original-date",
  eventdate: "event-date",
};

type Fields = ReadonlyMap<string, string>;

export function datesOf(fields: Fields): Record<string, DateValue> {
  const dates: Record<string, DateValue> = {};
  const issued = issuedOf(fields);
  if (issued !== undefined) dates.issued = issued;
  for (const [field, variable] of Object.entries(DATES)) {
    const value = fields.get(field)?.trim();
    if (value) dates[variable] = readDate(latexText(value));
  }
  return dates;
}

function issuedOf(fields: Fields): DateValue | undefined {
  const [date, year, month] = ["date", "year", "month"].map((name) => fields.get(name)?.trim());
  // A number of two digits is a day, whatever its field is called.
  const day = fields.get("day") ?? (/^\d\d?$/.test(date ?? "") ? date : undefined);
  // A tilde is no blank where it says “about”.
  const isPlain = /^[\dxy./~?%:t+-]+$/i.test(date ?? "");
  if (date && !(year && day)) return readDate(isPlain ? date : latexText(date));
  if (!year) return undefined;
  const text = latexText(year);
  const number = month === undefined ? undefined : monthNumber(latexText(month));
  if (/^-?\d+$/.test(text)) {
    const days = number !== undefined && day !== undefined && /^\d\d?$/.test(day) ? [Number(day)] : [];
    const parts = [Number(text), ...(number === undefined ? [] : [number, ...days])];
    return { "date-parts": [parts] };
  }
  const range = /^(\d{4})\s*[-–—/]+\s*(\d{2,4})?$/.exec(text);
  if (!range) return readDate(text.replace(/^\[(\d{4})\]$/, "$1"));
  const [, from = "", to] = range;
  return {
    "date-parts": [[Number(from)], to === undefined ? [] : [Number(from.slice(0, 4 - to.length) + to)]],
  };
}
