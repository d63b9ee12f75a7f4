/**
 * What becomes of code annotations, `code-annotations:` of Quarto, in front matter, in the settings of a project or on a
 * listing. `below`, `hover` and `select` are one in a book.
 */
import type { Token } from "markdown-it";
import { frontMatterOf } from "../../../../../model/front-matter.js";

/** `none` leaves out marks and explanations; `off` leaves the text as it is written. */
export type AnnotationStyle = "shown" | "none" | "off";

const KEY = /^[ \t]*code-annotations:[ \t]*["']?(\w+)/m;
const ON_FENCE = "data-code-annotations";

export function annotationStyle(value: string | undefined): AnnotationStyle {
  return value === "none" ? "none" : value === "false" ? "off" : "shown";
}

/** What the front matter of a text says, in whatever format it says it for; undefined when it says nothing. */
export function annotationsSaid(text: string): string | undefined {
  if (!text.includes("code-annotations")) return undefined;
  const { lines = 0 } = frontMatterOf(text) ?? {};
  return KEY.exec(text.split(/\r\n?|\n/, lines).join("\n"))?.[1];
}

/** Takes what a listing says for itself off it. */
export function takeAnnotationStyle(fence: Token): AnnotationStyle | undefined {
  const value = fence.attrGet(ON_FENCE);
  if (value === null) return undefined;
  fence.attrs = fence.attrs?.filter(([name]) => name !== ON_FENCE) ?? null;
  return annotationStyle(String(value));
}
