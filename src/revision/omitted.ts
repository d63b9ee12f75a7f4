/** Scenes that are no longer in a script keep their number, and their place among the others; several in a row share it. */
import type { Element, Root } from "hast";
import type { IssuedBlock } from "../model/issue.js";
import { type Block, blocksOf } from "./blocks.js";
import { element, insertBefore } from "./mark.js";

/** A scene may be called `A-12`: no hyphen stands for a row. */
const THROUGH = "–";

/**
 * @param issued what went out, in order: a scene may come back that two issues ago was left out with those beside it.
 * @param word what stands in the place of such a scene: `OMITTED`.
 */
export function keepOmitted(tree: Root, issued: readonly (readonly IssuedBlock[])[], word: string): void {
  const blocks = blocksOf(tree);
  if (blocks.every((block) => block.element.properties.dataNumber === undefined)) return;
  const scenes = new Map(
    blocks.flatMap((block): [string, Block][] => numbersOf(block).map((number) => [number, block])),
  );
  const order = [...issued.map((each) => each.flatMap(numbersOf)), [...scenes.keys()]].reduce(merged);
  const named = new Set([...scenes.keys()].flatMap((number) => rowNamed(number, order)));
  let row: string[] = [];
  for (const number of order) {
    const scene = scenes.get(number);
    if (scene !== undefined) {
      if (row.length > 0) insertBefore(tree, scene.top, omitted(row, word));
      row = [];
    } else if (!named.has(number)) row.push(number);
  }
  if (row.length > 0) insertBefore(tree, undefined, omitted(row, word));
}

/** `12A` of a heading `12A INT. MILL - DAY`: none, or one; headings without a number begin with a word. */
function numbersOf({ kind, text }: IssuedBlock): string[] {
  const [number = ""] = /^\S+/.exec(text) ?? [];
  return kind === "scene-heading" && /\d/.test(number) && !number.includes(THROUGH) ? [number] : [];
}

/** All numbers that there have been; one that is new stands before the one that it was put before. */
function merged(order: readonly string[], numbers: readonly string[]): string[] {
  const all = [...order];
  numbers.toReversed().forEach((number, index, reversed) => {
    if (all.includes(number)) return;
    const next = index === 0 ? all.length : all.indexOf(reversed[index - 1]!);
    all.splice(next, 0, number);
  });
  return all;
}

/** Those that authors name themselves, in a heading with the number `12-14`. */
function rowNamed(number: string, order: readonly string[]): readonly string[] {
  const [from, to, ...others] = number.split("-").map((end) => order.indexOf(end));
  return from === undefined || from < 0 || to === undefined || others.length > 0
    ? []
    : order.slice(from, to + 1);
}

/** `12–14 OMITTED`. */
function omitted(row: readonly string[], word: string): Element {
  const number = row.length === 1 ? row[0]! : `${row[0]}${THROUGH}${row.at(-1)}`;
  const label = element("span", { className: ["scene-number"] }, [{ type: "text", value: number }]);
  const properties = { className: ["scene-heading", "omitted"], dataNumber: number };
  return element("h2", properties, [label, { type: "text", value: ` ${word}` }]);
}
