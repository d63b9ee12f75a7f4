/** Raised letters that are characters of their own, as `ʳᵉ`, become raised letters: few fonts have them all. */
import { element, type Rich, text } from "./rich.js";

const RAISED =
  /[\u00AA\u00B2\u00B3\u00B9\u00BA\u02B0-\u02B8\u02E0-\u02E4\u1D2C-\u1D2E\u1D30-\u1D3A\u1D3C-\u1D4D\u1D4F-\u1D61\u2070\u2071\u2074-\u207F\u2120\u2122\u3192-\u319F\u02C0\u02C1\u06E5\u06E6]/u;

/** Raised letters of which Unicode does not say which they are. */
const LETTERS = new Map([
  ["\u02C0", "\u0294"],
  ["\u02C1", "\u0295"],
  ["\u06E5", "\u0648"],
  ["\u06E6", "\u064A"],
]);

export function raised(value: string): Rich {
  if (!RAISED.test(value)) return text(value);
  const pieces = value.split(new RegExp(`(${RAISED.source})`, "u"));
  return pieces.flatMap((piece) =>
    RAISED.test(piece) ? [element("sup", text(LETTERS.get(piece) ?? piece.normalize("NFKC")))] : text(piece),
  );
}
