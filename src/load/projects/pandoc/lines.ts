/** What makefiles and scripts of a shell have in common: lines that go on in the next one, and brackets in brackets. */

export interface ScriptLine {
  readonly text: string;
  /** From 1. */
  readonly line: number;
}

/** Lines that end in a backslash go on in the next one. */
export function joinedLines(text: string): readonly ScriptLine[] {
  const found: ScriptLine[] = [];
  let open: { text: string; line: number } | undefined;
  for (const [index, each] of text.split(/\r\n?|\n/).entries()) {
    const isOpen = /(?:^|[^\\])(?:\\\\)*\\$/.test(each);
    const own = isOpen ? each.slice(0, -1) : each;
    if (open === undefined) open = { text: own, line: index + 1 };
    else open.text += ` ${own.trim()}`;
    if (isOpen) continue;
    found.push(open);
    open = undefined;
  }
  return open === undefined ? found : [...found, open];
}

/** Where the bracket at `start` is closed; the end of the text when it is not. */
export function closing(text: string, start: number): number {
  const [open, close] = text[start] === "(" ? ["(", ")"] : ["{", "}"];
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    if (text[at] === open) depth += 1;
    if (text[at] === close) depth -= 1;
    if (depth === 0) return at;
  }
  return text.length;
}
