/** Ranges of numbers, and of pages as the style wants them (CSL 1.0.2, appendix V: `page-range-format`). */
import type { Context } from "./context.js";

/** Two ends of a range, each a number with what is written before and after it. */
const RANGE =
  /(?<![\p{L}\d-])([\p{L}\d]*?)(\d+)(\p{L}*)\s*[-–—]+\s*([\p{L}\d]*?)(\d+)(\p{L}*)(?![\p{L}\d-])/gu;
const ROMAN_RANGE = /(?<![\p{L}\d-])([ivxlcdm]+)\s*[-–—]+\s*([ivxlcdm]+)(?![\p{L}\d-])/giu;

/** Ranges with the dash of the language, and one blank after a comma; `\-` is a hyphen. */
export function tidyRange(value: string, context: Context): string {
  return ranges(value, context, undefined);
}

export function pageRange(value: string, context: Context): string {
  return ranges(value, context, context.style.options["page-range-format"]);
}

/** In characters: what is longer is no number, and would take its time. */
const LONGEST = 300;

function ranges(value: string, { locale }: Context, format: string | undefined): string {
  if (value.length > LONGEST) return value;
  const dash = locale.term("page-range-delimiter") ?? "–";
  return value
    .replace(
      RANGE,
      (whole, before: string, first: string, end: string, again: string, last: string, close: string) => {
        // Numbers of different kinds are no range: N110-5.
        if (again !== before) return whole.replace(/\s+/g, "");
        const isPlain = /^\d/.test(first) && /^\d/.test(last) && end === "" && close === "";
        const ending = isPlain && format !== undefined ? inFormat(first, last, before, format) : again + last;
        return before + first + end + dash + ending + close;
      },
    )
    .replace(ROMAN_RANGE, `$1${dash}$2`)
    .replace(/\\-/g, "-")
    .replace(/\s*,\s*/g, ", ")
    .replace(/\s*&\s*/g, ` ${locale.term("and", "symbol") ?? "&"} `)
    .trim();
}

function inFormat(first: string, last: string, before: string, format: string): string {
  const full = last.length < first.length ? first.slice(0, first.length - last.length) + last : last;
  if (format === "expanded") return before + full;
  return full.length === first.length ? shortened(first, full, format) : full;
}

function shortened(first: string, last: string, format: string): string {
  let same = 0;
  while (same < last.length - 1 && first[same] === last[same]) same++;
  if (format === "minimal") return last.slice(same);
  if (format === "minimal-two") return last.slice(Math.max(0, Math.min(same, last.length - 2)));
  if (format.startsWith("chicago")) return chicago(first, last, same, format);
  return last;
}

/** The Chicago Manual of Style, 9.61: 3–10, 100–104, 107–8, 321–25; its 15th edition has 1496–1504 in full. */
function chicago(first: string, last: string, same: number, format: string): string {
  const number = Number(first);
  if (number < 100 || number % 100 === 0) return last;
  if (format !== "chicago-16" && first.length === 4 && last.length - same >= 3) return last;
  if (number % 100 < 10) return last.slice(same);
  return last.slice(Math.max(0, Math.min(same, last.length - 2)));
}
