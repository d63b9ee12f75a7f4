/** Makes works of the items of CSL-JSON, the exchange format of Zotero and others, and of the same in YAML. */
import { withParticles } from "./csl/name-particles.js";
import { readNote } from "./csl-note.js";
import { readDate } from "./date-text.js";
import { DATE_VARIABLES, type DateValue, type Item, NAME_VARIABLES, type Name } from "./item.js";
import { languageTag } from "./language-tag.js";

type Entry = Readonly<Record<string, unknown>>;

/**
 * @param index counts from 0, for messages.
 * @throws SyntaxError when it is not an item with an id.
 */
export function itemOf(entry: unknown, index: number): Item {
  if (typeof entry !== "object" || entry === null)
    throw new SyntaxError(`item ${index + 1} is not an object`);
  const { id, type: written, note, ...fields } = entry as Entry;
  if (typeof id !== "string" && typeof id !== "number") {
    throw new SyntaxError(`item ${index + 1} has no \`id\``);
  }
  const variables: Record<string, string> = {};
  const names: Record<string, readonly Name[]> = {};
  const dates: Record<string, DateValue> = {};
  const extra = readNote(typeof note === "string" ? note : "");
  // What a program has a field for counts more, but for kinds and dates, of which it has few.
  const { type = written, ...more } = extra.fields;
  const dated = Object.entries(more).filter(([name]) => DATE_VARIABLES.has(name));
  const rest: Entry = {
    ...more,
    ...fields,
    ...Object.fromEntries(dated),
    ...(extra.note === "" ? {} : { note: extra.note }),
  };
  for (const [name, value] of Object.entries(rest)) {
    const alias = ALIASES[name];
    if (alias !== undefined && rest[alias] === undefined) variables[alias] = String(value);
    if (NAME_VARIABLES.has(name) && Array.isArray(value)) names[name] = value.flatMap(nameOf);
    else if (DATE_VARIABLES.has(name)) dates[name] = dateOf(value);
    else if (typeof value === "string" || typeof value === "number") variables[name] = String(value);
  }
  if (variables.language !== undefined) variables.language = languageTag(variables.language);
  const key = variables["citation-key"];
  return {
    id: String(id),
    ...(key !== undefined && key !== String(id) ? { aliases: [key] } : {}),
    type: typeof type === "string" ? type : "document",
    variables,
    names,
    dates,
  };
}

/** Names that programs give variables, by those of CSL. */
const ALIASES: Readonly<Record<string, string>> = {
  journalAbbreviation: "container-title-short",
  shortTitle: "title-short",
  event: "event-title",
};

const NAME_PARTS = [
  "family",
  "given",
  "suffix",
  "dropping-particle",
  "non-dropping-particle",
  "literal",
] as const;

/** What is neither text nor has parts that are is no name. */
function nameOf(value: unknown): Name[] {
  if (typeof value === "string") return [{ literal: value }];
  if (typeof value !== "object" || value === null) return [];
  const written = value as Entry;
  const parts = NAME_PARTS.flatMap((part): [string, string][] => {
    const text = written[part];
    return typeof text === "string" || typeof text === "number" ? [[part, String(text)]] : [];
  });
  if (parts.length === 0) return [];
  const comma = written["comma-suffix"] ? { "comma-suffix": true } : {};
  return [withParticles({ ...Object.fromEntries(parts), ...comma })];
}

/** As CSL-JSON has dates; in YAML also as text, a number or `{ year, month, day }`, one or two of them. */
function dateOf(value: unknown): DateValue {
  if (typeof value === "string" || typeof value === "number") return readDate(String(value));
  if (Array.isArray(value)) return { "date-parts": value.map((each) => partsOf(each as Entry)) };
  if (typeof value !== "object" || value === null) return {};
  const date = value as Entry;
  const parts = date["date-parts"];
  if (Array.isArray(parts)) {
    // Numbers may be written as text; an open end has none.
    const lists = parts.some(Array.isArray) ? parts : [parts];
    const numbers = lists.map((part) =>
      [part]
        .flat()
        .map(Number)
        .filter((each) => Number.isFinite(each) && each !== 0),
    );
    return { ...date, "date-parts": numbers[0]?.length ? numbers.slice(0, 2) : [] };
  }
  if (date.year !== undefined) return { ...date, "date-parts": [partsOf(date)] };
  const text = typeof date.raw === "string" ? date.raw : date.literal;
  return typeof text === "string" ? { ...readDate(text), ...(date.circa ? { circa: true } : {}) } : {};
}

function partsOf({ year, month, day }: Entry): number[] {
  const numbers: number[] = [];
  for (const part of [year, month, day]) {
    if (part === undefined || Number.isNaN(Number(part))) break;
    numbers.push(Number(part));
  }
  return numbers;
}
