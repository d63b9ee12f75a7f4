/**
 * The marks of list items that Pandoc knows beyond CommonMark (`fancy_lists`, `example_lists`): `a.`, `iv)`,
 * `(B)`, `(1)`, `#.`, `(@)`, `(@name)`.
 */

/** How a list counts: `a`, `A`, `i`, `I` and `1` as HTML has them. */
export type Counting = "a" | "A" | "i" | "I" | "1" | "default" | "example";
export type Delimiter = "period" | "paren" | "parens";

export interface Marker {
  readonly counting: Counting;
  readonly delimiter: Delimiter;
  /** The number that it stands for; 1 for what only counts on. */
  readonly number: number;
  /** What an example is called. */
  readonly label?: string;
  /** Characters of the mark. */
  readonly width: number;
}

const MARKER = /^(?:\((?<both>[^\s()]{1,60})\)|(?<one>#|[A-Za-z]{1,15})(?<end>[.)]))(?=(?<blanks>[ \t]+|$))/;
const EXAMPLE = /^@([\w-]*)$/;

/**
 * The mark that a line of text begins with.
 *
 * @param counting that of the list so far: `c.` is a letter or a number, `i.` the first number unless letters came before it.
 */
export function readMarker(text: string, counting?: Counting): Marker | undefined {
  const { both, one, end, blanks = "" } = MARKER.exec(text)?.groups ?? {};
  const name = both ?? one;
  if (name === undefined) return undefined;
  const delimiter = both !== undefined ? "parens" : end === "." ? "period" : "paren";
  const width = name.length + (both === undefined ? 1 : 2);
  const example = both === undefined ? null : EXAMPLE.exec(both);
  if (example) return { counting: "example", delimiter, number: 1, label: example[1]!, width };
  const read = readNumber(name, counting);
  if (!read) return undefined;
  // `B. Russell` begins no list.
  const isInitial = read.counting === "A" && delimiter === "period" && blanks === " ";
  return isInitial ? undefined : { ...read, delimiter, width };
}

function readNumber(
  name: string,
  counting: Counting | undefined,
): { readonly counting: Counting; readonly number: number } | undefined {
  if (name === "#") return { counting: "default", number: 1 };
  if (/^\d{1,9}$/.test(name)) return { counting: "1", number: Number(name) };
  const isCapital = name === name.toUpperCase();
  if (!isCapital && name !== name.toLowerCase()) return undefined;
  const small = name.toLowerCase();
  const [letters, numerals] = isCapital ? (["A", "I"] as const) : (["a", "i"] as const);
  const isLetter = small.length === 1 && counting !== numerals && (small !== "i" || counting === letters);
  if (isLetter) return { counting: letters, number: small.charCodeAt(0) - 96 };
  const number = romanNumber(small);
  return number === undefined ? undefined : { counting: numerals, number };
}

const ROMAN = /^m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/;
const VALUES: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 };

function romanNumber(small: string): number | undefined {
  if (!ROMAN.test(small)) return undefined;
  const values = [...small].map((letter) => VALUES[letter]!);
  return values.reduce((sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value), 0);
}
