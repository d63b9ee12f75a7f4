/**
 * Finds text that flows in a region: Inkscape wrote it as a draft of SVG 1.2 had it, which came to nothing. No browser
 * and no reading system shows it, so it is in no picture of a book either.
 */

export interface FlowedText {
  /** @param name without its prefix. */
  open(name: string): void;
  close(name: string): void;
  text(value: string): void;
  /** All of it, with single blanks. */
  words(): string;
}

export function flowedText(): FlowedText {
  const parts: string[] = [];
  let roots = 0;
  return {
    open(name) {
      if (name === "flowroot") roots += 1;
    },
    close(name) {
      if (name === "flowroot") roots -= 1;
      if (roots > 0) parts.push(" ");
    },
    text(value) {
      if (roots > 0) parts.push(value);
    },
    words: () => parts.join("").replace(/\s+/g, " ").trim(),
  };
}
