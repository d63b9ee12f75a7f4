/** Who made a book, as projects of other tools say it: names, or mappings with a name and a role. */
import { type Relator, relatorNamed } from "../../model/marc-relators.js";
import { isCode, plainWords } from "./plain-words.js";
import { textOf, type Values, valuesOf } from "./values.js";

export interface Person {
  readonly name: string;
  /** MARC relator; missing for authors. */
  readonly role?: Relator;
}

/** Keys by which tools call authors, the first one that is there counts. */
const AUTHORS = ["author", "authors", "creator", "site_author"];

/** Keys for others, with the role of those who say none. `contributor` is that of Pandoc. */
const OTHERS = {
  editor: "edt",
  editors: "edt",
  translator: "trl",
  translators: "trl",
  illustrator: "ill",
  contributor: "ctb",
} as const satisfies Readonly<Record<string, Relator>>;

/** Authors first, each once. */
export function peopleIn(values: Values): readonly Person[] {
  const key = AUTHORS.find((name) => values[name] !== undefined && values[name] !== null);
  const authors = key === undefined ? [] : personsIn(values[key], undefined);
  const others = Object.entries(OTHERS).flatMap(([name, role]) => personsIn(values[name], role));
  const known = new Map([...authors, ...others].map((each) => [JSON.stringify(each), each]));
  return [...known.values()];
}

function personsIn(written: unknown, usual: Relator | undefined): Person[] {
  const all = [written ?? []].flat();
  return all.flatMap((each) => {
    const names = typeof each === "string" ? separate(each) : nameIn(valuesOf(each));
    const role = typeof each === "string" ? usual : (relatorIn(valuesOf(each)) ?? usual);
    return names
      .map(plainWords)
      .filter((name) => name !== "" && !isCode(name))
      .map((name) => (role === undefined || role === "aut" ? { name } : { name, role }));
  });
}

/** Other words, such as those for who did what in a study, are no role in a book. */
function relatorIn({ role }: Values): Relator | undefined {
  return relatorNamed(textOf(role) ?? "");
}

/** `Ada Roe and Bo Li`, `Ada Roe; Bo Li`, `Ada Roe, Bo Li`; in `Roe, Ada` the comma is part of a name. */
function separate(text: string): readonly string[] {
  const parts = text.split(/\s*;\s*|\s*,?\s+(?:and|&)\s+/);
  return parts.flatMap((part) => {
    const pieces = part.split(/\s*,\s*/);
    return pieces.every((piece) => /\S\s+\S/.test(piece)) ? pieces : [part];
  });
}

/** Quarto and MyST have mappings; a name may be one as well. */
function nameIn(values: Values): readonly string[] {
  const { name, text, given, family, literal, firstName, lastName } = values;
  if (typeof name === "object") return nameIn(valuesOf(name));
  const whole = textOf(name) ?? textOf(text) ?? textOf(literal);
  if (whole !== undefined) return [whole];
  const parts = [textOf(given) ?? textOf(firstName), textOf(family) ?? textOf(lastName)];
  const joined = parts.filter((part) => part !== undefined).join(" ");
  if (joined !== "") return [joined];
  // A key alone is a name: `- Ada Roe: …`. A role without anybody is none.
  return "role" in values ? [] : Object.keys(values).slice(0, 1);
}
