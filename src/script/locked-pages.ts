/**
 * Plans the pages of a script of which earlier ones have gone out: a page begins where it has begun, and what it no
 * longer holds goes on a page between, `12A`. So nobody's page has another number than before.
 */
import type { Element } from "hast";
import { inTwo } from "./divide.js";
import type { PageRules, ScriptPage } from "./pages.js";
import { type Before, planOn } from "./plan-pages.js";
import type { Paragraph, Speech, Unit } from "./units.js";

/** Where a locked page begins. */
export interface Lock {
  readonly name: string;
  /** The paragraph, by its element. */
  readonly element: Element;
  readonly offset: number;
}

export interface NamedPage extends ScriptPage {
  readonly name: string;
  /** The lock that it begins with; none for a page between. */
  readonly lock?: Lock;
}

/** @param locks in the order of the script, the first one at its beginning. Without any, pages are counted. */
export function planLocked(units: readonly Unit[], locks: readonly Lock[], rules: PageRules): NamedPage[] {
  const pages: NamedPage[] = [];
  const taken = new Set(locks.flatMap(({ name }) => name.split("-")));
  let rest = units;
  let before: Before = {};
  for (const [index, lock] of locks.entries()) {
    const next = locks[index + 1];
    const [own, others] = next === undefined ? [rest, []] : splitUnits(rest, next);
    const { pages: made, after } = planOn(own, rules, before);
    let name = lock.name;
    made.forEach((page, at) => {
      if (at > 0) name = nameBehind(name, taken);
      taken.add(name);
      pages.push({ ...page, name, ...(at === 0 ? { lock } : {}) });
    });
    [rest, before] = [others, after];
  }
  return pages;
}

/**
 * `12A` behind `12`, `12B` behind that; `A12A` where there is a `12A` already.
 *
 * @param name of a page, or of several that are one: `12-13`.
 * @param taken names that pages have, which none has twice.
 */
export function nameBehind(name: string, taken: ReadonlySet<string>): string {
  const [, prefix = "", number = "", letters = ""] = /([A-Z]*)(\d+)([A-Z]*)$/.exec(name) ?? [];
  let behind =
    prefix === ""
      ? `${number}${letters === "" ? "A" : nextLetter(letters)}`
      : `${nextLetter(prefix)}${number}${letters}`;
  while (taken.has(behind)) behind = `A${behind}`;
  return behind;
}

function nextLetter(letters: string): string {
  const last = letters.at(-1)!;
  return last === "Z" ? `${letters}A` : letters.slice(0, -1) + String.fromCharCode(last.charCodeAt(0) + 1);
}

/** What stands before a place, and what begins there. */
function splitUnits(units: readonly Unit[], lock: Lock): readonly [Unit[], Unit[]] {
  const index = units.findIndex((unit) => paragraphsOf(unit).some((paragraph) => isPart(paragraph, lock)));
  if (index < 0) return [[...units], []];
  const [first, second] = splitUnit(units[index]!, lock);
  return [
    [...units.slice(0, index), ...first],
    [...second, ...units.slice(index + 1)],
  ];
}

function isPart({ element, whole = element }: Paragraph, lock: Lock): boolean {
  return whole === lock.element;
}

function paragraphsOf(unit: Unit): readonly Paragraph[] {
  if (unit.kind === "paragraph") return [unit.paragraph];
  if (unit.kind === "speech") return [unit.cue, ...unit.parts];
  return unit.kind === "dual" ? unit.speeches.flatMap(paragraphsOf) : [];
}

function splitUnit(unit: Unit, lock: Lock): readonly [Unit[], Unit[]] {
  if (unit.kind === "paragraph") {
    const [before, after] = splitParagraph(unit.paragraph, lock);
    const made = (paragraph: Paragraph): Unit => ({ ...unit, paragraph });
    return [before.map(made), [made(after)]];
  }
  if (unit.kind !== "speech" || isPart(unit.cue, lock)) return [[], [unit]];
  const at = unit.parts.findIndex((part) => isPart(part, lock));
  const [before, after] = splitParagraph(unit.parts[at]!, lock);
  const first: Speech = { ...unit, parts: [...unit.parts.slice(0, at), ...before], goesOn: true };
  const second: Speech = { ...unit, parts: [after, ...unit.parts.slice(at + 1)], isRest: true };
  return [[first], [second]];
}

function splitParagraph(paragraph: Paragraph, { offset }: Lock): readonly [Paragraph[], Paragraph] {
  const at = offset - (paragraph.from ?? 0);
  if (at <= 0) return [[], paragraph];
  const [before, after] = inTwo(paragraph, at);
  return [[before], after];
}

export interface Beginning {
  readonly element: Element;
  readonly offset: number;
}

/** The element that a page begins with, or in; none for a page with nothing of the script. */
export function beginningOf({ items }: ScriptPage): Beginning | undefined {
  const [first] = items.flatMap((item) => {
    if (item.kind === "dual") return item.columns[0].map(({ paragraph }) => paragraph);
    return "lines" in item ? [item.paragraph] : [];
  });
  return first && { element: first.whole ?? first.element, offset: first.from ?? 0 };
}
