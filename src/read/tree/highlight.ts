/**
 * Colours code with highlight.js: `<code class="language-x">` in `<pre>` gets spans.
 *
 * The grammar of a language is loaded when it is first met: loading all of them would take
 * longer than a short book. highlight.js's own tree becomes ours, without a way through HTML.
 */
import { createRequire } from "node:module";
import type { Element, ElementContent, Root, Text } from "hast";
import type { HLJSApi, LanguageFn } from "highlight.js";
import { classNames, withClasses } from "../../hast/class-names.js";
import type { Place } from "../source.js";
import { languageName, languageNames } from "./languages.js";
import { type Scope, ScopeTree } from "./scope-tree.js";
import { eachElement, type TreeContext } from "./step.js";

const require = createRequire(import.meta.url);
let highlighter: HLJSApi | undefined;

/**
 * What colouring may cost. highlight.js takes the square of the length of a text in many languages, and
 * about fifteen times that of the length of a line: 30 kB of C in one line are three seconds. Code
 * that costs more stays as it is, in the colour of the text.
 */
const MOST_COLOURS_OF_BLOCK = 1_000_000_000;
/** Of all blocks of one file: some hundreds of the longest that books have. */
export const MOST_COLOURS = 4 * MOST_COLOURS_OF_BLOCK;
const COST_OF_LINES = 15;

export function highlight(tree: Root, { colours }: Pick<TreeContext, "colours">): void {
  eachElement(tree, (element) => {
    if (element.tagName !== "pre") return undefined;
    const code = element.children.find((child): child is Element => child.type === "element");
    if (code?.tagName === "code") highlightCode(code, colours);
    return "skip";
  });
}

function costOf(code: string): number {
  const ofLines = code.split("\n").reduce((sum, { length }) => sum + length * length, 0);
  return code.length * code.length + COST_OF_LINES * ofLines;
}

function highlightCode(code: Element, colours: TreeContext["colours"]): void {
  const written = classNames(code.properties)
    .find((name) => name.startsWith("language-"))
    ?.slice("language-".length);
  if (written === undefined) return;
  code.properties = withClasses(code.properties, "hljs");
  const language = languageName(written);
  const [text] = code.children;
  // Code in which the author has marked something is left as it is.
  if (!language || code.children.length !== 1 || text?.type !== "text") return;
  const cost = costOf(text.value);
  if (cost > Math.min(MOST_COLOURS_OF_BLOCK, colours.left)) return;
  colours.left -= cost;
  const { children } = colour(text.value, language);
  code.children = toNodes(children, { ...(text.position?.start ?? { line: 1, column: 1 }) });
}

function colour(code: string, language: string): Scope {
  highlighter ??= makeHighlighter();
  for (const name of languageNames(language)) {
    if (highlighter.getLanguage(name)) continue;
    highlighter.registerLanguage(name, require(`highlight.js/lib/languages/${name}`) as LanguageFn);
  }
  const result = highlighter.highlight(code, { language, ignoreIllegals: true });
  return (result._emitter as ScopeTree).root;
}

function makeHighlighter(): HLJSApi {
  const made = (require("highlight.js/lib/core") as HLJSApi).newInstance();
  made.configure({ __emitter: ScopeTree });
  return made;
}

/** `cursor` moves on with the text, so that each piece has its place in the source. */
function toNodes(
  pieces: readonly (Scope | string)[],
  cursor: Place,
  margin = cursor.column,
): ElementContent[] {
  return pieces.map((piece) => {
    const start = { ...cursor };
    if (typeof piece === "string") {
      advance(cursor, piece, margin);
      return { type: "text", value: piece, position: { start, end: { ...cursor } } } satisfies Text;
    }
    const children = toNodes(piece.children, cursor, margin);
    const position = { start, end: { ...cursor } };
    const properties = { className: classesOf(piece) };
    return { type: "element", tagName: "span", properties, children, position } satisfies Element;
  });
}

/** Lines of a block all begin in the column in which the first one does. */
function advance(cursor: Place, text: string, margin: number): void {
  const lastBreak = text.lastIndexOf("\n");
  if (lastBreak < 0) {
    cursor.column += text.length;
    return;
  }
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) cursor.line++;
  cursor.column = margin + text.length - lastBreak - 1;
}

/** The class names of highlight.js's own style sheets: `title.function` is `hljs-title function_`. */
function classesOf({ name = "" }: Scope): string[] {
  if (name.startsWith("language:")) return [name.replace(":", "-")];
  const [first, ...rest] = name.split(".");
  return [`hljs-${first}`, ...rest.map((part, index) => `${part}${"_".repeat(index + 1)}`)];
}
