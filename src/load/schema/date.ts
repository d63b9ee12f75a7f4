/** Publication dates: `YYYY`, `YYYY-MM` or `YYYY-MM-DD` (W3CDTF), days that exist. */

/** True for a year, a month or a day of the Gregorian calendar. A bare year may be a YAML number. */
export function isDate(value: string | number): boolean {
  const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(String(value));
  if (match === null) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2] ?? 1), Number(match[3] ?? 1)];
  const date = new Date(Date.UTC(year, month - 1, day));
  // Years before 100 would be read as 19xx; no book is that old.
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
