/** Where a line of shell comes apart: its commands, and what stands in quotes or brackets and stays whole. */
import { closing } from "./lines.js";

export interface Piece {
  readonly text: string;
  /** True when it reads what the one before it writes. */
  readonly isPiped: boolean;
}

/** The commands of a line: between `;`, `&&`, `||` and `|`, outside of quotes and brackets. */
export function pieces(line: string): readonly Piece[] {
  const found: { text: string; isPiped: boolean }[] = [{ text: "", isPiped: false }];
  for (let at = 0; at < line.length; at += 1) {
    const end = endOfQuoted(line, at);
    const two = line.slice(at, at + 2);
    if (end > at) found.at(-1)!.text += line.slice(at, end + 1);
    else if (line[at] === "#" && /^$|\s/.test(line[at - 1] ?? "")) break;
    else if (two === "&&" || two === "||" || line[at] === ";") found.push({ text: "", isPiped: false });
    else if (line[at] === "|") found.push({ text: "", isPiped: true });
    else found.at(-1)!.text += line[at];
    at = end > at ? end : two === "&&" || two === "||" ? at + 1 : at;
  }
  return found.filter(({ text }) => text.trim() !== "");
}

/** Where what begins at `at` ends, when it is in quotes or brackets; else `at`. */
export function endOfQuoted(text: string, at: number): number {
  const mark = text[at];
  if (mark === "\\") return at + 1;
  if (mark === "$" && (text[at + 1] === "(" || text[at + 1] === "{")) return closing(text, at + 1);
  if (mark === "(" && text[at - 1] === "=") return closing(text, at);
  if (mark === '"') return endOfDouble(text, at);
  if (mark !== "'" && mark !== "`") return at;
  const end = text.indexOf(mark, at + 1);
  return end < 0 ? text.length : end;
}

/** In double quotes there may be a program with quotes of its own. */
function endOfDouble(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] === '"') return at;
    at = text[at] === "\\" ? at + 1 : text[at] === "$" ? endOfQuoted(text, at) : at;
  }
  return text.length;
}
