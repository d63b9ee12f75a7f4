/**
 * Comments in code that speak to a web site and not to its readers: `// highlight-next-line` of Docusaurus
 * takes a line of its own, `// [!code focus]` of VitePress ends one, or stands above those that it means. They point
 * out lines.
 */
import type { LineMark, LineMarks } from "./marked-lines.js";

const OPEN = String.raw`[ \t]*(?:\/\/|#|--|;|%|\{?\/\*|<!--)[ \t]*`;
const CLOSE = String.raw`[ \t]*(?:\*\/\}?|-->)?[ \t]*`;
const OWN_LINE = new RegExp(`^${OPEN}highlight-(next-line|start|end)${CLOSE}$`);
const AT_END = new RegExp(
  String.raw`${OPEN}\[!code (\+\+|--|hl|highlight|focus|warning|error|word)(?::([^\]\n]*))?\]${CLOSE}$`,
);

/** A word in a line is not the line. */
const MARKS: Readonly<Record<string, LineMark | undefined>> = {
  "++": "added",
  "--": "removed",
  word: undefined,
};

interface Commented {
  readonly code: string;
  readonly marks: LineMarks;
}

export function readMagicComments(code: string): Commented {
  if (!code.includes("highlight-") && !code.includes("[!code ")) return { code, marks: new Map() };
  const kept: string[] = [];
  const marks = new Map<number, LineMark>();
  let isOpen = false;
  for (const line of code.split("\n")) {
    const [, command] = OWN_LINE.exec(line) ?? [];
    if (command === "next-line") marks.set(kept.length + 1, "marked");
    else if (command !== undefined) isOpen = command === "start";
    if (command !== undefined) continue;
    const rest = withoutComment(line, kept.length + 1, marks);
    if (rest === undefined) continue;
    kept.push(rest);
    if (isOpen) marks.set(kept.length, "marked");
  }
  return { code: kept.join("\n"), marks: new Map([...marks].filter(([line]) => line < kept.length)) };
}

/** Notes what the comment at the end of a line means. @returns undefined for one that is nothing else. */
function withoutComment(line: string, number: number, marks: Map<number, LineMark>): string | undefined {
  const found = AT_END.exec(line);
  if (found === null) return line;
  const [, word = "", count = "1"] = found;
  const mark = word in MARKS ? MARKS[word] : "marked";
  const lines = /^\d{1,4}$/.test(count) ? Number(count) : 1;
  for (let at = 0; mark !== undefined && at < lines; at += 1) marks.set(number + at, mark);
  const rest = line.slice(0, found.index);
  return rest.trim() === "" ? undefined : rest;
}
