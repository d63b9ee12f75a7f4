/** `{% include "file.md" %}` of GitBook. In a listing it is an example of one. */
import { fileName } from "../blocks/syntax.js";
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

const FILE_NAME = /\{%\s*filename\s*%\}(.*?)\{%\s*endfilename\s*%\}/g;

/** `{% filename %}a.js{% endfilename %}`: the name of a file, above its code. */
export const gitbookFileNames: IncludeSyntax = {
  marks: ["{%"],
  find: (line) =>
    [...line.matchAll(FILE_NAME)].map(({ 0: whole, 1: name = "", index }) => ({
      index,
      whole,
      becomes: fileName(name),
    })),
};
