/**
 * Macros that a text defines for its formulas, `\newcommand{\R}{\mathbb{R}}`, `\def\R{…}` and
 * `\DeclareMathOperator{\lcm}{lcm}`: as in Pandoc (`latex_macros`) they hold for the whole text, and are no part of it.
 */
import type { MarkdownIt, StateBlock } from "markdown-it";
import type { ParseContext } from "../../context.js";
import type { TexMacros } from "../math-tex.js";
import { closingOf } from "./arguments.js";

const DEFINITION =
  /\\(?:(?:re|provide)?newcommand\*?\s*(?:\{\s*\\(?<command>[A-Za-z]+)\s*\}|\\(?<bare>[A-Za-z]+))\s*(?:\[\d\])?|def\s*\\(?<def>[A-Za-z]+)(?:#\d)*|(?<operator>DeclareMathOperator)(?<star>\*?)\s*(?:\{\s*\\(?<named>[A-Za-z]+)\s*\}|\\(?<name>[A-Za-z]+)))\s*(?=\{)/y;
const BEGINNING = /\\(?:(?:re|provide)?newcommand|def|DeclareMathOperator)(?![A-Za-z])/g;

interface Definition {
  readonly name: string;
  readonly meaning: string;
  readonly end: number;
}

const known = new WeakMap<ParseContext, TexMacros>();

/** The macros of a text, wherever in it they are defined, and those of its project. */
export function macrosOf(context: ParseContext): TexMacros {
  const macros = known.get(context) ?? { ...context.macros, ...readMacros(context.source.text) };
  known.set(context, macros);
  return macros;
}

function readMacros(text: string): TexMacros {
  const macros: Record<string, string> = {};
  for (const { index } of text.matchAll(BEGINNING)) {
    const definition = definitionAt(text, index);
    if (definition) macros[`\\${definition.name}`] = definition.meaning;
  }
  return macros;
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
  return { name, meaning, end: close + 1 };
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
