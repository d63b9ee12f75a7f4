/** Finds the items of a list in JSON with their places, so that one that is broken does not cost the others. */

export interface JsonItem {
  /** Offset of its first character. */
  readonly at: number;
  readonly text: string;
}

/** @returns the elements of the first list, undefined when there is none. What is never closed ends with the text. */
export function jsonItems(text: string): JsonItem[] | undefined {
  const open = text.indexOf("[");
  if (open < 0 || /[^\s{"':\w.,-]/.test(text.slice(0, open).replace(/"[^"]*"/g, ""))) return undefined;
  const items: JsonItem[] = [];
  let depth = 0;
  let start = open + 1;
  const push = (end: number) => {
    const piece = text.slice(start, end);
    const at = start + (piece.length - piece.trimStart().length);
    if (piece.trim() !== "") items.push({ at, text: piece.trim() });
  };
  for (let at = open + 1; at < text.length; at++) {
    const character = text[at]!;
    if (character === '"') at = stringEnd(text, at);
    else if (character === "{" || character === "[") depth++;
    else if (character === "," && depth === 0) {
      push(at);
      start = at + 1;
    } else if (character === "}" || character === "]") {
      if (depth === 0) {
        push(at);
        return items;
      }
      depth--;
    }
  }
  push(text.length);
  return items;
}

/** Text in JSON does not go over the end of a line. */
function stringEnd(text: string, open: number): number {
  for (let at = open + 1; at < text.length; at++) {
    if (text[at] === "\\") at++;
    else if (text[at] === '"' || text[at] === "\n") return at;
  }
  return text.length;
}
