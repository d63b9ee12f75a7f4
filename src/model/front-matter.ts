/**
 * Front matter: what a text says of itself at its top, for the tool it was written for: in YAML between `---`
 * (Jekyll, Docusaurus, Obsidian, Pandoc, Quarto), in TOML between `+++` or as JSON (Hugo), in lines that begin with `%`
 * (Pandoc). It is no part of the text; its title is.
 */

export interface FrontMatter {
  /** How many lines it takes, with its marks. */
  readonly lines: number;
  readonly language: "yaml" | "toml" | "json" | "title-block";
  readonly title?: string;
  /** The line of the title, from 0. */
  readonly titleLine: number;
}

interface Kind {
  readonly language: "yaml" | "toml" | "json";
  readonly opening: RegExp;
  readonly closing: RegExp;
  /** True when these lines between the marks are what they should be, and not prose between two rules. */
  readonly holds: (lines: readonly string[]) => boolean;
  /** The beginning of a line that says the title. */
  readonly title: RegExp;
}

/** A key, an item, a comment, what belongs to the line before it, or the end of a list or mapping in brackets. */
const YAML_LINE = /^(?:[^\s#:[\]{}`*>|][^:]*:(?:\s.*)?|-(?:\s.*)?|#.*|\s.*|[\]}].*|)$/;
const YAML_KEY = /^[^\s#:-][^:]*:(?:\s|$)/;

const KINDS: readonly Kind[] = [
  {
    language: "yaml",
    opening: /^\uFEFF?---[ \t]*$/,
    closing: /^(?:---|\.\.\.)[ \t]*$/,
    holds: (lines) => lines.every((line) => YAML_LINE.test(line)) && hasKey(lines, YAML_KEY),
    title: /^title[ \t]*:[ \t]*/,
  },
  {
    language: "toml",
    opening: /^\uFEFF?\+\+\+[ \t]*$/,
    closing: /^\+\+\+[ \t]*$/,
    holds: (lines) => hasKey(lines, /^\s*["\w.-]+\s*=/),
    title: /^title[ \t]*=[ \t]*/,
  },
  {
    language: "json",
    opening: /^\uFEFF?\{[ \t]*$/,
    closing: /^\}[ \t]*$/,
    holds: (lines) => /^\s*"[^"]+"\s*:/.test(lines.find((line) => line.trim() !== "") ?? ""),
    title: /^\s*"title"[ \t]*:[ \t]*/,
  },
];

/** Longer ones are no front matter. */
const MOST_LINES = 500;

/** @returns undefined for a text without any: between two rules there may be prose as well. */
export function frontMatterOf(text: string): FrontMatter | undefined {
  if (/^\uFEFF?%/.test(text)) return titleBlock(text);
  if (!/^\uFEFF?(?:---|\+\+\+|\{)[ \t]*[\r\n]/.test(text)) return undefined;
  const lines = text.split(/\r\n?|\n/, MOST_LINES);
  const kind = KINDS.find(({ opening }) => opening.test(lines[0]!))!;
  const end = lines.findIndex((line, index) => index > 0 && kind.closing.test(line));
  if (end < 0 || !kind.holds(lines.slice(1, end))) return undefined;
  const titleLine = lines.findIndex((line, index) => index < end && kind.title.test(line));
  const title = titleLine < 0 ? "" : valueAt(lines, titleLine, kind.title);
  return {
    lines: end + 1,
    language: kind.language,
    titleLine: Math.max(titleLine, 0),
    ...(title === "" ? {} : { title }),
  };
}

/** The fields of a title block: `% title`, `% authors`, `% date`; each may go on in indented lines. */
export function titleBlockFields(text: string): readonly string[] {
  const lines = text.replace(/^\uFEFF/, "").split(/\r\n?|\n/, MOST_LINES);
  const fields: string[] = [];
  for (const line of lines) {
    if (/^%(?:\s|$)/.test(line) && fields.length < 3) fields.push(line.slice(1));
    else if (fields.length > 0 && /^[ \t]+\S/.test(line)) fields[fields.length - 1] += `\n${line.trim()}`;
    else break;
  }
  return fields.map((field) => field.trim());
}

/** https://pandoc.org/MANUAL.html#extension-pandoc_title_block */
function titleBlock(text: string): FrontMatter | undefined {
  const fields = titleBlockFields(text);
  if (fields.length === 0) return undefined;
  const lines = fields.reduce((sum, field) => sum + field.split("\n").length, 0);
  const title = fields[0]!.replaceAll("\n", " ");
  return { lines, language: "title-block", titleLine: 0, ...(title === "" ? {} : { title }) };
}

/** Nothing but blank lines is front matter, too. */
function hasKey(lines: readonly string[], key: RegExp): boolean {
  return lines.every((line) => line.trim() === "") || lines.some((line) => key.test(line));
}

/** A key of YAML or TOML at the beginning of a line, with a value behind it. */
const PAIR = /^([\w-]+)[ \t]*(?::[ \t]+|=[ \t]*)(?=[^\s[{])/;

/** What the front matter of a text says in one line each, by its keys. */
export function plainValuesOf(text: string): Readonly<Record<string, string>> {
  const found = frontMatterOf(text);
  if (found === undefined) return {};
  const lines = text.split(/\r\n?|\n/, found.lines);
  return Object.fromEntries(
    lines.flatMap((line, at) => {
      const [beginning, key] = PAIR.exec(line) ?? [];
      return key === undefined || beginning === undefined ? [] : [[key, valueAt(lines, at, PAIR)]];
    }),
  );
}

function valueAt(lines: readonly string[], at: number, beginning: RegExp): string {
  const value = lines[at]!.replace(beginning, "").trim();
  // A block scalar has its text on the lines below it.
  if (/^[|>][-+]?$/.test(value)) return (lines[at + 1] ?? "").trim();
  const [, double, single] = /^(?:"((?:[^"\\]|\\.)*)"|'((?:[^']|'')*)'),?\s*(?:#.*)?$/.exec(value) ?? [];
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
