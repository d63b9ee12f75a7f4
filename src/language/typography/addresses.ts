/** Addresses that stand in running text: nothing is typeset or hyphenated in them. */

const ADDRESS =
  /(?:[a-z][a-z0-9+.-]*:\/\/|mailto:|\bwww\.|\bdoi:)[^\s<>«»“”"]*[^\s<>«»“”".,;:!?)\]}'’]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gi;
const TRACE = /:\/\/|www\.|mailto:|doi:|@/i;

/** Puts a letter-by-letter stand-in in the place of each address. */
export function maskAddresses(text: string, mask: string): string {
  if (!TRACE.test(text)) return text;
  return text.replace(ADDRESS, (address) => mask.repeat(address.length));
}
