/** International Standard Book Numbers (ISO 2108). */

/**
 * Digits of an ISBN-13; undefined for any other identifier. An ISBN of ten digits is written as one of thirteen.
 *
 * @param identifier `urn:isbn:…`
 */
export function isbn13(identifier: string): string | undefined {
  if (!/^urn:isbn:/i.test(identifier)) return undefined;
  const digits = identifier.slice("urn:isbn:".length).replace(/[^\dXx]/g, "");
  if (digits.length === 13) return digits;
  if (digits.length !== 10) return undefined;
  const body = `978${digits.slice(0, 9)}`;
  const sum = [...body].reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 3), 0);
  return body + String((10 - (sum % 10)) % 10);
}
