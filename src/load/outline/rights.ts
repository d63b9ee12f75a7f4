/** What a project of another tool says of its rights: a line, a holder with a year (Quarto), a licence (Quarto, MyST). */
import { licenceNamed } from "../../model/licences.js";
import type { RightsDescription } from "../schema/rights-keys.js";
import { isCode, plainWords } from "./plain-words.js";
import { textOf, textsOf, type Values, valuesOf } from "./values.js";

/** @param authors who hold the rights where only a year is said. */
export function rightsIn(values: Values, authors: readonly string[]): RightsDescription | undefined {
  const { rights, copyright, license, licence } = values;
  const line = lineOf(rights) ?? lineOf(copyright, authors);
  const named = line === undefined ? undefined : licenceNamed(line);
  const terms = [license, licence, rights, valuesOf(copyright).license].flatMap(licenceWordsOf);
  const known = named ?? terms.map(licenceMeant).find((each) => each !== undefined);
  const statement = named === undefined ? line : undefined;
  if (known !== undefined) {
    return { licence: known.id, ...(statement === undefined ? {} : { statement }) };
  }
  return statement ?? terms[0];
}

function lineOf(value: unknown, authors: readonly string[] = []): string | undefined {
  const { statement, holder, year } = valuesOf(value);
  const words = plainWords(textOf(statement) ?? textsOf(value)[0] ?? "");
  if (isCode(words)) return undefined;
  const isYear = /^\d{4}(?:\s*[-–]\s*\d{4})?$/.test(words);
  if (words !== "" && !isYear) return words;
  const names = textOf(holder) ?? authors.join(", ");
  const when = isYear ? words : (textOf(year) ?? textsOf(year).join(", "));
  return names === "" || (textOf(holder) === undefined && when === "")
    ? undefined
    : ["©", when, names].filter((part) => part !== "").join(" ");
}

/** A text, or what mappings call it: `type` and `text` of Quarto, `content` of MyST (its `code` has one of its own). */
function licenceWordsOf(value: unknown): readonly string[] {
  const { type, id, name, text, url, content } = valuesOf(value);
  const all = [...textsOf(value), ...textsOf([type, id, name, text, url]), ...licenceWordsIn(content)];
  return all.map((each) => (/^https?:/.test(each) ? each : plainWords(each))).filter((each) => !isCode(each));
}

function licenceWordsIn(content: unknown): readonly string[] {
  return content === undefined ? [] : licenceWordsOf(content);
}

/** Where Creative Commons are named without a version, Quarto and MyST mean the current one. */
function licenceMeant(words: string) {
  return licenceNamed(words) ?? licenceNamed(`${words} 4.0`);
}
