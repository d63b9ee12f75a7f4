/**
 * Reads dates that are written as text: ISO 8601 with the extensions of EDTF that BibLaTeX has (level 0 and 1: ranges,
 * open ends, seasons, `~` and `?`, unknown digits), and `May 3, 2020`, `3 May 2020`, `Spring 2020`.
 */
import type { DateValue } from "./item.js";

const ISO = /^(-?\d{1,4}|\d{1,3}X{1,3}|-?Y\d+)(?:-(\d\d?|XX)(?:-(\d\d?|XX))?)?(?:T.*)?([~?%]?)$/i;
const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const SEASONS = "spr sum aut win".split(" ");

type Parts = readonly number[];

/** What is no date that is known stays as it is written. */
export function readDate(text: string): DateValue {
  const ends = text.trim().split(/\s*\/\s*/);
  const circa = /[~%?]/.test(text) ? { circa: true } : {};
  if (ends.length <= 2 && ends.every((end) => end === "" || end === ".." || ISO.test(end))) {
    const parts = ends.length === 2 ? ends.map(isoParts) : decade(ends[0]!);
    if (parts[0]?.length) return { "date-parts": parts, ...circa };
  }
  const words = inWords(text.trim());
  return words ? { "date-parts": [words], ...circa } : { literal: text };
}

/** An open end has no parts. Seasons have the numbers from 21 on, as months. */
function isoParts(text: string): Parts {
  const match = ISO.exec(text);
  if (!match) return [];
  const [, year = "", ...rest] = match;
  const numbers = rest
    .slice(0, 2)
    .flatMap((each) => (each === undefined || /XX/i.test(each) ? [] : [Number(each)]));
  return [Number(year.replace(/^(-?)Y/i, "$1").replace(/X/gi, "0")), ...numbers];
}

/** `199X` is the ten years from 1990. */
function decade(text: string): Parts[] {
  const parts = isoParts(text);
  const unknown = /^\d+(X+)/i.exec(text)?.[1]?.length;
  return unknown === undefined ? [parts] : [parts, [parts[0]! + 10 ** unknown - 1]];
}

function inWords(text: string): Parts | undefined {
  const american = /^(\p{L}{3,})\.?\s+(?:(\d\d?)(?:st|nd|rd|th)?,?\s+)?(-?\d{3,4})$/u.exec(text);
  if (american) return withMonth(american[3]!, american[1]!, american[2]);
  const british = /^(\d\d?)(?:st|nd|rd|th)?\.?\s+(\p{L}{3,})\.?,?\s+(\d{3,4})$/u.exec(text);
  if (british) return withMonth(british[3]!, british[2]!, british[1]);
  const numeric = /^(\d\d?)\/(\d\d?)\/(\d{4})$/.exec(text);
  return numeric ? [Number(numeric[3]), Number(numeric[1]), Number(numeric[2])] : undefined;
}

function withMonth(year: string, word: string, day: string | undefined): Parts | undefined {
  const month = monthNumber(word);
  if (month !== undefined) return [Number(year), month, ...(day === undefined ? [] : [Number(day)])];
  const season = SEASONS.indexOf(word.slice(0, 3).toLowerCase().replace("fal", "aut"));
  return season < 0 || day !== undefined ? undefined : [Number(year), 21 + season];
}

/** 1 to 12 of a month that is a number, an English name or the beginning of one. */
export function monthNumber(text: string): number | undefined {
  const name = text.trim().toLowerCase();
  if (/^\d{1,2}$/.test(name)) return Number(name) >= 1 && Number(name) <= 12 ? Number(name) : undefined;
  const index = MONTHS.indexOf(name.slice(0, 3));
  return index < 0 ? undefined : index + 1;
}
