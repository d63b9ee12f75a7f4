/**
 * Typography by language: what a typist leaves to the compositor.
 *
 * Pure, and idempotent: typesetting twice gives the same, and text that is well typed comes
 * out as it went in. Rules are data in the file of their language.
 */
import { maskAddresses } from "./addresses.js";
import { dashEdits } from "./bound-dashes.js";
import { typographyOf } from "./languages.js";
import { applyEdits, type Edit, type Line, piecesOf } from "./line.js";
import { quoteEdits } from "./quotes.js";
import { OBJECT, type Rule, type Typography } from "./rules.js";

/** A stretch of the text of one block. */
export interface TextRun {
  readonly text: string;
  /** BCP 47; empty when it is unknown. */
  readonly language: string;
  /** How many inline elements are around it. */
  readonly depth: number;
}

/** Typesets a text that stands for itself: a title, the description of an image. */
export function typeset(text: string, language: string): string {
  const rules = typographyOf(language);
  if (!rules) return text;
  const line: Line = { text: maskAddresses(text, OBJECT), ends: [text.length], ranks: [0] };
  typesetLine(line, text, rules);
  return line.text;
}

/**
 * Typesets the runs of one block, each in its language, with its neighbours as context.
 *
 * @param runs in order. Code and formulas take part as a run of `OBJECT` without a language.
 * @returns the text of each run.
 */
export function typesetRuns(runs: readonly TextRun[]): string[] {
  if (runs.length === 1) return [typeset(runs[0]!.text, runs[0]!.language)];
  let texts = runs.map(({ text }) => text);
  for (const language of new Set(runs.map((run) => run.language))) {
    const rules = typographyOf(language);
    if (rules) texts = typesetLanguage(runs, texts, language, rules);
  }
  return texts;
}

function typesetLanguage(
  runs: readonly TextRun[],
  texts: readonly string[],
  language: string,
  rules: Typography,
): string[] {
  const own = runs.map((run) => run.language === language);
  const masked = texts.map((text, index) => (own[index] ? text : text.replace(/\S/g, OBJECT)));
  const original = texts.join("");
  const line: Line = {
    text: maskAddresses(masked.join(""), OBJECT),
    ends: ends(masked),
    // Nothing is ever put into a text of another language when its neighbour can take it.
    ranks: runs.map(({ depth }, index) => (own[index] ? depth : Number.POSITIVE_INFINITY)),
  };
  typesetLine(line, original, rules);
  return piecesOf(line);
}

/** @param original the text of the line before anything in it was masked. */
function typesetLine(line: Line, original: string, rules: Typography): void {
  const hidden = line.text.includes(OBJECT)
    ? Array.from(line.text.matchAll(MASKED), ({ index }) => original[index]!)
    : [];
  applyRules(line, rules);
  if (hidden.length > 0) unmask(line, hidden);
}

const MASKED = new RegExp(OBJECT, "g");

function ends(texts: readonly string[]): number[] {
  let end = 0;
  return texts.map((text) => {
    end += text.length;
    return end;
  });
}

/** No rule touches a mask, so they are still all there and in their order. */
function unmask(line: Line, hidden: readonly string[]): void {
  let next = 0;
  line.text = line.text.replace(MASKED, () => hidden[next++]!);
}

function applyRules(line: Line, rules: Typography): void {
  for (const rule of rules.before) applyEdits(line, ruleEdits(line.text, rule));
  applyEdits(line, quoteEdits(line.text, rules));
  for (const rule of rules.after) applyEdits(line, ruleEdits(line.text, rule));
  if (rules.dashes === "bound") applyEdits(line, dashEdits(line.text));
}

function ruleEdits(text: string, { find, put, when }: Rule): Edit[] {
  if (when && !when.test(text)) return [];
  return Array.from(text.matchAll(find), ({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
    put,
  }));
}
