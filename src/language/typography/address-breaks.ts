/**
 * Where a line may end inside of an address or a path, after the habit of the Chicago Manual of Style (7.46,
 * 14.18): behind a colon or slashes, else before a sign, so that nobody takes a sign at the end of a line for the
 * end of the address or for a hyphen of ours.
 */
import { type Span, spansOfAddresses } from "./addresses.js";

/** Shorter ones stay whole. */
const LEAST_LENGTH = 16;
/** What stands alone before or behind the end of a line. */
const LEAST_PART = 3;

/** At least two names with slashes before or between them. */
const PATH = /(?<![\w.~:+%@/\\-])[\w.~:+%@-]*(?:[\\/]+[\w.~+%@=-]+){2,}[\\/]?/g;
/** A name in code, with all that is in it. */
const NAME = /\S+/g;
const PLACE = /(?<=[/\\:])(?![/\\:])|(?<![.,;?&=#_%~+@|-])(?=[.,;?&=#_%~+@|-])/;

/** The spans of running text in which a line may end as in an address, in order, apart from each other. */
export function breakableInText(text: string): Span[] {
  const addresses = spansOfAddresses(text);
  const isApart = (span: Span): boolean =>
    addresses.every(({ from, to }) => span.to <= from || span.from >= to);
  const paths = /[\\/]/.test(text) ? spansOf(PATH, text).filter(isApart) : [];
  return [...addresses, ...paths].filter(isLong).sort((one, other) => one.from - other.from);
}

/** The same of code that stands in running text. */
export function breakableInCode(text: string): Span[] {
  return spansOf(NAME, text).filter(isLong);
}

/** The parts of an address between which a line may end. */
export function partsOfAddress(address: string): string[] {
  const parts: string[] = [];
  for (const part of address.split(PLACE)) {
    if (parts.length === 1 && parts[0]!.length < LEAST_PART) parts[0] += part;
    else parts.push(part);
  }
  if (parts.length > 1 && parts.at(-1)!.length < LEAST_PART) parts.push(parts.splice(-2).join(""));
  return parts;
}

function spansOf(pattern: RegExp, text: string): Span[] {
  return [...text.matchAll(pattern)].map(({ index, 0: { length } }) => ({ from: index, to: index + length }));
}

function isLong({ from, to }: Span): boolean {
  return to - from >= LEAST_LENGTH;
}
