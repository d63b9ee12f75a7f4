/** Finds the lines of a notebook's file that the lines of its cells are written on. */
import type { Cell } from "./notebook.js";

/** A cell begins at its type; in a text that speaks of it the quotation mark has a backslash. */
const CELL = /(?<!\\)"cell_type"\s*:/g;

/**
 * @param text of the file.
 * @returns for each line of each cell the line of the file, from 0. What is written in another way stands at its cell.
 */
export function placesOfLines(text: string, cells: readonly Cell[]): readonly (readonly number[])[] {
  const starts = [...text.matchAll(CELL)].map(({ index }) => index);
  const lines = lineCounter(text);
  return cells.map((cell, index) => {
    let at = starts[index] ?? text.length;
    const end = starts[index + 1] ?? text.length;
    return cell.lines.map((line) => {
      const found = line === "" ? -1 : text.indexOf(JSON.stringify(line).slice(1, -1), at);
      if (found >= 0 && found < end) at = found;
      return lines(at);
    });
  });
}

/** Counts line ends from the last place on: places are asked for in order, mostly. */
function lineCounter(text: string): (offset: number) => number {
  let line = 0;
  let last = 0;
  return (offset) => {
    if (offset < last) {
      line = 0;
      last = 0;
    }
    for (let next = text.indexOf("\n", last); next >= 0 && next < offset; next = text.indexOf("\n", last)) {
      line += 1;
      last = next + 1;
    }
    return line;
  };
}
