/** Text as markup, for XML and HTML alike. */

/** Between tags. */
export function escapedText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** In an attribute in double quotes. */
export function escapedAttribute(text: string): string {
  return escapedText(text).replaceAll('"', "&quot;");
}
