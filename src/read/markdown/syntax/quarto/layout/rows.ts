/**
 * Blocks in rows, side by side: `<div class="layout-row">` of `<div class="layout-cell">`. How they share the width
 * stands in their styles; the style sheets set them below one another where there is no room.
 */
import type { StateCore, Token } from "markdown-it";
import { closeBlock, openBlock } from "../../block-token.js";
import { type Cell, cellsOf } from "./cells.js";
import type { Layout, RowWidths } from "./layout.js";

export type Place = Required<Cell>;

/** @param content the blocks of a div, without its caption. */
export function arranged(content: readonly Token[], layout: Layout, state: StateCore): readonly Token[] {
  const { above, cells } = cellsOf(content, state);
  const left = [...cells];
  const rows = layout.rows(cells.length).flatMap((widths) => rowOf(widths, left, layout.valign, state));
  return [...above, ...rows];
}

/** Takes the blocks of one row. */
function rowOf(
  widths: RowWidths,
  left: Cell[],
  valign: string | undefined,
  state: StateCore,
): readonly Token[] {
  const places = widths.flatMap((width): Place[] => {
    if (width <= 0) return [{ tokens: [], width: -width }];
    const cell = left.shift();
    return cell ? [{ width, ...cell }] : [];
  });
  return rowTokens(fitted(places), valign, state);
}

export function rowTokens(
  places: readonly Place[],
  valign: string | undefined,
  state: StateCore,
): readonly Token[] {
  const first = places.flatMap(({ tokens }) => tokens.slice(0, 1)).find(({ map }) => map);
  const open = openBlock(state, "div", first?.map ?? null);
  const isAligned = valign === "center" || valign === "bottom";
  open.attrSet("class", isAligned ? `layout-row valign-${valign}` : "layout-row");
  return [open, ...places.flatMap((place) => cellTokens(place, state)), closeBlock(state, "div")];
}

function cellTokens({ tokens, width }: Place, state: StateCore): readonly Token[] {
  const open = openBlock(state, "div", tokens[0]?.map ?? null);
  open.attrSet("class", tokens.length > 0 ? "layout-cell" : "layout-space");
  open.attrSet("style", `flex-grow: ${Math.round(width * 100) / 100}`);
  return [open, ...tokens, closeBlock(state, "div")];
}

/** With an empty place for what they leave of the row; they share one that is too narrow. */
export function fitted(places: readonly Place[]): Place[] {
  const left = 100 - places.reduce((total, { width }) => total + width, 0);
  return left > 1 ? [...places, { tokens: [], width: left }] : [...places];
}
