/** Identifiers of works and editions: ISBN with its check digit, UUID, other URNs, URLs. */
import { createHash } from "node:crypto";

export type IdentifierFault = "bad-identifier" | "bad-isbn";

/** Namespace of the identifiers that Colophon derives, itself a UUID drawn once (RFC 9562, section 5.5). */
const NAMESPACE = "7c1f0d5a-52c6-4a3e-9f0b-8f3f6d2b9a41";

const UUID = /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/** RFC 8141, section 2: a namespace of 2 to 32 letters, digits and hyphens, then its own string. */
const URN = /^urn:[a-z0-9][a-z0-9-]{0,30}[a-z0-9]:[^\s<>"{}|\\^`]+$/i;

/** What is wrong with an identifier; undefined when nothing is. */
export function identifierFault(text: string): IdentifierFault | undefined {
  if (/^urn:isbn:/i.test(text)) return isIsbn(text.slice("urn:isbn:".length)) ? undefined : "bad-isbn";
  if (/^urn:uuid:/i.test(text)) return UUID.test(text) ? undefined : "bad-identifier";
  if (URN.test(text)) return undefined;
  return /^https?:\/\/\S+$/i.test(text) && URL.canParse(text) ? undefined : "bad-identifier";
}

/** True for an ISBN-13 or ISBN-10 with a right check digit (ISO 2108), with or without hyphens. */
export function isIsbn(text: string): boolean {
  const digits = text.replace(/[-\u2010-\u2013 ]/g, "").toUpperCase();
  if (/^97[89]\d{10}$/.test(digits)) return digits.endsWith(checkDigit13(digits));
  return /^\d{9}[\dX]$/.test(digits) && digits.endsWith(checkDigit10(digits));
}

/** The digit that would make an ISBN right; undefined when it has not the length of one. */
export function isbnCheckDigit(text: string): string | undefined {
  const digits = text.replace(/[^\dXx]/g, "");
  if (/^97[89]\d{10}$/.test(digits)) return checkDigit13(digits);
  return digits.length === 10 ? checkDigit10(digits) : undefined;
}

function checkDigit13(digits: string): string {
  let sum = 0;
  for (let index = 0; index < 12; index++) sum += Number(digits[index]) * (index % 2 === 0 ? 1 : 3);
  return String((10 - (sum % 10)) % 10);
}

function checkDigit10(digits: string): string {
  let sum = 0;
  for (let index = 0; index < 9; index++) sum += Number(digits[index]) * (10 - index);
  const check = (11 - (sum % 11)) % 11;
  return check === 10 ? "X" : String(check);
}

/**
 * Derives an identifier for a publication that has none: `urn:uuid:` with a version 5 UUID (RFC 9562).
 *
 * The same names always give the same identifier, so a rebuild is the same book to a reading system.
 */
export function derivedIdentifier(names: readonly string[]): string {
  const hash = createHash("sha1");
  hash.update(Buffer.from(NAMESPACE.replaceAll("-", ""), "hex"));
  // JSON keeps the borders between names: ["ab", "c"] is not ["a", "bc"].
  hash.update(JSON.stringify(names.map((name) => name.normalize("NFC"))));
  const bytes = hash.digest().subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x50;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  const groups = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)];
  return `urn:uuid:${groups.join("-")}`;
}
