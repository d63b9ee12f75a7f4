/** The scenes of the script that a call sheet names: their numbers, headings and lengths. */
import { diagnostic } from "../../../diagnostics/diagnostic.js";
import type { Path } from "../../../model/places.js";
import { writtenEighths } from "../../../script/eighths.js";
import { sceneNames } from "../../../script/scene-names.js";
import { lengthOf, scenesOf } from "../../../script/scenes.js";
import { unitsOf, wordsOf } from "../../../script/units.js";
import { textOf } from "../../../script/wrap.js";
import { fileFrom } from "../files.js";
import type { ContentContext, DataKind } from "../kind.js";
import { isMapping } from "../tables.js";
import type { Ahead, CallSheet, Scene } from "./schema.js";

/** A scene of a script, by its name (`script/scene-names.ts`). */
interface ScriptScene {
  readonly name: string;
  readonly heading: string;
  readonly eighths: number;
}

/** In their order. */
export type ScriptScenes = readonly ScriptScene[];

export const findScenes: NonNullable<DataKind["find"]> = async (values, places, file, context) => {
  const named = isMapping(values) ? values.script : undefined;
  if (typeof named !== "string") return { found: [], inputs: [] };
  const path = await fileFrom(named, file, places.value(["script"]), context);
  if (path === undefined) return { found: [], inputs: [] };
  const text = await context.reader.text(path, context.report);
  return { found: text === undefined ? [] : await scenesIn(path, text), inputs: [path] };
};

async function scenesIn(file: string, text: string): Promise<ScriptScenes> {
  const { parseFile } = await import("../../fountain/parse.js");
  const { tree } = parseFile({ file, text });
  const scenes = scenesOf(unitsOf(tree.children));
  const names = sceneNames(scenes.flatMap(({ heading }) => heading ?? []));
  return scenes.flatMap((scene) => {
    const { heading: element } = scene;
    const name = element && names.get(element);
    if (element === undefined || !name) return [];
    const heading = textOf(wordsOf({ kind: "scene-heading", element }));
    return [{ name, heading, eighths: lengthOf(scene) }];
  });
}

/**
 * Rows with the headings and the lengths of the script where they say nothing themselves; numbers that it does not have
 * are told.
 */
export function withScript(sheet: CallSheet, script: ScriptScenes, context: ContentContext): CallSheet {
  if (script.length === 0) return sheet;
  const { scenes, advance } = sheet;
  const byName = new Map(script.map((scene) => [scene.name, scene]));
  const sceneNamed = (name: string, path: Path) => {
    const scene = byName.get(name);
    if (scene === undefined) context.report(noScene(name, path, script, context));
    return scene;
  };
  return {
    ...sheet,
    ...(scenes && {
      scenes: scenes.map((row, index) => {
        const { number } = row;
        const scene = number === undefined ? undefined : sceneNamed(number, ["scenes", index, "number"]);
        return scene === undefined ? row : withScene(row, scene);
      }),
    }),
    ...(advance && {
      advance: advance.map((row, index) => {
        const ahead = namesIn(row.scenes, script).map((name) =>
          sceneNamed(name, ["advance", index, "scenes"]),
        );
        return withLengths(row, ahead);
      }),
    }),
  };
}

function noScene(name: string, path: Path, script: ScriptScenes, { places }: ContentContext) {
  const hint = `Correct the number; the last one of the script is ${script.at(-1)!.name}`;
  return diagnostic("sheet-reference", `The script has no scene ${name}`, places.value(path), hint);
}

function withScene(row: Scene, { heading, eighths }: ScriptScene): Scene {
  const isNamed = row.heading !== undefined || row.set !== undefined;
  const { pages = writtenEighths(eighths) } = row;
  return { ...row, pages, ...(isNamed ? {} : { heading }) };
}

/** `4, 14A & 15-17`; words among them (`pick-ups`) name no scene. */
function namesIn(scenes: string | undefined, script: ScriptScenes): readonly string[] {
  const names = script.map(({ name }) => name);
  const pieces = scenes?.split(/[\s,;&+]+/).filter((each) => /\d/.test(each)) ?? [];
  return pieces.flatMap((piece) => {
    const [from = -1, to = -1] = piece.split(/[-–]/).map((name) => names.indexOf(name));
    return names.includes(piece) || from < 0 || to < from ? [piece] : names.slice(from, to + 1);
  });
}

/** A day is as long as its scenes, when all of them are known. */
function withLengths(row: Ahead, scenes: readonly (ScriptScene | undefined)[]): Ahead {
  if (row.pages !== undefined || scenes.length === 0 || scenes.includes(undefined)) return row;
  return { ...row, pages: writtenEighths(scenes.reduce((sum, scene) => sum + scene!.eighths, 0)) };
}
