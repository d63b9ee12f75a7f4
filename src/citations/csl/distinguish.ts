/** Tells works apart that would be cited in the same words (CSL 1.0.2, "Disambiguation"). */
import { counterText } from "../../language/counter-style.js";
import type { Name } from "../item.js";
import type { Distinction, GivenForm } from "./context.js";
import { nameKey } from "./name-parts.js";
import type { Style } from "./style.js";

export type Distinctions = Map<string, Distinction>;

/** How a work is cited: without a locator. */
export interface TrialCite {
  readonly words: string;
  /** The names that are shown. */
  readonly shown: readonly Name[];
  /** All that could be. */
  readonly people: readonly Name[];
}

export type Try = (key: string, distinction: Distinction) => TrialCite;

interface Trial {
  readonly distinctions: Distinctions;
  readonly cite: Try;
  readonly forms: readonly GivenForm[];
}

type Group = readonly string[];

/**
 * Adds names, then given names, then what the style has for it, then letters to the years, as far as the style
 * allows it.
 *
 * @param keys in the order of the bibliography: letters follow it.
 */
export function distinguish(style: Style, keys: Group, distinctions: Distinctions, cite: Try): void {
  const { attributes } = style.citation;
  const trial: Trial = { distinctions, cite, forms: ["initials", "long"] };
  const addsNames = attributes["disambiguate-add-names"] === "true";
  const rule = attributes["givenname-disambiguation-rule"] ?? "by-cite";
  const addsGivenNames = attributes["disambiguate-add-givenname"] === "true" && rule === "by-cite";
  const steps: ((group: Group) => void)[] = [
    ...(addsNames ? [(group: Group) => addNames(group, trial)] : []),
    ...(addsGivenNames ? [(group: Group) => addGivenNames(group, trial)] : []),
    ...(addsNames && addsGivenNames ? [(group: Group) => addBoth(group, trial)] : []),
    (group) => askConditions(group, trial),
  ];
  for (const step of steps) for (const group of ambiguous(keys, trial)) step(group);
  if (attributes["disambiguate-add-year-suffix"] !== "true") return;
  for (const group of ambiguous(keys, trial)) {
    for (const [index, key] of group.entries()) {
      change(key, trial, { yearSuffix: counterText("lower-alpha", index + 1) });
    }
  }
}

function distinctionOf(key: string, { distinctions }: Trial): Distinction {
  return distinctions.get(key)!;
}

function change(key: string, trial: Trial, by: Partial<Distinction>): void {
  trial.distinctions.set(key, { ...distinctionOf(key, trial), ...by });
}

/** Works that are cited in the same words. */
function ambiguous(keys: Group, trial: Trial): string[][] {
  return classes(keys, (key) => trial.cite(key, distinctionOf(key, trial)).words).filter(
    ({ length }) => length > 1,
  );
}

function classes(keys: Group, wordsOf: (key: string) => string): string[][] {
  const groups = new Map<string, string[]>();
  for (const key of keys) {
    const words = wordsOf(key);
    groups.set(words, [...(groups.get(words) ?? []), key]);
  }
  return [...groups.values()];
}

/** Keeps a change when it tells some of a group apart. @returns the classes that it leaves. */
function attempt(group: Group, trial: Trial, by: (key: string) => Partial<Distinction>): string[][] {
  const before = new Map(group.map((key) => [key, distinctionOf(key, trial)]));
  for (const key of group) change(key, trial, by(key));
  const left = classes(group, (key) => trial.cite(key, distinctionOf(key, trial)).words);
  if (left.length > 1) return left;
  for (const [key, distinction] of before) trial.distinctions.set(key, distinction);
  return [[...group]];
}

/** Papers may have three thousand authors: so many names tell nobody anything. */
const MOST_NAMES = 12;

function mostPeople(group: Group, trial: Trial): number {
  const counts = group.map((key) => trial.cite(key, distinctionOf(key, trial)).people.length);
  return Math.min(MOST_NAMES, Math.max(...counts));
}

/** Names that were hidden are shown one by one, until no more cites of the group can be told apart. */
function addNames(group: Group, trial: Trial): void {
  const most = mostPeople(group, trial);
  let rest: Group = group;
  for (let names = 1; names <= most && rest.length > 1; names++) {
    const left = attempt(rest, trial, () => ({ names }));
    for (const each of left) if (each.length > 1 && each.length < rest.length) addNames(each, trial);
    if (left.length > 1) rest = [];
  }
}

/** Name after name, initials first, for as long as it helps. */
function addGivenNames(group: Group, trial: Trial): void {
  expand(group, 0, trial);
}

function expand(group: Group, at: number, trial: Trial): void {
  const shown = new Map(group.map((key) => [key, trial.cite(key, distinctionOf(key, trial)).shown]));
  const most = Math.min(MOST_NAMES, Math.max(...[...shown.values()].map(({ length }) => length)));
  if (group.length < 2 || at >= most) return;
  for (const form of trial.forms) {
    const left = attempt(group, trial, (key) => {
      const name = shown.get(key)![at];
      const known = distinctionOf(key, trial).givenNames ?? [];
      return name ? { givenNames: new Map([...known, [nameKey(name), form]]) } : {};
    });
    if (left.length === 1) continue;
    for (const each of left) expand(each, form === "long" ? at + 1 : at, trial);
    return;
  }
  expand(group, at + 1, trial);
}

/** Given names of people who are hidden so far may tell works apart. */
function addBoth(group: Group, trial: Trial, from = 2): void {
  const most = mostPeople(group, trial);
  const before = new Map(group.map((key) => [key, distinctionOf(key, trial)]));
  for (let names = from; names <= most; names++) {
    for (const key of group) change(key, trial, { names });
    addGivenNames(group, trial);
    const left = ambiguous(group, trial);
    if (left.every(({ length }) => length < group.length)) {
      for (const each of left) addBoth(each, trial, names + 1);
      return;
    }
    for (const [key, distinction] of before) trial.distinctions.set(key, distinction);
  }
}

/** What the style says only when works have to be told apart (CSL 1.0.2, "Choose": `disambiguate`). */
const MOST_CONDITIONS = 3;

function askConditions(group: Group, trial: Trial): void {
  let rest: Group = group;
  for (let conditions = 1; conditions <= MOST_CONDITIONS && rest.length > 1; conditions++) {
    const left = attempt(rest, trial, () => ({ conditions }));
    if (left.length === 1) continue;
    rest = [];
    for (const each of left) if (each.length > 1) askConditions(each, trial);
  }
}
