/** What a call sheet says that cannot be: a time that is none, a number that nobody has, no hospital. */
import { diagnostic } from "../../../diagnostics/diagnostic.js";
import { nearest } from "../../../diagnostics/nearest.js";
import type { Path } from "../../../model/places.js";
import { eighthsOf } from "../../../script/eighths.js";
import { isDay } from "../elements.js";
import type { ContentContext } from "../kind.js";
import type { CallSheet } from "./schema.js";
import { isTime } from "./times.js";

export function checkSheet(sheet: CallSheet, context: ContentContext): void {
  checkDates(sheet, context);
  checkTimes(sheet, context);
  checkLengths(sheet, context);
  checkCast(sheet, context);
  checkNumbers(sheet, context);
  checkLocations(sheet, context);
  checkHospital(sheet, context);
}

function checkDates({ date }: CallSheet, { places, report }: ContentContext): void {
  if (isDay(date)) return;
  const message = `\`${date}\` is not a day that there is`;
  report(diagnostic("sheet-time", message, places.value(["date"]), "Write it as `2026-12-03`"));
}

const TIME_COLUMNS = {
  scenes: ["time"],
  cast: ["pickup", "makeup", "set", "call"],
  crew: ["call"],
  background: ["call", "set"],
} as const;

function checkTimes(sheet: CallSheet, { places, report }: ContentContext): void {
  const check = (value: string | undefined, path: Path) => {
    if (value === undefined || isTime(value)) return;
    const hint = "Write it as `06:30` or `6:30 AM`, or `O/C` for on call";
    report(diagnostic("sheet-time", `\`${value}\` is not a time`, places.value(path), hint));
  };
  for (const key of ["call", "sunrise", "sunset"] as const) check(sheet[key], [key]);
  for (const [name, time] of Object.entries(sheet.times ?? {})) check(time, ["times", name]);
  for (const [key, columns] of Object.entries(TIME_COLUMNS)) {
    const rows: readonly Readonly<Record<string, unknown>>[] = sheet[key as keyof typeof TIME_COLUMNS] ?? [];
    for (const [index, row] of rows.entries()) {
      for (const name of columns) check(row[name] as string | undefined, [key, index, name]);
    }
  }
}

/** What is no length is not in the sum of them. */
function checkLengths({ scenes = [] }: CallSheet, { places, report }: ContentContext): void {
  for (const [index, { pages }] of scenes.entries()) {
    if (pages === undefined || eighthsOf(pages) !== undefined) continue;
    const message = `\`${pages}\` is not a length in pages and eighths, so the total is without it`;
    const place = places.value(["scenes", index, "pages"]);
    report(diagnostic("sheet-length", message, place, "Write it as `1 3/8`"));
  }
}

/** Numbers of the cast in a cell: `1, 2 & 5`; words among them (`BG`, `all`) are none. */
function numbersIn(text: string): readonly string[] {
  return text.split(/[^\p{L}\p{N}.]+/u).filter((each) => /^\d/.test(each));
}

function checkCast({ scenes = [], cast = [] }: CallSheet, { places, report }: ContentContext): void {
  const known = new Set(cast.flatMap(({ number }) => number ?? []));
  if (known.size === 0) return;
  for (const [index, { cast: said = "" }] of scenes.entries()) {
    for (const number of numbersIn(said)) {
      if (known.has(number)) continue;
      const message = `Nobody in the cast has the number ${number}`;
      const hint = `Add a row to \`cast\`, or use one of: ${[...known].join(", ")}`;
      report(diagnostic("sheet-reference", message, places.value(["scenes", index, "cast"]), hint));
    }
  }
}

/** Doubles have the number of their part with a letter; two parts with one number cannot be told apart. */
function checkNumbers({ cast = [] }: CallSheet, { places, report }: ContentContext): void {
  const parts = new Map<string, string>();
  for (const [index, { number, character = "" }] of cast.entries()) {
    if (number === undefined) continue;
    const part = parts.get(number);
    parts.set(number, part ?? character);
    if (part === undefined || part === character) continue;
    const message = `\`${character}\` has the number ${number} in the cast, which is that of \`${part}\``;
    const place = places.value(["cast", index, "number"]);
    report(diagnostic("sheet-reference", message, place, "Give each part a number of its own"));
  }
}

function checkLocations(
  { scenes = [], locations = [] }: CallSheet,
  { places, report }: ContentContext,
): void {
  const known = locations.flatMap(({ id, name }) => [id, name].filter((each) => each !== undefined));
  if (known.length === 0) return;
  for (const [index, { location }] of scenes.entries()) {
    if (location === undefined || known.includes(location)) continue;
    const similar = nearest(location, known);
    const hint =
      similar === undefined
        ? `Add it to \`locations\`, or use one of: ${known.join(", ")}`
        : `Did you mean \`${similar}\`?`;
    const place = places.value(["scenes", index, "location"]);
    report(diagnostic("sheet-reference", `There is no location \`${location}\``, place, hint));
  }
}

function checkHospital({ hospital }: CallSheet, { places, report }: ContentContext): void {
  if (hospital !== undefined) return;
  const hint = "Add `hospital:` with its name, address and telephone";
  report(diagnostic("sheet-hospital", "The call sheet names no hospital", places.value([]), hint));
}
