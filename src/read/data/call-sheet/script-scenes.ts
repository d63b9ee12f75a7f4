/** The scenes of the script that a call sheet names: their numbers, headings and lengths. */
import { diagnostic } from "../../../diagnostics/diagnostic.js";
import { writtenEighths } from "../../../script/eighths.js";
import { lengthOf, scenesOf } from "../../../script/scenes.js";
import { unitsOf, wordsOf } from "../../../script/units.js";
import { textOf } from "../../../script/wrap.js";
import { fileFrom } from "../files.js";
import type { ContentContext, DataKind } from "../kind.js";
import { isMapping } from "../tables.js";
import type { CallSheet, Scene } from "./schema.js";

interface ScriptScene {
  readonly heading: string;
  readonly eighths: number;
}

/** The scenes of a script by their numbers; one without numbers has none. */
export type ScriptScenes = Readonly<Record<string, ScriptScene>>;

export const findScenes: NonNullable<DataKind["find"]> = async (values, places, file, context) => {
  const named = isMapping(values) ? values.script : undefined;
  if (typeof named !== "string") return { found: {}, inputs: [] };
  const path = await fileFrom(named, file, places.value(["script"]), context);
  if (path === undefined) return { found: {}, inputs: [] };
  const text = await context.reader.text(path, context.report);
  return { found: text === undefined ? {} : await scenesIn(path, text), inputs: [path] };
};

async function scenesIn(file: string, text: string): Promise<ScriptScenes> {
  const { parseFile } = await import("../../fountain/parse.js");
  const { tree } = parseFile({ file, text });
  const scenes = scenesOf(unitsOf(tree.children));
  return Object.fromEntries(
    scenes.flatMap((scene): [string, ScriptScene][] => {
      const { heading: element } = scene;
      const number = element?.properties.dataNumber;
      if (element === undefined || typeof number !== "string") return [];
      const heading = textOf(wordsOf({ kind: "scene-heading", element }));
      return [[number, { heading, eighths: lengthOf(scene) }]];
    }),
  );
}

/**
 * Rows with the headings and the lengths of the script where they say nothing themselves; numbers that it does not have
 * are told.
 */
export function withScript(
  sheet: CallSheet,
  script: ScriptScenes,
  { places, report }: ContentContext,
): CallSheet {
  if (Object.keys(script).length === 0 || sheet.scenes === undefined) return sheet;
  const scenes = sheet.scenes.map((row, index): Scene => {
    const { number } = row;
    const scene = number !== undefined && Object.hasOwn(script, number) ? script[number] : undefined;
    if (number !== undefined && scene === undefined) {
      const message = `The script has no scene ${number}`;
      const hint = `Correct the number; the last one of the script is ${Object.keys(script).at(-1)}`;
      report(diagnostic("sheet-reference", message, places.value(["scenes", index, "number"]), hint));
    }
    return scene === undefined ? row : withScene(row, scene);
  });
  return { ...sheet, scenes };
}

function withScene(row: Scene, { heading, eighths }: ScriptScene): Scene {
  const isNamed = row.heading !== undefined || row.set !== undefined;
  const { pages = writtenEighths(eighths) } = row;
  return { ...row, pages, ...(isNamed ? {} : { heading }) };
}
