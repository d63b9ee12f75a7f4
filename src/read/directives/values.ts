/**
 * Names in braces that stand for a value: `{{ book.edition }}` of GitBook, `{{ site.title }}` and
 * `{{ page.title }}` of Jekyll, `{{< var edition >}}` of Quarto.
 */
import { plainValuesOf } from "../../model/front-matter.js";
import type { Directive, IncludeSyntax } from "./include/syntax.js";

const NAME = /\{\{-?\s*([\w-]+(?:\.[\w-]+)+)\s*(?:\|[^{}]*)?-?\}\}/g;
const LITERAL = /\{\{-?\s*(?:"([^"{}]*)"|'([^'{}]*)')\s*(?:\|[^{}]*)?-?\}\}/g;

/** One that the project does not have is left to the parser, which tells of it. */
const SHORTCODE = /(?<!\{)\{\{<\s*(var|meta)\s+([\w.-]+)\s*>\}\}(?!\})/g;

type NamedValues = Readonly<Record<string, string>>;

/** https://quarto.org/docs/authoring/variables.html; what a text says of itself comes before what its project says. */
export function shortcodeValues(values: NamedValues): IncludeSyntax {
  const valuesFor = withValuesOfText(values, "meta");
  return {
    marks: ["{{<"],
    find: (line, text) =>
      [...line.matchAll(SHORTCODE)].flatMap(({ 0: whole, 1: group, 2: name, index }): Directive[] => {
        const becomes = valuesFor(text)[`${group}.${name}`];
        return becomes === undefined ? [] : [{ index, whole, becomes }];
      }),
  };
}

const PARAM = /\{\{([<%])\s*param\s+["`]?([\w.-]+)["`]?\s*\/?[>%]\}\}/g;

/** https://gohugo.io/shortcodes/param/; one that neither the text nor the project has is left to who reads shortcodes. */
export function paramValues(values: NamedValues): IncludeSyntax {
  const valuesFor = withValuesOfText(values, "params");
  return {
    marks: ["param"],
    find: (line, text) =>
      [...line.matchAll(PARAM)].flatMap(({ 0: whole, 2: name, index }): Directive[] => {
        const becomes = valuesFor(text)[`params.${name}`];
        return becomes === undefined ? [] : [{ index, whole, becomes }];
      }),
  };
}

/**
 * @param groups What names begin with that are values of the project: one that it does not have is told.
 * @param own What the names begin with of values that a text says of itself.
 */
export function valueNames(values: NamedValues, groups: ReadonlySet<string>, own?: string): IncludeSyntax {
  const valuesFor = own === undefined ? () => values : withValuesOfText(values, own);
  return {
    marks: ["{{"],
    find: (line, text) => [...named(line, valuesFor(text), groups), ...literals(line)],
  };
}

/** All values for a text, which is asked for a line at a time. */
function withValuesOfText(values: NamedValues, group: string): (text: string) => NamedValues {
  let last = { text: "", values };
  return (text) => {
    if (last.text !== text) {
      const own = Object.entries(plainValuesOf(text)).map(([key, value]) => [`${group}.${key}`, value]);
      last = { text, values: { ...values, ...Object.fromEntries(own) } };
    }
    return last.values;
  };
}

function named(line: string, values: NamedValues, groups: ReadonlySet<string>): Directive[] {
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
