/** Numbers with their units, as people read them. English, whatever the machine's locale. */

const PLURALS = {
  page: "pages",
  document: "documents",
  line: "lines",
  run: "runs",
  section: "sections",
  file: "files",
  edition: "editions",
  entry: "entries",
  word: "words",
  error: "errors",
  warning: "warnings",
} as const;

export type Unit = keyof typeof PLURALS;

/** `1 page`, `840 pages`. */
export function count(number: number, unit: Unit): string {
  return `${number} ${number === 1 ? unit : PLURALS[unit]}`;
}

/** A file's size from its bytes: `812 B`, `3.4 kB`, `12 MB` (powers of 1000). */
export function size(bytes: number): string {
  const units = ["B", "kB", "MB", "GB"];
  let value = bytes;
  let unit = 0;
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${unit > 0 && value < 9.95 ? value.toFixed(1) : Math.round(value)} ${units[unit]}`;
}

/**
 * What is left of a wait, no more exact than anybody can know it: `about 8 s left`, `about 25 s left`,
 * `about 2 min left`; empty when it is over in a moment.
 */
export function remaining(seconds: number): string {
  if (seconds < 1) return "";
  if (seconds < 15) return `about ${Math.round(seconds)} s left`;
  if (seconds < 57.5) return `about ${Math.round(seconds / 5) * 5} s left`;
  return `about ${Math.max(1, Math.round(seconds / 60))} min left`;
}

/** A duration from its seconds: `0.4 s`, `8 s`, `2 min 05 s`. */
export function duration(seconds: number): string {
  if (seconds < 9.95) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  return `${Math.floor(whole / 60)} min ${String(whole % 60).padStart(2, "0")} s`;
}
