/** A style sheet of others, read and parsed, with the place of everything in it. */
import { type CssNode, parse } from "css-tree/dist/csstree.esm";
import { type Diagnostic, diagnostic, type Report } from "../../diagnostics/diagnostic.js";
import type { Location } from "../../diagnostics/location.js";
import { shownName, type ThemeFile } from "../files.js";

export interface StyleSheet {
  readonly file: ThemeFile;
  readonly text: string;
  readonly tree: CssNode;
  /** Where a node stands. */
  readonly at: (node: CssNode) => Location;
}

/** What cannot be understood is reported; browsers pass over it, and so do we. */
export function parseSheet(file: ThemeFile, text: string, report: Report): StyleSheet {
  const name = shownName(file);
  const faults: Diagnostic[] = [];
  const tree = parse(text, {
    positions: true,
    parseCustomProperty: true,
    onParseError: ({ message, line, column }) => {
      const hint = "Correct it: browsers ignore it up to the next `;` or `}`";
      faults.push(
        diagnostic("style-syntax", `This is not CSS: ${lower(message)}`, { file: name, line, column }, hint),
      );
    },
  });
  faults.forEach(report);
  const at = ({ loc: { start } }: CssNode) => ({ file: name, line: start.line, column: start.column });
  return { file, text, tree, at };
}

function lower(message: string): string {
  return message.charAt(0).toLowerCase() + message.slice(1);
}

/** A part of a text and what stands in its place. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The text with all parts replaced; one inside of another goes with it. */
export function edited(text: string, edits: readonly Edit[]): string {
  let result = "";
  let at = 0;
  for (const { start, end, text: replacement } of [...edits].sort((a, b) => a.start - b.start)) {
    if (start < at) continue;
    result += text.slice(at, start) + replacement;
    at = end;
  }
  return result + text.slice(at);
}

export function replace({ loc }: CssNode, text: string): Edit {
  return { start: loc.start.offset, end: loc.end.offset, text };
}
