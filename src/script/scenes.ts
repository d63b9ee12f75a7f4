/** What the planned pages of a script say of its scenes: how long they are, and who speaks in them how often. */
import type { Element } from "hast";
import { LINES_OF_PAGE } from "./measures.js";
import { type Block, heightOf, type PageItem, type ScriptPage } from "./pages.js";

export interface Scene {
  /** None for what stands before the first scene. */
  readonly heading?: Element;
  /** The page on which it begins, by its place among the pages. */
  readonly page: number;
  /** Lines of the script, with the empty ones between; what a page says by itself is not counted. */
  readonly lines: number;
  /** Speeches by the names of who speaks, in capitals, in the order in which they come. */
  readonly speeches: ReadonlyMap<string, number>;
}

type Counted = Scene & { lines: number; readonly speeches: Map<string, number> };

/** The scenes in their order; before them what has none, when there is any. */
export function scenesOn(pages: readonly ScriptPage[]): Scene[] {
  const scenes: Counted[] = [];
  for (const [page, { items }] of pages.entries()) {
    for (const item of items) {
      if (item.kind === "scene-heading")
        scenes.push({ heading: headingOf(item), page, lines: 0, speeches: new Map() });
      else if (scenes.length === 0) scenes.push({ page, lines: 0, speeches: new Map() });
      count(item, scenes.at(-1)!);
    }
  }
  return scenes;
}

function headingOf({ paragraph: { element, whole = element } }: Block): Element {
  return whole;
}

function count(item: PageItem, scene: Counted): void {
  if ("text" in item) return;
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
