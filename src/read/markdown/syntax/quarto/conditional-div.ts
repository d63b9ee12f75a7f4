/** `::: {.content-visible when-format="html"}` and `.content-hidden` of Quarto: for which formats something is. */
import type { Token } from "markdown-it";
import { classesOf, type DivReader, takeAttribute } from "./div.js";

/** What Quarto's formats are here; an ebook is HTML to it. */
const FORMATS: Readonly<Record<string, string>> = {
  html: "epub",
  html4: "epub",
  html5: "epub",
  epub: "epub",
  epub3: "epub",
  pdf: "pdf",
  latex: "pdf",
  beamer: "pdf",
  typst: "pdf",
};

export const conditionalDiv: DivReader = ({ open, content, close }) => {
  const classes = classesOf(open);
  const isVisible = classes.includes("content-visible");
  if (!isVisible && !classes.includes("content-hidden")) return undefined;
  const when = takeAttribute(open, "data-when-format");
  const unless = takeAttribute(open, "data-unless-format");
  const profile = takeAttribute(open, "data-when-profile") ?? takeAttribute(open, "data-when-meta");
  // No profile holds for a book.
  if (profile !== undefined) return isVisible ? [] : [open, ...content, close];
  return isForSome(open, isVisible, when, unless) ? [open, ...content, close] : [];
};

/** Writes the editions that a div is for on it. False when it is for none. */
function isForSome(
  open: Token,
  isVisible: boolean,
  when: string | undefined,
  unless: string | undefined,
): boolean {
  const named = when ?? unless;
  if (named === undefined) return isVisible;
  const format = FORMATS[named];
  const isOnly = (when !== undefined) === isVisible;
  if (format === undefined) return !isOnly;
  open.attrSet(isOnly ? "data-only" : "data-not", format);
  return true;
}
