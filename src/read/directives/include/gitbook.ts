/** `{% include "file.md" %}` of GitBook. In a listing it is an example of one. */
import { ALL_LINES, type IncludeSyntax } from "./syntax.js";

const DIRECTIVE = /\{%-?\s*include\s+(?:"([^"%]+)"|'([^'%]+)')\s*-?%\}/g;

export const gitbookIncludes: IncludeSyntax = {
  marks: ["{%"],
  find: (line) =>
    [...line.matchAll(DIRECTIVE)].map(({ 0: whole, 1: double, 2: single, index }) => ({
      index,
      whole,
      path: (double ?? single)!,
      partName: "",
      select: ALL_LINES,
      mayBeExample: true,
    })),
};
