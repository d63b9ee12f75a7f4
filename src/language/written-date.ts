/** Dates as a language writes them: “1 November 2026”, “novembre 2026”, “2026”. */

const FORMS = {
  month: { month: "long", year: "numeric" },
  day: { day: "numeric", month: "long", year: "numeric" },
} as const;

/**
 * @param date `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; it comes out as far as it is known.
 * @param language BCP 47 tag.
 */
export function writtenDate(date: string, language: string): string {
  const form = FORMS[date.length === 10 ? "day" : "month"];
  if (date.length < 7) return date;
  // Dates of publications are those of the Gregorian calendar everywhere, in digits that are found again.
  const format = new Intl.DateTimeFormat(language, {
    ...form,
    timeZone: "UTC",
    calendar: "gregory",
    numberingSystem: "latn",
  });
  return format.format(new Date(`${date.padEnd(10, "-01")}T00:00:00Z`));
}
