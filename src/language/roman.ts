/** Roman numerals: folios of the front matter, parts, and page ranges in citations. */

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, "M"],
  [900, "CM"],
  [500, "D"],
  [400, "CD"],
  [100, "C"],
  [90, "XC"],
  [50, "L"],
  [40, "XL"],
  [10, "X"],
  [9, "IX"],
  [5, "V"],
  [4, "IV"],
  [1, "I"],
];

/** Upper-case roman numeral of a number from 1 to 3999. */
export function toRoman(count: number): string {
  let rest = count;
  let numeral = "";
  for (const [value, letters] of ROMAN) {
    while (rest >= value) {
      numeral += letters;
      rest -= value;
    }
  }
  return numeral;
}

const VALUES: ReadonlyMap<string, number> = new Map(ROMAN.map(([value, letters]) => [letters, value]));

/** The number that a roman numeral is, in capitals or small letters. */
export function fromRoman(numeral: string): number {
  const values = [...numeral.toUpperCase()].map((letter) => VALUES.get(letter) ?? 0);
  return values.reduce((sum, value, index) => sum + (value < (values[index + 1] ?? 0) ? -value : value), 0);
}
