/** Times of a day as call sheets write them: `06:30`, `6.30`, `6h30`, `730A`, `7:30 AM`, and the words for no time. */

const TIME = /^(\d{1,2})(?:[:.hH]?([0-5]\d))?\s*(?:([ap])\.?\s*m?\.?)?$/i;
/** On call, will notify, hold, per somebody, to be confirmed. */
const WORD = /^(?:o\/?c|on call|w\/?n|will notify|hold|h|per .+|t\.?b\.?[acd]\.?|n\/?a|–|—|-|self|s\/?d)$/i;
/** What is added to a time. */
const REMARK = /\s*\(.*\)$/s;
const RANGE = /\s*(?:–|—|-|to)\s*/;

/** Minutes after midnight; undefined for what is no time. */
export function minutesOf(text: string): number | undefined {
  const match = TIME.exec(text.replace(REMARK, "").trim());
  if (match === null) return undefined;
  const [whole, hours = "", minutes = "00", half] = match;
  // A number alone is as likely a count.
  if (half === undefined && /^\d{1,2}$/.test(whole)) return undefined;
  const hour = Number(hours);
  if (hour > (half === undefined ? 24 : 12) || (half !== undefined && hour === 0)) return undefined;
  const later = half?.toLowerCase() === "p" ? 12 : 0;
  return (half === undefined ? hour : (hour % 12) + later) * 60 + Number(minutes);
}

/** True for a time, a stretch of time, and the words that stand for one. */
export function isTime(text: string): boolean {
  const plain = text.replace(REMARK, "").trim();
  if (WORD.test(plain) || minutesOf(plain) !== undefined) return true;
  const ends = plain.split(RANGE);
  return ends.length === 2 && ends.every((end) => minutesOf(end) !== undefined);
}

/** The earliest of several; words count only when there is no time. */
export function earliest(times: readonly (string | undefined)[]): string | undefined {
  const given = times.filter((each) => each !== undefined);
  const timed = given.filter((each) => minutesOf(each) !== undefined);
  return timed.sort((one, other) => minutesOf(one)! - minutesOf(other)!)[0] ?? given[0];
}
