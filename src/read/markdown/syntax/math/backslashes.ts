/**
 * Formulas between backslashes with brackets, as in Pandoc's `tex_math_single_backslash`, which R Markdown has, and in
 * mdBook, where Markdown takes one backslash of two.
 *
 * In Markdown they are brackets that are none of a link. So something in a text must show that it has formulas.
 */
import type { ParseContext } from "../../context.js";
import { withoutCode } from "../without-code.js";

export interface Delimiters {
  readonly open: string;
  readonly close: string;
  /** On a line of its own. */
  readonly display: boolean;
}

export const BACKSLASHES: readonly Delimiters[] = [
  { open: "\\\\(", close: "\\\\)", display: false },
  { open: "\\\\[", close: "\\\\]", display: true },
  { open: "\\(", close: "\\)", display: false },
  { open: "\\[", close: "\\]", display: true },
];

/** A command, a power, an index of one letter: what nobody else writes in brackets. */
const SURE = /\\[A-Za-z]{2,}|[^\s[]\^|(?<![A-Za-z])[A-Za-z]_[A-Za-z0-9{\\]/;
const PAIR = /\\\(((?:(?!\\\\?\))[\s\S]){1,500})\\\)|\\\[((?:(?!\\\\?\])[\s\S]){1,4000})\\\]/g;

const texts = new WeakMap<ParseContext, boolean>();

/** True for what nobody writes but in a formula. */
export function isSure(tex: string): boolean {
  return SURE.test(tex);
}

/** True for what can be nothing else, and for everything between such brackets in a text that has such a thing. */
export function isFormula(tex: string, context: ParseContext): boolean {
  return isSure(tex) || hasFormulas(context);
}

function hasFormulas(context: ParseContext): boolean {
  const known = texts.get(context);
  if (known !== undefined) return known;
  const found = [...withoutCode(context.source.text).matchAll(PAIR)].some(([, inline, display]) =>
    isSure(inline ?? display ?? ""),
  );
  texts.set(context, found);
  return found;
}

/** Behind two backslashes the text is Markdown: there a backslash before a sign stands for the sign. */
export function unescaped(tex: string, { open }: Delimiters): string {
  return open.startsWith("\\\\") ? tex.replace(/\\([!-/:-@[-`{-~])/g, "$1") : tex;
}
