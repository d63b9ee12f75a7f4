/** Finds what two lists have in common, in order (Myers, “An O(ND) Difference Algorithm and Its Variations”, 1986). */

/** Changes that are looked for; where there are more, everything between beginning and end counts as changed. */
const MOST_CHANGES = 2000;

/** @returns pairs of indices of equal items, in order. */
export function common(before: readonly string[], after: readonly string[]): (readonly [number, number])[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let end = 0;
  const least = Math.min(before.length, after.length) - start;
  while (end < least && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  const middle = shortest(before.slice(start, before.length - end), after.slice(start, after.length - end));
  return [
    ...Array.from({ length: start }, (_, index) => [index, index] as const),
    ...middle.map(([one, other]) => [one + start, other + start] as const),
    ...Array.from(
      { length: end },
      (_, index) => [before.length - end + index, after.length - end + index] as const,
    ),
  ];
}

function shortest(before: readonly string[], after: readonly string[]): (readonly [number, number])[] {
  const most = Math.min(before.length + after.length, MOST_CHANGES);
  /** How far each diagonal goes, after each number of changes. */
  const trace: Map<number, number>[] = [];
  let ends = new Map([[1, 0]]);
  for (let changes = 0; changes <= most; changes += 1) {
    trace.push(ends);
    ends = new Map(ends);
    for (let diagonal = -changes; diagonal <= changes; diagonal += 2) {
      let x = isDown(ends, diagonal, changes) ? at(ends, diagonal + 1) : at(ends, diagonal - 1) + 1;
      while (x < before.length && x - diagonal < after.length && before[x] === after[x - diagonal]) x += 1;
      ends.set(diagonal, x);
      if (x >= before.length && x - diagonal >= after.length)
        return wayBack(trace, before.length, after.length);
    }
  }
  return [];
}

function isDown(ends: ReadonlyMap<number, number>, diagonal: number, changes: number): boolean {
  return diagonal === -changes || (diagonal !== changes && at(ends, diagonal - 1) < at(ends, diagonal + 1));
}

function at(ends: ReadonlyMap<number, number>, diagonal: number): number {
  return ends.get(diagonal) ?? -1;
}

function wayBack(
  trace: readonly ReadonlyMap<number, number>[],
  x: number,
  y: number,
): (readonly [number, number])[] {
  const pairs: [number, number][] = [];
  for (let changes = trace.length - 1; changes >= 0; changes -= 1) {
    const ends = trace[changes]!;
    const diagonal = x - y;
    const before = isDown(ends, diagonal, changes) ? diagonal + 1 : diagonal - 1;
    const [startX, startY] = changes === 0 ? [0, 0] : [at(ends, before), at(ends, before) - before];
    while (x > startX && y > startY) {
      x -= 1;
      y -= 1;
      pairs.push([x, y]);
    }
    [x, y] = [startX, startY];
  }
  return pairs.reverse();
}
