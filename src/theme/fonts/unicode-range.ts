/** The characters that a face is for. */

/** `U+0000-00FF, U+0131` (CSS Fonts 4, section 4.5). */
export function rangesOf(text: string): [number, number][] {
  return [...text.matchAll(/U\+([0-9A-F?]+)(?:-([0-9A-F]+))?/gi)].map(([, first = "", last]) => [
    Number.parseInt(first.replaceAll("?", "0"), 16),
    Number.parseInt(last ?? first.replaceAll("?", "F"), 16),
  ]);
}
