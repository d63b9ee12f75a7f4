/** Titles that say their number themselves: “Chapter 2: The Barn”, “2. The Barn”, “第2章”. */
import { isWord, tableWord } from "../language/words.js";
import type { DraftSection } from "./draft.js";

const NUMBER = String.raw`(?:\d{1,4}|[IVXLC]+|[A-Z])(?![\p{L}\p{N}])`;
/** In letters, as English novels have it. */
const SPELT = String.raw`(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|(?:twen|thir|for|fif)ty(?:-\w+)?)(?!\p{L})`;
/** A figure, and a sign that no title goes on with: “1984” and “12 Angry Men” have none. */
const FIGURE = /^\d{1,3}(?:[.:)]|\s+[-–—])\s+\S/;
/** With a counter of chapters behind the number, in Chinese, Japanese and Korean. */
const COUNTED = /^第?\s*[\d一二三四五六七八九十百零〇]{1,5}\s*[章回节節部篇話话課课]|^제\s*\d+\s*[장부]/;

/** True for a section whose title begins with its number, after the book's own word for it or an English one. */
export function hasOwnNumber({ title, role, language }: DraftSection): boolean {
  if (FIGURE.test(title) || COUNTED.test(title)) return true;
  const words = [role, ...(isWord(role) ? [tableWord(language, role)] : [])].map(escaped).join("|");
  return new RegExp(`^(?:${words})\\s+(?:${NUMBER}|${SPELT})`, "iu").test(title);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
