/**
 * The part of the graphics state that bears on what can be seen: ISO 32000-1, 8.4. It is changed where it is, and
 * copied when it is saved; what it holds is never changed.
 */
import type { PrintedPdf } from "../../assemble/reader/printed-pdf.js";
import type { PdfDict } from "../../assemble/reader/values.js";
import { type Box, intersection, type Matrix } from "../geometry.js";
import type { Shape } from "./path.js";
import { united } from "./path.js";
import type { Clip, Colour, Paint } from "./sheet.js";
import { NO_TEXT, type TextState } from "./text-state.js";

export interface GraphicsState {
  matrix: Matrix;
  clip: Clip;
  paint: Paint;
  text: TextState;
}

const BLACK = [0, 0, 0] as const;

export function initialState(paper: Box, matrix: Matrix): GraphicsState {
  return {
    matrix,
    clip: { box: paper, shapes: [] },
    paint: { colour: BLACK, alpha: 1, isPlain: true },
    text: NO_TEXT,
  };
}

/** 8.5.4; a path without shapes leaves nothing to be seen. */
export function clipped({ box, shapes }: Clip, path: readonly Shape[]): Clip {
  if (path.length === 0) return { box: { ...box, right: box.left - 1 }, shapes };
  const shape = united(path);
  return {
    box: intersection(box, shape.bounds),
    shapes: shape.outlines.length === 0 ? shapes : [...shapes, shape],
  };
}

/** What a graphics state parameter dictionary makes of a paint. */
export function withParameters(pdf: PrintedPdf, paint: Paint, parameters: PdfDict): Paint {
  const [alpha, blend, mask] = ["/ca", "/BM", "/SMask"].map((key) => parameters.get(key));
  const isNormal = blend === undefined || blend === "/Normal" || blend === "/Compatible";
  return {
    ...paint,
    alpha: alpha === undefined ? paint.alpha : pdf.number(alpha),
    isPlain: isNormal && (mask === undefined || mask === "/None"),
  };
}

/** The colour of some numbers in the device space that has so many (8.6.4); undefined for any other. */
export function colourOf(numbers: readonly number[], count: number): Colour {
  const [a, b, c, d] = numbers as [number, number, number, number];
  if (count === 1) return [a, a, a];
  if (count === 3) return [a, b, c];
  if (count === 4) return [(1 - a) * (1 - d), (1 - b) * (1 - d), (1 - c) * (1 - d)];
  return undefined;
}
