/** The entries of a bibliography (CSL 1.0.2, "Bibliography-specific options"). */
import { contextOf, type Desk, evaluated } from "./desk.js";
import { nameKey } from "./name-parts.js";
import {
  type Attributes,
  type Box,
  box,
  boxesIn,
  boxTagged,
  type Output,
  render,
  replaced,
  words,
} from "./output.js";
import type { Area } from "./style.js";
import { finished } from "./text/finished.js";
import { compared, element, type Rich } from "./text/rich.js";

export interface Entry {
  readonly key: string;
  readonly nodes: Rich;
  /** A number in a margin of its own stands before the text. */
  readonly isNumbered: boolean;
}

export function entriesOf(desk: Desk, order: readonly string[]): Entry[] {
  const { bibliography } = desk.style;
  if (!bibliography) return [];
  const stand = bibliography.attributes["subsequent-author-substitute"];
  const rule = bibliography.attributes["subsequent-author-substitute-rule"] ?? "complete-all";
  let before: Box | undefined;
  return order.flatMap((key) => {
    const output = evaluated(bibliography.layout.children, contextOf(desk, key, "bibliography"));
    const names = boxTagged(output, "names");
    const shown =
      stand === undefined || !names || !before ? output : repeated(output, names, before, stand, rule);
    before = names;
    return entryOf(desk, key, shown, bibliography);
  });
}

function entryOf(desk: Desk, key: string, output: readonly Output[], { layout, attributes }: Area): Entry[] {
  const isNumbered = attributes["second-field-align"] !== undefined && output.length > 1;
  const { prefix = "", suffix = "", delimiter: _, ...format } = layout.attributes;
  const [first, ...rest] = output;
  if (!first) return [{ key, nodes: [], isNumbered: false }];
  if (!isNumbered) {
    const whole = render(closed(output, layout.attributes));
    return [{ key, nodes: finished(whole, desk.locale), isNumbered }];
  }
  const margin = render(box([first], { ...format, prefix }));
  const inline = render(box(rest, { ...format, suffix }));
  const parts = [
    element("span", margin, { className: ["csl-left-margin"] }),
    element("span", inline, { className: ["csl-right-inline"] }),
  ];
  return [{ key, nodes: finished(parts, desk.locale), isNumbered }];
}

/** The layout's suffix is in the last block of an entry, if it ends in one. */
function closed(output: readonly Output[], attributes: Attributes): Output[] {
  const last = output.at(-1);
  if (last?.kind !== "box" || last.attributes.display === undefined) return box(output, attributes);
  const { suffix = "", ...others } = attributes;
  const { display, ...own } = last.attributes;
  const end = box([{ ...last, attributes: own }, ...words(suffix)], { display });
  return box([...output.slice(0, -1), ...end], others);
}

/** A dash, or what the style has, for names that the entry before has too. */
function repeated(output: Output[], names: Box, before: Box, stand: string, rule: string): Output[] {
  const [own, other] = [peopleIn(names), peopleIn(before)];
  let same = 0;
  while (same < own.length && own[same] === other[same]) same++;
  const isWhole = wordsOf(names) === wordsOf(before);
  if (names.tag?.kind === "names" && names.tag.isSubstitute) {
    return isWhole ? replaced(output, names, () => box(words(stand), affixesOf(names))) : output;
  }
  const persons = [...boxesIn([names])].filter(({ tag }) => tag?.kind === "name");
  const substituted = (count: number) =>
    persons.slice(0, count).reduce((made, person) => replaced(made, person, () => words(stand)), output);
  switch (rule) {
    case "complete-each":
      return isWhole ? substituted(persons.length) : output;
    case "partial-each":
      return substituted(same);
    case "partial-first":
      return same > 0 ? substituted(1) : output;
    default: {
      const list = boxTagged([names], "people");
      return isWhole && list ? replaced(output, list, () => words(stand)) : output;
    }
  }
}

/** The names as they are shown, without labels. */
function wordsOf(names: Box): string {
  const lists = [...boxesIn([names])].filter(({ tag }) => tag?.kind === "people");
  return compared(render(lists.length > 0 ? lists : [names]));
}

function affixesOf({ attributes: { prefix = "", suffix = "" } }: Box): Attributes {
  return { prefix, suffix };
}

function peopleIn({ tag }: Box): string[] {
  return tag?.kind === "names" ? tag.people.map(nameKey) : [];
}
