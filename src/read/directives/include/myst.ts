/**
 * `{include}` and `{literalinclude}` of MyST, Sphinx and docutils, between fences or colons:
 * https://mystmd.org/guide/embed, https://www.sphinx-doc.org/en/master/usage/restructuredtext/directives.html.
 * Code becomes a `{code-block}`.
 */
import { posix } from "node:path";
import { optionsIn } from "../../markdown/syntax/myst/options.js";
import { listingsOf } from "../fences.js";
import { firstLine, selected } from "./myst-part.js";
import type { IncludeDirective, IncludeSyntax } from "./syntax.js";

const OPENING = /^[ \t]*((`{3,}|~{3,}|:{3,})\{(include|literalinclude)\}[ \t]+(\S.*?))[ \t]*$/;
/** Options and what stands below them. */
const MOST_LINES = 200;
/** Longer than those of the code in it. */
const FENCE = "~".repeat(12);
/** What goes on to the code, as it is written. */
const CODE_OPTIONS = ["caption", "name", "label", "emphasize-lines", "filename"];
const PARTS = "pyobject start-line end-line start-after start-at end-before end-at lines".split(" ");

type Options = ReadonlyMap<string, string>;

export const mystIncludes: IncludeSyntax = {
  marks: ["{include}", "{literalinclude}"],
  find(line, _, below) {
    const [, whole = "", fence = "", kind, path = ""] = OPENING.exec(line) ?? [];
    if (kind === undefined) return [];
    const end = closingLine(fence, below);
    if (end === undefined) return [];
    const { options } = optionsIn((index) => (index + 1 < end ? below(index + 1) : undefined));
    const index = line.indexOf(whole);
    return [{ ...directive(kind, path, options), index, whole, linesBelow: end, isTextOnly: true }];
  },
};

/** How far below its opening a fence is closed. */
function closingLine(fence: string, below: (distance: number) => string | undefined): number | undefined {
  for (let distance = 1; distance <= MOST_LINES; distance += 1) {
    const line = below(distance)?.trim();
    if (line === undefined) return undefined;
    if (line.startsWith(fence) && line === fence[0]!.repeat(line.length)) return distance;
  }
  return undefined;
}

type Included = Omit<IncludeDirective, "index" | "whole">;

function directive(kind: string, path: string, options: Options): Included {
  const partName = PARTS.flatMap((name) => options.get(name) ?? []).join(", ");
  if (kind === "include" && !["literal", "code", "lang"].some((name) => options.has(name))) {
    const by = Number(options.get("heading-offset") ?? 0) || 0;
    const select = (content: string) => deeper(selected(content, options, "in-lines"), by);
    return { path, partName, select };
  }
  const select = (content: string) => selected(content, options, "whole-lines");
  return { path, partName, select, frame: [opening(path, options), FENCE], isCode: true };
}

function opening(path: string, options: Options): string {
  const language =
    options.get("language") ?? options.get("lang") ?? options.get("code") ?? posix.extname(path).slice(1);
  const start = options.has("lineno-match") ? firstLine(options) : options.get("lineno-start");
  const isNumbered = ["linenos", "lineno-match", "number-lines"].some((name) => options.has(name));
  return [
    `${FENCE}{code-block} ${language}`,
    // Between these lines options cannot be taken for code, nor code for options.
    "---",
    ...CODE_OPTIONS.flatMap((name) => (options.get(name) ? [`${name}: ${options.get(name)}`] : [])),
    ...(isNumbered ? ["linenos:"] : []),
    ...(start === undefined ? [] : [`lineno-start: ${start}`]),
    "---",
  ].join("\n");
}

/** The text with its headings so many levels further down. */
function deeper(lines: readonly string[] | undefined, by: number): readonly string[] | undefined {
  if (lines === undefined || by <= 0) return lines;
  const listings = listingsOf(lines);
  return lines.map((line, index) =>
    listings[index] === undefined && /^#{1,6}\s/.test(line) ? "#".repeat(Math.min(by, 5)) + line : line,
  );
}
