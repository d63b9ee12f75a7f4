/**
 * What becomes of code annotations, `code-annotations:` of Quarto, in front matter, in the settings of a project or on a
 * listing. `below`, `hover` and `select` are one in a book.
 */
import type { Token } from "markdown-it";

/** `none` leaves out marks and explanations; `off` leaves the text as it is written. */
export type AnnotationStyle = "shown" | "none" | "off";

const ON_FENCE = "data-code-annotations";

export function annotationStyle(value: string | undefined): AnnotationStyle {
  return value === "none" ? "none" : value === "false" ? "off" : "shown";
}

/** Takes what a listing says for itself off it. */
export function takeAnnotationStyle(fence: Token): AnnotationStyle | undefined {
  const value = fence.attrGet(ON_FENCE);
  if (value === null) return undefined;
  fence.attrs = fence.attrs?.filter(([name]) => name !== ON_FENCE) ?? null;
  return annotationStyle(String(value));
}
