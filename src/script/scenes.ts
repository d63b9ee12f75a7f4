/** The scenes of a script: how long they are, who speaks in them how often, and on which of its pages they begin. */
import type { Element } from "hast";
import { LINES_OF_PAGE } from "./measures.js";
import { type Block, heightOf, type PageItem, type PageRules, type ScriptPage } from "./pages.js";
import { planPages } from "./plan-pages.js";
import type { Unit } from "./units.js";

export interface Scene {
  /** None for what stands before the first scene. */
  readonly heading?: Element;
  /** With the empty ones between. */
  readonly lines: number;
  /** Speeches by the names of who speaks, in capitals, in the order in which they come. */
  readonly speeches: ReadonlyMap<string, number>;
}

type Counted = Scene & { lines: number; readonly speeches: Map<string, number> };

/** One page without an end: a scene is as long in an ebook, or with locked pages, as in any other edition. */
const ENDLESS: PageRules = {
  lines: Infinity,
  words: { more: "", continued: "", sceneGoesOn: "", sceneContinued: "" },
  scenes: "unmarked",
};

/** The scenes in their order; before them what has none, when there is any. */
export function scenesOf(units: readonly Unit[]): Scene[] {
  const scenes: Counted[] = [];
  for (const item of planPages(units, ENDLESS).flatMap(({ items }) => items)) {
    if (item.kind === "scene-heading")
      scenes.push({ heading: headingOf(item), lines: 0, speeches: new Map() });
    else if (scenes.length === 0) scenes.push({ lines: 0, speeches: new Map() });
    count(item, scenes.at(-1)!);
  }
  return scenes;
}

/** The pages on which scenes begin, by the headings of these, counted from 0. */
export function pagesOfScenes(pages: readonly ScriptPage[]): ReadonlyMap<Element, number> {
  return new Map(
    pages.flatMap(({ items }, page) =>
      items.flatMap((item): [Element, number][] =>
        item.kind === "scene-heading" ? [[headingOf(item), page]] : [],
      ),
    ),
  );
}

/** The element of a scene's heading as the script has it. */
export function headingOf({ paragraph: { element, whole = element } }: Block): Element {
  return whole;
}

function count(item: PageItem, scene: Counted): void {
  scene.lines += item.above + heightOf(item);
  for (const { kind, paragraph } of blocksOf(item)) {
    if (kind !== "character") continue;
    const name = String(paragraph.element.properties.dataName ?? "").toUpperCase();
    scene.speeches.set(name, (scene.speeches.get(name) ?? 0) + 1);
  }
}

function blocksOf(item: PageItem): readonly Block[] {
  if (item.kind === "dual") return item.columns.flat();
  return "lines" in item ? [item] : [];
}

/** In eighths of a page, to the nearest one; no scene is shorter than that. */
export function lengthOf({ lines }: Pick<Scene, "lines">): number {
  return Math.max(1, Math.round((lines * 8) / LINES_OF_PAGE));
}
