/** Where a page is painted: the boxes of its fills and pictures, in points from the bottom left corner of its sheet. */
import { getDocument, OPS } from "pdfjs-dist/legacy/build/pdf.mjs";

/** Left, bottom, right, top. */
export type PaintedBox = readonly [number, number, number, number];

export interface Painted {
  readonly what: "fill" | "picture";
  readonly box: PaintedBox;
}

type Matrix = readonly [number, number, number, number, number, number];

interface State {
  readonly matrix: Matrix;
  readonly clip: PaintedBox;
}

const EVERYWHERE: PaintedBox = [-Infinity, -Infinity, Infinity, Infinity];
const FILLS: readonly unknown[] = [OPS.fill, OPS.eoFill, OPS.fillStroke, OPS.eoFillStroke];

/** @param index of the page, from 0. */
export async function paintedOn(bytes: Uint8Array, index: number): Promise<Painted[]> {
  const document = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise;
  const { fnArray, argsArray } = await (await document.getPage(index + 1)).getOperatorList();
  const painted: Painted[] = [];
  const saved: State[] = [];
  let state: State = { matrix: [1, 0, 0, 1, 0, 0], clip: EVERYWHERE };
  let isClip = false;
  const paint = (what: Painted["what"], box: PaintedBox): void => {
    painted.push({ what, box: common(moved(state.matrix, box), state.clip) });
  };
  fnArray.forEach((operator, at) => {
    const args = argsArray[at] as unknown[];
    if (operator === OPS.save) saved.push(state);
    else if (operator === OPS.restore) state = saved.pop() ?? state;
    else if (operator === OPS.transform) {
      state = { ...state, matrix: product(args as unknown as Matrix, state.matrix) };
    } else if (operator === OPS.clip || operator === OPS.eoClip) isClip = true;
    else if (operator === OPS.paintImageXObject) paint("picture", [0, 0, 1, 1]);
    else if (operator === OPS.constructPath) {
      const box = [...((args[2] ?? []) as Iterable<number>)] as unknown as PaintedBox;
      if (isClip) state = { ...state, clip: common(state.clip, moved(state.matrix, box)) };
      else if (FILLS.includes(args[0])) paint("fill", box);
      isClip = false;
    }
  });
  await document.destroy();
  return painted;
}

/** What `first` does, then what `second` does. */
function product([a, b, c, d, e, f]: Matrix, [p, q, r, s, t, u]: Matrix): Matrix {
  return [a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u];
}

function moved([a, b, c, d, e, f]: Matrix, [left, bottom, right, top]: PaintedBox): PaintedBox {
  const corners = [left, right].flatMap((x) =>
    [bottom, top].map((y) => [a * x + c * y + e, b * x + d * y + f]),
  );
  const [xs, ys] = [0, 1].map((axis) => corners.map((corner) => corner[axis]!)) as [number[], number[]];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

function common(one: PaintedBox, other: PaintedBox): PaintedBox {
  return [
    Math.max(one[0], other[0]),
    Math.max(one[1], other[1]),
    Math.min(one[2], other[2]),
    Math.min(one[3], other[3]),
  ];
}
