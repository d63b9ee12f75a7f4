/** Places on a page while its content is read: PDF user space, in points, with the vertical axis upwards. */

/** ISO 32000-1, 8.3.3: `[a b c d e f]`. */
export type Matrix = readonly [number, number, number, number, number, number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** What `first` does, then what `second` does. */
export function multiply(first: Matrix, second: Matrix): Matrix {
  const [a, b, c, d, e, f] = first;
  const [p, q, r, s, t, u] = second;
  return [a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u];
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export function apply([a, b, c, d, e, f]: Matrix, x: number, y: number): Point {
  return { x: a * x + c * y + e, y: b * x + d * y + f };
}

export interface Box {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

/** One that is written again for each letter. */
export type MutableBox = { -readonly [Side in keyof Box]: number };

export function boundsOf(points: readonly Point[]): Box {
  let [left, bottom, right, top] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of points) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    bottom = Math.min(bottom, y);
    top = Math.max(top, y);
  }
  return { left, bottom, right, top };
}

/** What two boxes have in common; nothing is inside of a box whose right is left of its left. */
export function intersection(one: Box, other: Box): Box {
  return {
    left: Math.max(one.left, other.left),
    bottom: Math.max(one.bottom, other.bottom),
    right: Math.min(one.right, other.right),
    top: Math.min(one.top, other.top),
  };
}

export function hasPoint({ left, bottom, right, top }: Box, x: number, y: number): boolean {
  return x >= left && x <= right && y >= bottom && y <= top;
}

/** True for an inner box that is wholly in the outer one. */
export function hasBox(outer: Box, inner: Box): boolean {
  return (
    inner.left >= outer.left &&
    inner.right <= outer.right &&
    inner.bottom >= outer.bottom &&
    inner.top <= outer.top
  );
}

export function cornersOf({ left, bottom, right, top }: Box): readonly Point[] {
  return [
    { x: left, y: bottom },
    { x: right, y: bottom },
    { x: right, y: top },
    { x: left, y: top },
  ];
}

/** Even-odd rule (8.5.3.3.3), for outlines that are closed by their first point. */
export function areAround(outlines: readonly (readonly Point[])[], { x, y }: Point): boolean {
  let isInside = false;
  for (const points of outlines) {
    let before = points.at(-1)!;
    for (const point of points) {
      const crosses = point.y > y !== before.y > y;
      if (crosses && x < ((before.x - point.x) * (y - point.y)) / (before.y - point.y) + point.x) {
        isInside = !isInside;
      }
      before = point;
    }
  }
  return isInside;
}
