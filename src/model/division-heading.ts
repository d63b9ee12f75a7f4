/**
 * Headings of bookdown that divide the book and are no text of a chapter: `# (PART) Tides {-}`, `# (APPENDIX) More {-}`
 * (https://bookdown.org/yihui/bookdown/markdown-extensions-by-bookdown.html#special-headers).
 */

export interface DivisionHeading {
  readonly kind: "part" | "appendix";
  /** Without its attributes. */
  readonly title: string;
}

const HEADING = /^#[ \t]+\((PART|APPENDIX)(?:\\?\*)?\)[ \t]*(.*?)[ \t]*(?:\{[^{}]*\})?[ \t]*#*[ \t]*$/;

/** @param line of a text, outside of code. */
export function divisionHeading(line: string): DivisionHeading | undefined {
  const [, kind, title] = HEADING.exec(line) ?? [];
  return kind === undefined ? undefined : { kind: kind === "PART" ? "part" : "appendix", title: title! };
}
