/** The scenes of the script that a call sheet names: their numbers and headings. */
import { diagnostic } from "../../../diagnostics/diagnostic.js";
import { isSceneHeading, numberOf } from "../../fountain/scene-heading.js";
import { fileFrom } from "../files.js";
import type { ContentContext, DataKind } from "../kind.js";
import { isMapping } from "../tables.js";
import type { CallSheet, Scene } from "./schema.js";

/** Headings by the numbers of scenes; a script without numbers has none. */
export type ScriptScenes = Readonly<Record<string, string>>;

/** A scene that is left out of a script keeps its number. */
const HEADING = /^\s*\.(?!\.)/;

export const findScenes: NonNullable<DataKind["find"]> = async (values, places, file, context) => {
  const named = isMapping(values) ? values.script : undefined;
  if (typeof named !== "string") return { found: {}, inputs: [] };
  const path = await fileFrom(named, file, places.value(["script"]), context);
  const text = path === undefined ? undefined : await context.reader.text(path, context.report);
  return { found: scenesIn(text ?? ""), inputs: path === undefined ? [] : [path] };
};

function scenesIn(text: string): ScriptScenes {
  const headings = text.split(/\r\n?|\n/).filter((line) => isSceneHeading(line.trim()) || HEADING.test(line));
  const numbered = headings.map((line) => numberOf(line.trim().replace(/^\./, "")));
  return Object.fromEntries(
    numbered.flatMap(({ number, heading }) => (number === undefined ? [] : [[number, heading]])),
  );
}

/** Rows with the headings of the script where they say nothing themselves; numbers that it does not have are told. */
export function withScript(
  sheet: CallSheet,
  script: ScriptScenes,
  { places, report }: ContentContext,
): CallSheet {
  if (Object.keys(script).length === 0 || sheet.scenes === undefined) return sheet;
  const scenes = sheet.scenes.map((row, index): Scene => {
    const heading = script[row.number ?? ""];
    if (row.number !== undefined && heading === undefined) {
      const message = `The script has no scene ${row.number}`;
      const hint = `Correct the number; the last one of the script is ${Object.keys(script).at(-1)}`;
      report(diagnostic("sheet-reference", message, places.value(["scenes", index, "number"]), hint));
    }
    return row.heading === undefined && row.set === undefined && heading !== undefined
      ? { ...row, heading }
      : row;
  });
  return { ...sheet, scenes };
}
