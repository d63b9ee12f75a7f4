/**
 * Lines of code that their author points out: `{1,3-5}` behind the language, `// highlight-next-line`,
 * `// [!code ++]`. They stand at the block as attributes, by their numbers from 1, whatever number is shown at the first.
 */
import type { Token } from "markdown-it";

/** Pointed out, or lines that a change adds and takes away. */
export type LineMark = "marked" | "added" | "removed";

/** The numbers of lines, from 1, with their marks. */
export type LineMarks = ReadonlyMap<number, LineMark>;

const ATTRIBUTES: Readonly<Record<LineMark, string>> = {
  marked: "data-marked-lines",
  added: "data-added-lines",
  removed: "data-removed-lines",
};

/**
 * Numbers and ranges as tools write them: `1,3-5`, `2 3`, `8,"15-17"`.
 *
 * @param lines how many the code has: what lies beyond them marks nothing.
 */
export function lineNumbersIn(text: string, lines: number): readonly number[] {
  return [...text.matchAll(/(\d+)(?:[ \t]*-[ \t]*(\d+))?/g)].flatMap(([, first, last = first]) => {
    const from = Math.max(1, Number(first));
    const count = Math.min(lines, Number(last)) - from + 1;
    return Array.from({ length: Math.max(0, count) }, (_, index) => from + index);
  });
}

export function setLineMarks(fence: Token, marks: LineMarks): void {
  for (const [mark, attribute] of Object.entries(ATTRIBUTES)) {
    const lines = [...marks].flatMap(([line, its]) => (its === mark ? [line] : []));
    if (lines.length > 0) fence.attrSet(attribute, lines.sort((a, b) => a - b).join(" "));
  }
}
