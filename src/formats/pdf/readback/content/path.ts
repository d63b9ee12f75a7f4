/** The path that a content stream is drawing: ISO 32000-1, 8.5.2. */
import { apply, type Box, boundsOf, type Matrix, type Point } from "../geometry.js";

/** What a path encloses. */
export interface Shape {
  readonly bounds: Box;
  /** Outlines of subpaths; none when the shape is its bounds. */
  readonly outlines: readonly (readonly Point[])[];
}

export interface Path {
  readonly moveTo: (matrix: Matrix, x: number, y: number) => void;
  readonly lineTo: (matrix: Matrix, x: number, y: number) => void;
  /** A cubic curve from the current point, by its two control points and its end. */
  readonly curveTo: (matrix: Matrix, numbers: readonly number[]) => void;
  readonly rectangle: (matrix: Matrix, x: number, y: number, width: number, height: number) => void;
  /** The shapes that have been drawn, one for each subpath. Begins a new path. */
  readonly take: () => Shape[];
}

/** Points that stand for a curve: letters are larger than what lies between. */
const STEPS = [0.25, 0.5, 0.75, 1];
const SAME = 0.01;

export function openPath(): Path {
  let outlines: Point[][] = [];
  const lineTo = (matrix: Matrix, x: number, y: number): void => {
    outlines.at(-1)?.push(apply(matrix, x, y));
  };
  return {
    moveTo(matrix, x, y) {
      outlines.push([apply(matrix, x, y)]);
    },
    lineTo,
    curveTo(matrix, [x1, y1, x2, y2, x3, y3]) {
      const outline = outlines.at(-1);
      const start = outline?.at(-1);
      if (outline === undefined || start === undefined) return;
      const controls = [start, apply(matrix, x1!, y1!), apply(matrix, x2!, y2!), apply(matrix, x3!, y3!)];
      for (const step of STEPS) outline.push(onCurve(controls, step));
    },
    rectangle(matrix, x, y, width, height) {
      outlines.push([
        apply(matrix, x, y),
        apply(matrix, x + width, y),
        apply(matrix, x + width, y + height),
        apply(matrix, x, y + height),
      ]);
    },
    take() {
      const shapes = outlines.map(shapeOf);
      outlines = [];
      return shapes;
    },
  };
}

function shapeOf(points: readonly Point[]): Shape {
  const bounds = boundsOf(points);
  return { bounds, outlines: isRectangle(points, bounds) ? [] : [points] };
}

/** True when all points are corners of the bounds, one after another around them. */
function isRectangle(points: readonly Point[], { left, bottom, right, top }: Box): boolean {
  const isNear = (one: number, other: number): boolean => Math.abs(one - other) < SAME;
  const isCorner = ({ x, y }: Point): boolean =>
    (isNear(x, left) || isNear(x, right)) && (isNear(y, bottom) || isNear(y, top));
  const isSide = (point: Point, index: number): boolean => {
    const before = points.at(index - 1)!;
    return isNear(point.x, before.x) || isNear(point.y, before.y);
  };
  return points.length >= 4 && points.length <= 5 && points.every(isCorner) && points.every(isSide);
}

function onCurve(controls: readonly Point[], at: number): Point {
  const rest = 1 - at;
  const weights = [rest ** 3, 3 * rest ** 2 * at, 3 * rest * at ** 2, at ** 3];
  let [x, y] = [0, 0];
  controls.forEach((point, index) => {
    x += point.x * weights[index]!;
    y += point.y * weights[index]!;
  });
  return { x, y };
}

/** One shape for a path with several subpaths, by the even-odd rule. */
export function united(shapes: readonly Shape[]): Shape {
  if (shapes.length === 1) return shapes[0]!;
  const outlines = shapes.map(({ bounds: { left, bottom, right, top }, outlines: [outline] }) =>
    outline === undefined
      ? [
          { x: left, y: bottom },
          { x: right, y: bottom },
          { x: right, y: top },
          { x: left, y: top },
        ]
      : outline,
  );
  return { bounds: boundsOf(outlines.flat()), outlines };
}
