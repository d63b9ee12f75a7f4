/** What stands inside of an environment of LaTeX, as Markdown: its lines stay lines, so that places stay right. */

export function texToMarkdown(text: string): string {
  const lines = text.split("\n").map((line) => line.replace(/(?<!\\)%.*$/, "").trimEnd());
  const indent = indentOf(lines);
  let depth = 0;
  return lines
    .map((line, index) => {
      const isOutside = depth === 0;
      depth = Math.max(0, depth + countOf(line, "\\begin{") - countOf(line, "\\end{"));
      const words = index === 0 ? line.trimStart() : line.slice(indent);
      // Environments within are read in their turn.
      return isOutside && depth === 0 ? markdownOf(words) : words;
    })
    .join("\n");
}

/** The blanks that all lines begin with; the first may stand behind a command. */
function indentOf(lines: readonly string[]): number {
  const indents = lines.slice(1).flatMap((line) => (line === "" ? [] : [line.search(/\S/)]));
  return indents.length === 0 ? 0 : indents.reduce((least, each) => Math.min(least, each));
}

function countOf(line: string, part: string): number {
  return line.split(part).length - 1;
}

function markdownOf(line: string): string {
  return line
    .replace(/[ \t]*\\\\\*?(?:\[[^\]]*\])?$/, "\\")
    .replace(/(?<!~)~(?!~)/g, "\u00A0")
    .replace(/``(.*?)''/g, "“$1”");
}
