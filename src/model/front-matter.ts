/**
 * Front matter: what a text says of itself in YAML between `---` at its top, for the tool it was written for
 * (Jekyll, Hugo, Docusaurus, Obsidian, Pandoc, Quarto). It is no part of the text; its title is.
 */

export interface FrontMatter {
  /** How many lines it takes, with its marks. */
  readonly lines: number;
  readonly title?: string;
  /** The line of the title, from 0. */
  readonly titleLine: number;
}

const OPENING = /^\uFEFF?---[ \t]*$/;
const CLOSING = /^(?:---|\.\.\.)[ \t]*$/;
/** A key, an item, a comment, what belongs to the line before it, or the end of a list or mapping in brackets. */
const YAML_LINE = /^(?:[^\s#:[\]{}`*>|][^:]*:(?:\s.*)?|-(?:\s.*)?|#.*|\s.*|[\]}].*|)$/;
const KEY = /^[^\s#:-][^:]*:(?:\s|$)/;
/** Longer ones are no front matter. */
const MOST_LINES = 500;

/** @returns undefined for a text without any: between two rules there may be prose as well. */
export function frontMatterOf(text: string): FrontMatter | undefined {
  if (!/^\uFEFF?---[ \t]*[\r\n]/.test(text)) return undefined;
  const lines = text.split(/\r\n?|\n/, MOST_LINES);
  if (!OPENING.test(lines[0]!)) return undefined;
  const end = lines.findIndex((line, index) => index > 0 && CLOSING.test(line));
  const inner = lines.slice(1, end);
  const isYaml = inner.every((line) => YAML_LINE.test(line)) && inner.filter((line) => line.trim() !== "");
  if (end < 0 || isYaml === false || (isYaml.length > 0 && !isYaml.some((line) => KEY.test(line))))
    return undefined;
  const titleLine = lines.findIndex((line, index) => index < end && /^title[ \t]*:/.test(line));
  const title = titleLine < 0 ? "" : titleAt(lines, titleLine);
  return { lines: end + 1, titleLine: Math.max(titleLine, 0), ...(title === "" ? {} : { title }) };
}

function titleAt(lines: readonly string[], at: number): string {
  const value = lines[at]!.replace(/^title[ \t]*:[ \t]*/, "").trim();
  // A block scalar has its text on the lines below it.
  if (/^[|>][-+]?$/.test(value)) return (lines[at + 1] ?? "").trim();
  const [, double, single] = /^(?:"((?:[^"\\]|\\.)*)"|'((?:[^']|'')*)')\s*(?:#.*)?$/.exec(value) ?? [];
  if (double !== undefined) return double.replace(/\\(["\\])/g, "$1").trim();
  if (single !== undefined) return single.replaceAll("''", "'").trim();
  return value.replace(/\s+#.*$/, "").trim();
}

/** The text without its front matter, with a line for each of its lines. */
export function withoutFrontMatter(text: string): string {
  const found = frontMatterOf(text);
  if (found === undefined) return text;
  const lines = text.split(/\r\n?|\n/);
  return [...lines.slice(0, found.lines).map(() => ""), ...lines.slice(found.lines)].join("\n");
}
