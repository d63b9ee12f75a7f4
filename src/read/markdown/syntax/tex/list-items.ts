/** The items of a list of LaTeX. */

export interface ListItem {
  /** What stands in brackets: the term of a description. */
  readonly term?: string;
  readonly text: string;
  /** Counted from the first line of the list. */
  readonly line: number;
}

const MARK =
  /\\(?:(begin|end)\{(?:itemize|enumerate|description)\}|item(?![A-Za-z])[ \t]*(?:\[([^\]]*)\])?[ \t]*)/g;

/** The items of the list itself, and not of those in it. */
export function listItems(content: string): ListItem[] {
  const items: ListItem[] = [];
  let depth = 0;
  let line = 0;
  let counted = 0;
  let current: { readonly start: number; readonly term?: string } | undefined;
  const finish = (end: number) => {
    if (!current) return;
    const { start, ...rest } = current;
    line += content.slice(counted, start).split("\n").length - 1;
    counted = start;
    items.push({ ...rest, text: content.slice(start, end).trimEnd(), line });
  };
  for (const { 0: mark, 1: border, 2: term, index } of content.matchAll(MARK)) {
    if (border !== undefined) depth += border === "begin" ? 1 : -1;
    else if (depth === 0) {
      finish(index);
      current = { start: index + mark.length, ...(term === undefined ? {} : { term }) };
    }
  }
  finish(content.length);
  return items;
}
