/** The letters of ordinal numbers that a language sets as superscript: 1er, XIXe. */
import { typographyOf } from "./languages.js";

/** What every ordinal has: most texts have none. */
const TRACE = /[\dIVXLC](?:e|r|nd)/;

/** Cuts a text at the letters to raise: every second part is one of them. Undefined when there are none. */
export function splitRaised(text: string, language: string): string[] | undefined {
  const pattern = typographyOf(language)?.raised;
  if (!pattern || !TRACE.test(text)) return undefined;
  const parts: string[] = [];
  let done = 0;
  for (const { 0: letters, index } of text.matchAll(pattern)) {
    parts.push(text.slice(done, index), letters);
    done = index + letters.length;
  }
  return parts.length === 0 ? undefined : [...parts, text.slice(done)];
}
