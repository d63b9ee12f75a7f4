/**
 * The marks of code annotations: at the end of a line, in a comment of any language, `# <1>` (Quarto) or
 * `# (1)!` (MkDocs); `<1,2>` and several marks name several.
 */

/** Numbers of a line, by the line: counted from 0. */
export type Marks = ReadonlyMap<number, readonly number[]>;

export interface MarkedCode {
  /** The code without its marks. */
  readonly code: string;
  readonly marks: Marks;
}

const COMMENT = String.raw`(?:\/\/|\/\*|<!--|\(\*|--|#+|%+|;+|['!*⍝"]|REM\b)`;
const NUMBERS = String.raw`<\d{1,3}(?:\s*,\s*\d{1,3})*>|\(\d{1,3}\)!`;
const MARK = String.raw`[ \t]*${COMMENT}[ \t]*(?:${NUMBERS})(?:[ \t]*(?:${NUMBERS}))*[ \t]*(?:\*\/|-->|\*\)|;)?`;
const MARKS = new RegExp(String.raw`(?:${MARK}){1,6}[ \t]*$`);
/** No more are looked for in a line: comments end it. */
const LONGEST = 80;

/** @returns undefined for code without marks. */
export function readMarks(code: string): MarkedCode | undefined {
  if (!/<\d|\d\)!/.test(code)) return undefined;
  const marks = new Map<number, readonly number[]>();
  const lines = code.split("\n").map((line, index) => {
    const end = line.slice(-LONGEST);
    const found = MARKS.exec(end);
    if (!found) return line;
    marks.set(index, [...new Set(found[0].match(/\d+/g)!.map(Number))]);
    return line.slice(0, line.length - end.length + found.index);
  });
  return marks.size === 0 ? undefined : { code: lines.join("\n"), marks };
}
