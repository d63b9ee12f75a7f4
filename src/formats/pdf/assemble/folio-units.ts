/** What of folios is shaped by itself. */

/** Letters that look the same whatever stands beside them. */
const STANDS_ALONE =
  /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Armenian}\p{Script=Georgian}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Common}]*$/u;

export function standsAlone(text: string): boolean {
  return STANDS_ALONE.test(text);
}

/** Letters: a book has many folios, but few letters in them, and shaping is slow. Else a whole text. */
export function unitsOf(text: string): string[] {
  return standsAlone(text) ? [...text] : [text];
}
