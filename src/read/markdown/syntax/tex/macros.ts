/**
 * Macros for formulas: those of the publication, and those that a text defines, `\newcommand{\R}{\mathbb{R}}`,
 * `\def\R{…}` and `\DeclareMathOperator{\lcm}{lcm}`. As in Pandoc (`latex_macros`) definitions are no part of a text.
 */
import type { MarkdownIt, StateBlock } from "markdown-it";
import type { ParseContext } from "../../context.js";
import type { TexMacros } from "../math/formula.js";
import { expansionOf } from "../math/macro.js";
import { withoutCode } from "../without-code.js";
import { closingOf } from "./arguments.js";

const DEFINITION =
  /\\(?:(?<kind>(?:re|provide)?newcommand|DeclareRobustCommand)\*?\s*(?:\{\s*\\(?<command>[A-Za-z]+)\s*\}|\\(?<bare>[A-Za-z]+))\s*(?:\[(?<count>\d)\]\s*(?:\[(?<option>[^\]]*)\])?)?|def\s*\\(?<def>[A-Za-z]+)(?<parameters>(?:#\d)*)|(?<operator>DeclareMathOperator)(?<star>\*?)\s*(?:\{\s*\\(?<named>[A-Za-z]+)\s*\}|\\(?<name>[A-Za-z]+)))\s*(?=\{)/y;
const BEGINNING = /\\(?:(?:re|provide)?newcommand|def|DeclareMathOperator|DeclareRobustCommand)(?![A-Za-z])/g;

interface Definition {
  /** With the backslash. */
  readonly name: string;
  readonly expansion: TexMacros[string];
  /** For a name that has no meaning yet. */
  readonly isDefault: boolean;
  readonly start: number;
  readonly end: number;
}

interface TextMacros {
  readonly definitions: readonly Definition[];
  /** What holds behind a number of definitions: that of the last formula, for the next. */
  last?: { readonly count: number; readonly macros: TexMacros };
}

const known = new WeakMap<ParseContext, TextMacros>();

/**
 * The macros of a formula: the last definitions before it, and what is defined behind it only.
 *
 * @param at Offset of the formula.
 */
export function macrosAt(context: ParseContext, at: number): TexMacros {
  const made = known.get(context) ?? { definitions: definitionsIn(withoutCode(context.source.text)) };
  known.set(context, made);
  const { definitions, last } = made;
  const next = definitions.findIndex(({ start }) => start > at);
  const count = next < 0 ? definitions.length : next;
  if (last?.count === count) return last.macros;
  const macros = macrosBehind(count, definitions, context.macros);
  made.last = { count, macros };
  return macros;
}

function macrosBehind(count: number, definitions: readonly Definition[], given: TexMacros): TexMacros {
  const macros: Record<string, TexMacros[string]> = { ...given };
  for (const [index, { name, expansion, isDefault }] of definitions.entries()) {
    const isTaken = macros[name] !== undefined && (isDefault || index >= count);
    if (!isTaken) macros[name] = expansion;
  }
  return macros;
}

/** A formula with blanks for the definitions in it, which the macros of its text know. */
export function withoutDefinitions(tex: string): string {
  let rest = tex;
  for (const { start, end } of definitionsIn(tex))
    rest = rest.slice(0, start) + rest.slice(start, end).replace(/[^\n]/g, " ") + rest.slice(end);
  return rest;
}

function definitionsIn(text: string): readonly Definition[] {
  const definitions: Definition[] = [];
  for (const { index } of text.matchAll(BEGINNING)) {
    const definition = definitionAt(text, index);
    if (definition && index >= (definitions.at(-1)?.end ?? 0)) definitions.push(definition);
  }
  return definitions;
}

function definitionAt(text: string, at: number): Definition | undefined {
  DEFINITION.lastIndex = at;
  const { groups } = DEFINITION.exec(text) ?? {};
  if (!groups) return undefined;
  const open = DEFINITION.lastIndex;
  const close = closingOf(text, open, "}");
  if (close === undefined) return undefined;
  const body = text.slice(open + 1, close);
  const meaning = groups.operator ? `\\operatorname${groups.star}{${body}}` : body;
  const name = groups.command ?? groups.bare ?? groups.def ?? groups.named ?? groups.name!;
  const count = groups.count === undefined ? (groups.parameters ?? "").length / 2 : Number(groups.count);
  return {
    name: `\\${name}`,
    expansion: expansionOf(meaning, count, groups.option),
    isDefault: groups.kind === "providecommand",
    start: at,
    end: close + 1,
  };
}

export function macroDefinitions(md: MarkdownIt): void {
  md.block.ruler.before("fence", "tex_macros", passOver, { alt: ["paragraph", "reference", "blockquote"] });
}

/** Takes lines that are nothing but definitions out of the text. */
function passOver(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  let at = state.bMarks[startLine]! + state.tShift[startLine]!;
  let line = startLine;
  for (;;) {
    const definition = state.src.charCodeAt(at) === 0x5c ? definitionAt(state.src, at) : undefined;
    if (!definition) return false;
    while (line < endLine && state.eMarks[line]! < definition.end) line++;
    if (line >= endLine) return false;
    const rest = state.src.slice(definition.end, state.eMarks[line]).replace(/%.*$/, "");
    if (rest.trim() === "") break;
    at = definition.end + rest.length - rest.trimStart().length;
  }
  if (!silent) state.line = line + 1;
  return true;
}
