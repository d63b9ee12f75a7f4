/** A tag of JSX that stands alone on its line, or goes over several: `<TabItem value="a" label={"A"}>`. */
import type { StateBlock } from "markdown-it";

export interface JsxTag {
  readonly name: string;
  readonly kind: "open" | "close" | "alone";
  /** Values that are texts, by their names. */
  readonly values: ReadonlyMap<string, string>;
  /** What stands between it and its end tag on the same line. */
  readonly inner?: string;
  /** The line behind it. */
  readonly end: number;
}

/** A tag of more lines is none. */
const MOST_LINES = 60;
const NAME = /^<(\/?)([A-Z][\w.]*)/;
const VALUE =
  /([\w-]+)[ \t\n]*=[ \t\n]*(?:"([^"]*)"|'([^']*)'|\{[ \t\n]*(?:"([^"]*)"|'([^']*)'|`([^`$]*)`)[ \t\n]*\})/g;

/** The tag of a component that begins on a line, with nothing behind it but its end tag. */
export function jsxTagAt(state: StateBlock, line: number, endLine: number): JsxTag | undefined {
  const start = state.bMarks[line]! + state.tShift[line]!;
  const [opening, slash, name] = NAME.exec(state.src.slice(start, start + 80)) ?? [];
  if (opening === undefined || name === undefined) return undefined;
  const last = Math.min(endLine, line + MOST_LINES) - 1;
  const source = state.src.slice(start, state.eMarks[last]);
  const close = endOfTag(source, opening.length);
  if (close === undefined) return undefined;
  const lineEnd = source.indexOf("\n", close);
  const behind = source.slice(close + 1, lineEnd < 0 ? undefined : lineEnd).trim();
  const inner = behind.endsWith(`</${name}>`) ? behind.slice(0, -name.length - 3).trim() : undefined;
  if (behind !== "" && inner === undefined) return undefined;
  const tag = source.slice(0, close + 1);
  const values = new Map(
    [...tag.matchAll(VALUE)].map(([, key, ...texts]) => [key!, texts.find((text) => text !== undefined)!]),
  );
  const kind = slash ? "close" : tag.endsWith("/>") ? "alone" : "open";
  return {
    name,
    kind,
    values,
    ...(inner === undefined ? {} : { inner }),
    end: line + tag.split("\n").length,
  };
}

/** The offset of the `>` that ends a tag: outside of quotes and braces. */
function endOfTag(source: string, from: number): number | undefined {
  let depth = 0;
  for (let at = from; at < source.length; at++) {
    const sign = source[at]!;
    if (sign === '"' || sign === "'" || sign === "`") {
      const end = source.indexOf(sign, at + 1);
      if (end < 0) return undefined;
      at = end;
    } else if (sign === "{") depth++;
    else if (sign === "}") depth--;
    else if (sign === "<" && depth === 0) return undefined;
    else if (sign === ">" && depth === 0) return at;
  }
  return undefined;
}
