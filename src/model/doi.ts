/** Digital Object Identifiers (ISO 26324). */

/** `10.5555/tides`; undefined for another identifier. @param identifier as `https://doi.org/…`. */
export function doiIn(identifier: string | undefined): string | undefined {
  return /^https?:\/\/(?:dx\.)?doi\.org\/(10\..+)$/i.exec(identifier ?? "")?.[1];
}
