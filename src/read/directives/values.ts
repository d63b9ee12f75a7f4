/**
 * Names in braces that stand for a value: `{{ book.edition }}` of GitBook, `{{ site.title }}` and
 * `{{ page.title }}` of Jekyll, `{{< var edition >}}` of Quarto, `{{< param edition >}}` of
 * Hugo, `{{ edition }}` of MyST.
 */
import { parse } from "yaml";
import { frontMatterOf, plainValuesOf } from "../../model/front-matter.js";
import { flatValues } from "../../model/text-settings.js";
import type { Directive, IncludeSyntax } from "./include/syntax.js";

const NAME = /\{\{-?\s*([\w-]+(?:\.[\w-]+)+)\s*(?:\|[^{}]*)?-?\}\}/g;
const LITERAL = /\{\{-?\s*(?:"([^"{}]*)"|'([^'{}]*)')\s*(?:\|[^{}]*)?-?\}\}/g;

/** One that the project does not have is left to the parser, which tells of it. */
const SHORTCODE = /(?<!\{)\{\{<\s*(var|meta)\s+([\w.-]+)\s*>\}\}(?!\})/g;

type NamedValues = Readonly<Record<string, string>>;

/**
 * What a text says of itself at its top.
 *
 * @param group What its names begin with: `page.title`, `page.sea.name`.
 */
export function valuesOfText(text: string, group: string): NamedValues {
  const found = text.includes("{{") ? frontMatterOf(text) : undefined;
  if (found === undefined) return {};
  return flatValues(
    group,
    (found.language === "yaml" && yamlAtTop(text, found.lines)) || plainValuesOf(text),
  );
}

/** Undefined for what is no YAML: that is told where a project is read. */
function yamlAtTop(text: string, length: number): unknown {
  const lines = text.split(/\r\n?|\n/, length).slice(1, -1);
  try {
    return parse(lines.join("\n"), { maxAliasCount: 100, logLevel: "error" });
  } catch {
    return undefined;
  }
}

/** https://quarto.org/docs/authoring/variables.html */
export function shortcodeValues(values: NamedValues): IncludeSyntax {
  return {
    marks: ["{{<"],
    find: (line) => known(line, SHORTCODE, (group, name) => values[`${group}.${name}`]),
  };
}

const PARAM = /\{\{[<%]\s*param\s+["`]?([\w.-]+)["`]?\s*\/?[>%]\}\}/g;

/**
 * https://gohugo.io/shortcodes/param/; one that neither the text nor the project has is left to who reads shortcodes.
 * A text has them below `params`, or beside it. Small letters and capitals are the same.
 */
export function paramValues(values: NamedValues): IncludeSyntax {
  const small = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name.toLowerCase(), value]),
  );
  const valueNamed = (name: string) => small[`params.params.${name}`] ?? small[`params.${name}`];
  return { marks: ["param"], find: (line) => known(line, PARAM, (name) => valueNamed(name.toLowerCase())) };
}

const SUBSTITUTION = /\{\{[ \t]*([A-Za-z_][\w-]*)[ \t]*\}\}/g;
const SUBSTITUTIONS = ["text.substitutions", "text.myst.substitutions", "sub"];

/**
 * https://myst-parser.readthedocs.io/en/latest/syntax/optional.html#substitutions-with-jinja2. Values are Markdown.
 *
 * @param values those of a text, `text.…`, and `sub.…` of its project.
 */
export function mystSubstitutions(values: NamedValues): IncludeSyntax {
  const valueNamed = (name: string) =>
    SUBSTITUTIONS.map((group) => values[`${group}.${name}`]).find((value) => value !== undefined);
  return {
    marks: ["{{"],
    find: (line) => known(line, SUBSTITUTION, valueNamed).map((each) => ({ ...each, isTextOnly: true })),
  };
}

/** Names that have a value. */
function known(
  line: string,
  pattern: RegExp,
  valueNamed: (first: string, second: string) => string | undefined,
): readonly Directive[] {
  return [...line.matchAll(pattern)].flatMap(
    ({ 0: whole, 1: first = "", 2: second = "", index }): Directive[] => {
      const becomes = valueNamed(first, second);
      return becomes === undefined ? [] : [{ index, whole, becomes }];
    },
  );
}

/**
 * @param groups What names begin with that are values of the project: one that it does not have is told.
 */
export function valueNames(values: NamedValues, groups: ReadonlySet<string>): IncludeSyntax {
  return {
    marks: ["{{"],
    find: (line) => [...named(line, values, groups), ...literals(line)],
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
