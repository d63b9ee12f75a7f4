/** Text state parameters and how text moves on: ISO 32000-1, 9.3 and 9.4. */
import type { PrintedFont } from "../fonts/font.js";
import type { Matrix, MutableBox } from "../geometry.js";

export interface TextState {
  readonly font: PrintedFont | undefined;
  readonly size: number;
  readonly characterSpacing: number;
  readonly wordSpacing: number;
  /** 1 is the natural width. */
  readonly scale: number;
  readonly leading: number;
  readonly rise: number;
  /** 9.3.6 */
  readonly mode: number;
}

export const NO_TEXT: TextState = {
  font: undefined,
  size: 0,
  characterSpacing: 0,
  wordSpacing: 0,
  scale: 1,
  leading: 0,
  rise: 0,
  mode: 0,
};

/** Neither filled nor stroked, or only added to the clip. */
export function isInvisible({ mode }: TextState): boolean {
  return mode === 3 || mode === 7;
}

/** Where the next glyph comes: the text matrix (9.4.1), and where the line began. Changed for each glyph. */
export interface TextPosition {
  a: number;
  b: number;
  c: number;
  d: number;
  x: number;
  y: number;
  lineX: number;
  lineY: number;
}

export function startOfText(): TextPosition {
  return { a: 1, b: 0, c: 0, d: 1, x: 0, y: 0, lineX: 0, lineY: 0 };
}

export function setMatrix(position: TextPosition, matrix: readonly number[]): void {
  position.a = matrix[0]!;
  position.b = matrix[1]!;
  position.c = matrix[2]!;
  position.d = matrix[3]!;
  position.x = matrix[4]!;
  position.y = matrix[5]!;
  position.lineX = position.x;
  position.lineY = position.y;
}

/** To the beginning of the next line, so far from the beginning of this one. */
export function moveLine(position: TextPosition, x: number, y: number): void {
  const { a, b, c, d } = position;
  position.lineX += a * x + c * y;
  position.lineY += b * x + d * y;
  position.x = position.lineX;
  position.y = position.lineY;
}

export function moveOn(position: TextPosition, by: number): void {
  position.x += position.a * by;
  position.y += position.b * by;
}

const SPACE = 32;

/** How far a glyph moves on in text space (9.4.4). @param width its own, at this font size. */
export function displacement(state: TextState, code: number, width: number): number {
  const { font, characterSpacing, wordSpacing, scale } = state;
  const word = code === SPACE && font?.codeLength === 1 ? wordSpacing : 0;
  return width + (characterSpacing + word) * scale;
}

/** How wide a glyph is in text space. */
export function widthOf({ font, size, scale }: TextState, code: number): number {
  return font === undefined ? 0 : font.advance(code) * size * scale;
}

/** As a part of the font size: low letters are as high. */
const HEIGHT = 0.42;

/**
 * Writes down where the lower half of a glyph is on the page, from its origin to where the next one has its
 * own.
 */
export function placeGlyph(
  box: MutableBox,
  state: TextState,
  position: TextPosition,
  width: number,
  page: Matrix,
) {
  const { size, rise } = state;
  const { a, b, c, d } = position;
  const height = size * HEIGHT;
  // The origin, and how far it is from there to the end and to the top.
  const x = position.x + c * rise;
  const y = position.y + d * rise;
  const originX = page[0] * x + page[2] * y + page[4];
  const originY = page[1] * x + page[3] * y + page[5];
  const endX = (page[0] * a + page[2] * b) * width;
  const endY = (page[1] * a + page[3] * b) * width;
  const topX = (page[0] * c + page[2] * d) * height;
  const topY = (page[1] * c + page[3] * d) * height;
  box.left = originX + Math.min(0, endX) + Math.min(0, topX);
  box.right = originX + Math.max(0, endX) + Math.max(0, topX);
  box.bottom = originY + Math.min(0, endY) + Math.min(0, topY);
  box.top = originY + Math.max(0, endY) + Math.max(0, topY);
}
