/** Dates: `YYYY`, `YYYY-MM` or `YYYY-MM-DD` (W3CDTF), days that exist; moments in UTC. */

/** True for a year, a month or a day of the Gregorian calendar. A bare year may be a YAML number. */
export function isDate(value: string | number): boolean {
  const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(String(value));
  if (match === null) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2] ?? 1), Number(match[3] ?? 1)];
  const date = new Date(Date.UTC(year, month - 1, day));
  // Years before 100 would be read as 19xx; no book is that old.
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** True for a day, or for a moment in UTC to the second (`xsd:dateTime`, as EPUB 3.3, 5.5.5.3, has it). */
export function isMoment(value: string): boolean {
  const [, day = "", time] = /^(\d{4}-\d\d-\d\d)(?:T(.*))?$/.exec(value) ?? [];
  return isDate(day) && (time === undefined || /^([01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/.test(time));
}

/** True for a day: `YYYY-MM-DD`. */
export function isDay(value: string): boolean {
  return value.length === 10 && isDate(value);
}
