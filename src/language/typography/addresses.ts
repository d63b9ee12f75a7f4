/** Addresses that stand in running text: nothing is typeset or hyphenated in them. */

/** With names of a length: without an end to them each letter would be looked at from all letters before it. */
const ADDRESS =
  /(?:[a-z][a-z0-9+.-]{0,30}:\/\/|mailto:|\bwww\.|\bdoi:)[^\s<>«»“”"]*[^\s<>«»“”".,;:!?)\]}'’]|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]+)+/gi;
/** Between Chinese and Japanese words there are no spaces. */
const END_WITHOUT_SPACE = /[\u3000-\u303F\uFF00-\uFFEF]/;
const TRACE = /:\/\/|www\.|mailto:|doi:|@/i;

/** A part of a text, by its indices. */
export interface Span {
  readonly from: number;
  /** Behind the last letter. */
  readonly to: number;
}

/** Puts a letter-by-letter stand-in in the place of each address. */
export function maskAddresses(text: string, mask: string): string {
  if (!TRACE.test(text)) return text;
  return text.replace(ADDRESS, (address) => mask.repeat(address.length));
}

/** Where a text has addresses, in order. */
export function spansOfAddresses(text: string): Span[] {
  if (!TRACE.test(text)) return [];
  return [...text.matchAll(ADDRESS)].map(({ index, 0: address }) => {
    const end = address.search(END_WITHOUT_SPACE);
    return { from: index, to: index + (end < 0 ? address.length : end) };
  });
}
