/** Reads a command of TeX with what it is given in brackets and braces. */

export interface TexCommand {
  readonly name: string;
  /** What stands in brackets. */
  readonly options: readonly string[];
  readonly args: readonly TexArgument[];
  /** Offset behind all of it. */
  readonly end: number;
}

export interface TexArgument {
  readonly text: string;
  /** Offset of its first character. */
  readonly start: number;
}

const NAME = /\\([A-Za-z]+)\*?/y;
/** A longer stretch between braces is no argument of a command. */
const LONGEST = 20_000;

/**
 * The command at an offset with as many arguments as it takes, if they are all there. Without any, the blanks that TeX
 * passes over behind a name go with it.
 */
export function readCommand(
  text: string,
  at: number,
  countOf: (name: string) => number | undefined,
): TexCommand | undefined {
  NAME.lastIndex = at;
  const name = NAME.exec(text)?.[1];
  const count = name === undefined ? undefined : countOf(name);
  if (name === undefined || count === undefined) return undefined;
  const options: string[] = [];
  const args: TexArgument[] = [];
  let end = NAME.lastIndex;
  for (;;) {
    const sign = text[end];
    if (sign === "[" ? count === 0 : sign !== "{" || args.length === count) break;
    const close = closingOf(text, end, sign === "[" ? "]" : "}");
    if (close === undefined) break;
    if (sign === "[") options.push(text.slice(end + 1, close));
    else args.push({ text: text.slice(end + 1, close), start: end + 1 });
    end = close + 1;
  }
  if (args.length < count) return undefined;
  // `{}` ends a name.
  if (count === 0 && text.startsWith("{}", end)) end += 2;
  return { name, options, args, end };
}

/** The offset of the bracket that closes the one at `open`. */
export function closingOf(text: string, open: number, close: "]" | "}"): number | undefined {
  const limit = Math.min(text.length, open + LONGEST);
  let depth = 0;
  for (let at = open; at < limit; at++) {
    const sign = text[at];
    if (sign === "\\") at++;
    else if (sign === "{" || (close === "]" && sign === "[")) depth++;
    else if (sign === "}" || (close === "]" && sign === "]")) {
      depth--;
      if (depth === 0) return sign === close ? at : undefined;
    }
  }
  return undefined;
}
