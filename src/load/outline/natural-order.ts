/** The order of names as people expect it: `2-ebb.md` before `10-flood.md`, the same on every machine. */

export function compareNames(a: string, b: string): number {
  const [one, other] = [piecesOf(a), piecesOf(b)];
  for (const [index, piece] of one.entries()) {
    const against = other[index];
    if (against === undefined) return 1;
    const order = comparePieces(piece, against);
    if (order !== 0) return order;
  }
  return one.length - other.length || compareLetters(a, b);
}

/** Letters and digits in turns. */
function piecesOf(name: string): readonly string[] {
  return (
    name
      .normalize()
      .toLowerCase()
      .match(/\d+|\D+/g) ?? []
  );
}

function comparePieces(a: string, b: string): number {
  const areNumbers = /^\d/.test(a) && /^\d/.test(b);
  return areNumbers ? Number(a) - Number(b) : compareLetters(a, b);
}

function compareLetters(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
