/**
 * Draws a grid table again whose lines are out of step: a line that is too long, a bar that is not there, or letters that
 * an editor shows wider than they count. It can be done where all rules and rows have as many columns, or all rules
 * their corners below each other, so that nobody can doubt what was meant.
 */
import { columnsOf } from "./columns.js";

const RULE = /^\+(?:[-=:]+\+)+$/;
const BAR = /(?<!\\)\|/;

/** The lines with their columns below each other; undefined when they have not all as many. */
export function realigned(lines: readonly string[]): readonly string[] | undefined {
  const rows = alike(lines.map(piecesOf)) ?? alike(cutBelow(lines));
  if (!rows) return undefined;
  const widths = rows[0]!.map((_, column) =>
    rows.reduce((widest, row) => Math.max(widest, columnsOf(row[column]!).length), 0),
  );
  return rows.map((row, index) => {
    const isRule = lines[index]!.startsWith("+");
    const [end, sign] = isRule ? ["+", row.join("").includes("=") ? "=" : "-"] : ["|", " "];
    const cells = row.map((piece, column) => widened(piece, widths[column]!, sign));
    return end + cells.join(end) + end;
  });
}

type Pieces = readonly string[] | undefined;

/** The rows, when all can be read and have as many pieces. */
function alike(rows: readonly Pieces[]): readonly (readonly string[])[] | undefined {
  const count = rows[0]?.length;
  const read = rows.filter((row): row is readonly string[] => row?.length === count);
  return count !== undefined && read.length === rows.length ? read : undefined;
}

/** Pieces by the corners of the first rule, where no word stands across one. */
function cutBelow(lines: readonly string[]): readonly Pieces[] {
  const corners = columnsOf(lines[0]!.trimEnd()).flatMap((sign, column) => (sign === "+" ? [column] : []));
  const walls = corners.slice(1, -1);
  return lines.map((line): Pieces => {
    const columns = columnsOf(line.trimEnd());
    if (line.startsWith("+")) {
      const isAlike = corners.every((corner) => columns[corner] === "+") && RULE.test(line.trimEnd());
      return isAlike ? piecesOf(line) : undefined;
    }
    if (walls.some((wall) => !/^[| ]?$/.test(columns[wall] ?? ""))) return undefined;
    const bounds = [0, ...walls, columns.at(-1) === "|" ? columns.length - 1 : columns.length];
    return bounds.slice(1).map((bound, index) => columns.slice(bounds[index]! + 1, bound).join(""));
  });
}

/** What stands between the corners of a rule, or between the bars of a row. */
function piecesOf(line: string): readonly string[] | undefined {
  const text = line.trimEnd();
  if (text.startsWith("+")) return RULE.test(text) ? text.slice(1, -1).split("+") : undefined;
  const pieces = text.split(BAR);
  return pieces.length > 2 && pieces[0] === "" && pieces.at(-1) === "" ? pieces.slice(1, -1) : undefined;
}

/** The colon at the end of a rule stays there. */
function widened(piece: string, width: number, sign: string): string {
  const filling = sign.repeat(width - columnsOf(piece).length);
  return piece.endsWith(":") && sign !== " " ? `${piece.slice(0, -1)}${filling}:` : piece + filling;
}
