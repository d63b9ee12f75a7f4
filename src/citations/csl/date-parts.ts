/** One part of a date: a year with its era, a month or season, a day (CSL 1.0.2, "Date-part"). */
import type { DateValue } from "../item.js";
import type { Context } from "./context.js";
import type { Attributes } from "./output.js";

export function partText(
  [year, month, day]: readonly number[],
  { name, form }: Attributes,
  { season }: DateValue,
  context: Context,
): string {
  if (name === "year") return year === undefined ? "" : yearText(year, form, context);
  if (name === "month") {
    if (month !== undefined) return monthText(month, form, context);
    return season === undefined ? "" : seasonText(season, context);
  }
  if (day === undefined) return "";
  if (form === "numeric-leading-zeros") return twoDigits(day);
  const isOrdinal = form === "ordinal" && (context.locale.dayOrdinals === "all" || day === 1);
  return isOrdinal ? day + context.locale.ordinal(day, context.locale.gender(monthTerm(month))) : String(day);
}

function monthTerm(month: number | undefined): string {
  return `month-${twoDigits(month ?? 1)}`;
}

/** The era is named where a year has fewer than four digits or lies before ours. */
function yearText(year: number, form: string | undefined, { locale }: Context): string {
  if (year < 0) return `${-year}${locale.term("bc") ?? "BC"}`;
  if (year > 0 && year < 1000) return `${year}${locale.term("ad") ?? "AD"}`;
  return form === "short" ? twoDigits(year % 100) : String(year);
}

/** Months beyond the twelfth are seasons, in two ways of counting. */
function monthText(month: number, form: string | undefined, context: Context): string {
  if (month > 12) return month > 24 ? "" : seasonText(((month - 1) % 4) + 1, context);
  if (form === "numeric") return String(month);
  return form === "numeric-leading-zeros" ? twoDigits(month) : context.locale.month(month, form);
}

function seasonText(season: number | string, { locale }: Context): string {
  const number = Number(season);
  if (Number.isNaN(number)) return String(season);
  return locale.term(`season-${twoDigits(number)}`) ?? "";
}

export function twoDigits(number: number): string {
  return String(number).padStart(2, "0");
}
