/**
 * Names in braces that stand for a value: `{{ book.edition }}` of GitBook, `{{ site.baseurl }}` of Jekyll,
 * `{{< var edition >}}` of Quarto.
 */
import type { Directive, IncludeSyntax } from "./include/syntax.js";

const NAME = /\{\{-?\s*([\w-]+(?:\.[\w-]+)+)\s*(?:\|[^{}]*)?-?\}\}/g;
const LITERAL = /\{\{-?\s*(?:"([^"{}]*)"|'([^'{}]*)')\s*(?:\|[^{}]*)?-?\}\}/g;

/** One that the project does not have is left to the parser, which tells of it. */
const SHORTCODE = /(?<!\{)\{\{<\s*(var|meta)\s+([\w.-]+)\s*>\}\}(?!\})/g;

/** https://quarto.org/docs/authoring/variables.html */
export function shortcodeValues(values: Readonly<Record<string, string>>): IncludeSyntax {
  return {
    marks: ["{{<"],
    find: (line) =>
      [...line.matchAll(SHORTCODE)].flatMap(({ 0: whole, 1: group, 2: name, index }): Directive[] => {
        const becomes = values[`${group}.${name}`];
        return becomes === undefined ? [] : [{ index, whole, becomes }];
      }),
  };
}

/**
 * @param groups What names begin with that are values of the project: one that it does not have is told.
 */
export function valueNames(
  values: Readonly<Record<string, string>>,
  groups: ReadonlySet<string>,
): IncludeSyntax {
  return {
    marks: ["{{"],
    find: (line) => [...named(line, values, groups), ...literals(line)],
  };
}

function named(
  line: string,
  values: Readonly<Record<string, string>>,
  groups: ReadonlySet<string>,
): Directive[] {
  return [...line.matchAll(NAME)].flatMap(({ 0: whole, 1: name = "", index }): Directive[] => {
    if (Object.hasOwn(values, name)) return [{ index, whole, becomes: values[name] }];
    return groups.has(name.split(".")[0]!) ? [{ index, whole, becomes: undefined }] : [];
  });
}

/** `{{ "/a.png" | relative_url }}`. */
function literals(line: string): Directive[] {
  return [...line.matchAll(LITERAL)].map(({ 0: whole, 1: double, 2: single, index }) => ({
    index,
    whole,
    becomes: double ?? single ?? "",
  }));
}
