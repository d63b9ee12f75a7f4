/** What is said about a value of the right kind that is not a right value. One entry for each check of the schema. */
import type { Code } from "../../diagnostics/codes.js";
import { LEVELS } from "../../diagnostics/levels.js";
import { nearest } from "../../diagnostics/nearest.js";
import { likelyLanguage } from "../../language/tag.js";
import { FORMAT_NAMES } from "../../model/format.js";
import { LICENCE_IDS } from "../../model/licences.js";
import { RELATORS } from "../../model/marc-relators.js";
import type { Path } from "../../model/places.js";
import { EDITING, EXTENTS, MAKINGS } from "../../model/provenance.js";
import { ROLES } from "../../model/roles.js";
import {
  AUDIENCES,
  AVAILABILITIES,
  PRICE_TYPES,
  PRODUCT_FORMS,
  PUBLISHING_STATUSES,
  RELATIONS,
} from "../../model/trade.js";
import { isbnCheckDigit, isIsbn } from "./identifier.js";
import { NAMED_TRIMS } from "./trim.js";

interface Words {
  readonly code: Code;
  readonly message: string;
  readonly hint: string;
}

export const CHECKS: Readonly<Record<string, (value: unknown, path: Path) => Words>> = {
  "empty-value": (_, path) => ({
    code: "wrong-type",
    message: `\`${keyOf(path)}\` is empty`,
    hint: "Give it a value or remove the line",
  }),
  "bad-number-form": (value, path) => ({
    code: "wrong-type",
    message: `\`${keyOf(path)}\` must have \`{n}\` once, for the number, and is “${value}”`,
    hint: `Write \`${keyOf(path)}: "Chapter {n}"\`, in the words of the book`,
  }),
  "bad-divided-word": (value) => ({
    code: "wrong-type",
    message: `\`${value}\` is not a word with hyphens where it may be divided`,
    hint: "Write one word of letters: `data-base`, or `database` for one that stays whole",
  }),
  "empty-list": (_, path) => ({
    code: "empty-list",
    message: `\`${keyOf(path)}\` has no entry`,
    hint: "Add an entry or remove the key",
  }),
  "empty-subject": () => ({
    code: "missing-key",
    message: "A subject needs a `term` or a `code`",
    hint: "Write `{ scheme: thema, code: ATFX }` or `{ term: Cinema }`",
  }),
  "unknown-role": (value) => ({
    code: "unknown-role",
    message: `There is no role \`${value}\``,
    hint: suggestion(value, Object.keys(ROLES)),
  }),
  "unknown-relator": (value) => ({
    code: "unknown-relator",
    message: `\`${value}\` is not a MARC relator code`,
    hint: relatorHint(String(value)),
  }),
  "bad-level": (value, path) => ({
    code: "wrong-type",
    message: `\`${keyOf(path)}\` cannot have the level \`${value}\``,
    hint: suggestion(value, LEVELS),
  }),
  "unknown-format": (value) => ({
    code: "unknown-format",
    message: `There is no format \`${value}\``,
    hint: suggestion(value, FORMAT_NAMES),
  }),
  "bad-language": (value) => ({
    code: "bad-language",
    message: `\`${value}\` is not a language tag of BCP 47`,
    hint: languageHint(String(value)),
  }),
  "bad-date": (value) => ({
    code: "bad-date",
    message: `\`${value}\` is not a date`,
    hint: "Write a year, a month or a day that exists: 2026, 2026-11 or 2026-11-22",
  }),
  "bad-moment": (value) => ({
    code: "bad-date",
    message: `\`${value}\` is not a day, nor a moment in UTC`,
    hint: "Write 2026-11-30 or 2026-11-30T09:30:00Z",
  }),
  "bad-isbn": (value) => ({
    code: "bad-isbn",
    message: `\`${value}\` is not an ISBN`,
    hint: isbnHint(String(value)),
  }),
  "bad-identifier": (value) => ({
    code: "bad-identifier",
    message: `\`${value}\` is not an identifier`,
    hint:
      writtenIsbn(String(value)) ??
      "Write `urn:isbn:…`, `urn:uuid:…` or a URL, or leave the key out to have a UUID derived",
  }),
  "bad-address": (value) => ({
    code: "bad-value",
    message: `\`${value}\` is not a web address`,
    hint: "Write the whole address: https://…",
  }),
  "unknown-making": (value, path) => ({
    code: "unknown-provenance",
    message: `\`${keyOf(path)}\` cannot be \`${value}\``,
    hint: suggestion(value, MAKINGS),
  }),
  "unknown-extent": (value) => ({
    code: "unknown-provenance",
    message: `\`${value}\` is not an extent`,
    hint: suggestion(value, EXTENTS),
  }),
  "unknown-editing": (value) => ({
    code: "unknown-provenance",
    message: `\`${value}\` does not say how much was edited`,
    hint: suggestion(value, EDITING),
  }),
  "unknown-licence": (value) => ({
    code: "unknown-licence",
    message: `There is no licence \`${value}\``,
    hint: licenceHint(String(value)),
  }),
  "unknown-mining": (value) => ({
    code: "bad-value",
    message: `\`${value}\` does not say whether text and data mining is allowed`,
    hint: "Write `reserved` or `allowed`",
  }),
  "unknown-trade-word": (value, path) => ({
    code: "unknown-trade-code",
    message: `\`${keyOf(path)}\` cannot be \`${value}\``,
    hint: suggestion(value, TRADE_WORDS[keyOf(path)] ?? []),
  }),
  "unknown-currency": (value) => ({
    code: "unknown-trade-code",
    message: `\`${value}\` is not the code of a currency`,
    hint: "Write one of ISO 4217 in capitals: EUR, USD, GBP",
  }),
  "unknown-country": (value) => ({
    code: "unknown-trade-code",
    message: `\`${value}\` is not the code of a country`,
    hint: "Write one of ISO 3166-1 in capitals: FR, DE, US",
  }),
  "bad-day": (value) => ({
    code: "bad-date",
    message: `\`${value}\` is not a day`,
    hint: "Write a day that exists: 2026-12-01",
  }),
  "bad-amount": (value) => ({
    code: "bad-value",
    message: `\`${value}\` is not an amount`,
    hint: "Write a number with a point: 12.99",
  }),
  "bad-gln": (value) => ({
    code: "bad-value",
    message: `\`${value}\` is not a Global Location Number`,
    hint: "Write its 13 digits in quotes",
  }),
  "bad-trim": (value) => ({
    code: "bad-trim",
    message: `\`${value}\` is not a page size`,
    hint: trimHint(String(value)),
  }),
  "bad-bleed": (value) => ({
    code: "bad-bleed",
    message: `\`${value}\` is not a bleed`,
    hint: "Write a length from 0 to 25 mm: 3mm, 0.125in",
  }),
  "bad-name": (_, path) => ({
    code: "bad-name",
    message: `\`${keyOf(path)}\` cannot be a name here`,
    hint: DEVICE.test(keyOf(path))
      ? "Choose another name: Windows keeps this one for a device"
      : "Use lower-case letters, digits and hyphens, a letter first",
  }),
};

/** What the keys of `trade` take. */
const TRADE_WORDS: Readonly<Record<string, readonly string[]>> = {
  form: PRODUCT_FORMS,
  status: PUBLISHING_STATUSES,
  availability: AVAILABILITIES,
  audience: AUDIENCES,
  type: PRICE_TYPES,
  tax: ["included", "excluded"],
  relation: RELATIONS,
};

/** See `EDITION_ID`. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/;

function keyOf(path: Path): string {
  const last = path.at(-1);
  return typeof last === "number" ? keyOf(path.slice(0, -1)) : String(last);
}

function suggestion(value: unknown, known: readonly string[]): string {
  const similar = nearest(String(value), known);
  return similar === undefined ? `Use one of: ${known.join(", ")}` : `Did you mean \`${similar}\`?`;
}

function licenceHint(value: string): string {
  const similar = nearest(value, LICENCE_IDS);
  if (similar !== undefined) return `Did you mean \`${similar}\`?`;
  return "Use an identifier of the SPDX list like `CC-BY-4.0`, or write the line into `statement`";
}

/** Authors write `author` or `Translator` where the list has `aut` and `trl`. */
function relatorHint(value: string): string {
  const codes = Object.entries(RELATORS);
  if (/^(?:co-?|ghost)?writer$|^co-?author$/i.test(value.trim())) return "Write `aut`";
  const byTerm = codes.find(([, term]) => term.toLowerCase() === value.trim().toLowerCase());
  if (byTerm !== undefined) return `Write \`${byTerm[0]}\``;
  const term = nearest(value, value.length > 4 ? Object.values(RELATORS) : []);
  const near = codes.find(([, each]) => each === term);
  if (near !== undefined) return `Did you mean \`${near[0]}\` (${near[1].toLowerCase()})?`;
  return "Use one like aut (author), edt (editor), trl (translator), ill (illustrator)";
}

function languageHint(value: string): string {
  const likely = likelyLanguage(value);
  return likely === undefined ? "Write a tag like `en`, `fr` or `pt-BR`" : `Did you mean \`${likely}\`?`;
}

/** `ISBN 978-…` and the number alone. */
function writtenIsbn(value: string): string | undefined {
  const number = value.trim().replace(/^(?:e-?)?isbn(?:-1[03])?[\s:]*/i, "");
  if (isIsbn(number)) return `Write \`urn:isbn:${number}\``;
  return isbnCheckDigit(number) === undefined ? undefined : isbnHint(`urn:isbn:${number}`);
}

function isbnHint(value: string): string {
  const number = value.slice("urn:isbn:".length);
  const digit = isbnCheckDigit(number);
  if (digit === undefined)
    return "Write its 13 digits, which start with 978 or 979 (or the 10 of an ISBN before 2007)";
  return `Compare the digits: the last one, the check digit, would be ${digit}`;
}

function trimHint(value: string): string {
  const similar = nearest(value, Object.keys(NAMED_TRIMS));
  if (similar !== undefined) return `Did you mean \`${similar}\`?`;
  const names = Object.keys(NAMED_TRIMS).join(", ");
  return `Write width and height (\`6in 9in\`, \`148mm 210mm\`; 1 to 200 inches) or a name: ${names}`;
}
