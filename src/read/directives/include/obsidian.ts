/**
 * Embeds of notes in Obsidian, `![[Note]]`, `![[Note#Heading]]` and `![[Note#^block]]`. Pictures are embedded
 * by the parser.
 */
import { ALL_LINES, type IncludeDirective, type IncludeSyntax } from "./syntax.js";

/** In a table the bar has a backslash before it. */
const EMBED = /!\[\[([^[\]|#\n]+?)(?:#([^[\]|\n]+?))?(?:\\?\|[^[\]\n]*)?\]\]/g;
/** What is no note: `![[moon.png]]`. */
const OTHER_FILE = /\.(?!md$)[a-z]\w{1,4}$/i;

export const obsidianEmbeds: IncludeSyntax = {
  marks: ["![["],
  find: (line) =>
    [...line.matchAll(EMBED)]
      .filter(([, path = ""]) => !OTHER_FILE.test(path.trim()))
      .map(({ 0: whole, 1: path = "", 2: part, index }): IncludeDirective => {
        return {
          index,
          whole,
          path: path.trim(),
          partName: part ?? "",
          select: selector(part),
          mayBeExample: true,
        };
      }),
  names: (path) => [/\.md$/i.test(path) ? path : `${path}.md`],
  isByName: true,
};

function selector(part: string | undefined): IncludeDirective["select"] {
  if (part === undefined) return ALL_LINES;
  const name = part.split("#").at(-1)!.trim();
  return (content) => {
    const lines = ALL_LINES(content);
    return name.startsWith("^") ? blockOf(lines, name.slice(1)) : belowHeading(lines, name);
  };
}

/** A heading with all that is below it, up to the next one of its level. */
function belowHeading(lines: readonly string[], name: string): readonly string[] | undefined {
  const isNamed = (line: string) => folded(/^#{1,6}[ \t]+(.*)$/.exec(line)?.[1] ?? "") === folded(name);
  const start = lines.findIndex(isNamed);
  if (start < 0) return undefined;
  const level = /^#+/.exec(lines[start]!)![0].length;
  const isNext = new RegExp(`^#{1,${level}}[ \\t]`);
  const end = lines.findIndex((line, index) => index > start && isNext.test(line));
  return lines.slice(start, end < 0 ? undefined : end);
}

function folded(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, "").toLowerCase();
}

/** The paragraph, item or other block whose last words, or whose next line, are `^id`. */
function blockOf(lines: readonly string[], id: string): readonly string[] | undefined {
  const mark = new RegExp(`(?:^|\\s)\\^${id.replace(/[^\w-]/g, "")}[ \\t]*$`);
  let end = lines.findIndex((line) => mark.test(line));
  if (end < 0) return undefined;
  const last = lines[end]!.replace(mark, "");
  if (/^[ \t]*[-*+\d]/.test(last)) return [last];
  const isBlank = (index: number) => (lines[index] ?? "").trim() === "";
  const isAlone = last.trim() === "";
  if (isAlone) while (end > 0 && isBlank(end - 1)) end -= 1;
  let start = end;
  while (start > 0 && !isBlank(start - 1)) start -= 1;
  return isAlone ? lines.slice(start, end) : [...lines.slice(start, end), last];
}
