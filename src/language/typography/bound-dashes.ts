/** French: the spaces inside a pair of dashes do not break, so no dash is left alone at the end of a line. */
import type { Edit } from "./line.js";
import { NO_BREAK } from "./rules.js";

const DASH = /(?:(^)|([ \t\n\u00A0\u202F]))[–—](?:([ \t\n\u00A0\u202F])|$)|[.!?…](?=\s)/g;
const PLAIN_SPACE = /[ \t\n]/;

/** Dashes of a sentence open and close in turn; one at the start of a block opens a speech. */
export function dashEdits(text: string): Edit[] {
  if (!/[–—]/.test(text)) return [];
  const edits: Edit[] = [];
  let isOpen = false;
  for (const match of text.matchAll(DASH)) {
    const [whole, start, before, after] = match;
    const isSentenceEnd = before === undefined && start === undefined;
    if (isSentenceEnd) isOpen = false;
    else if (start !== undefined) bindSpace(edits, after, match.index + whole.length - 1);
    else {
      if (isOpen) bindSpace(edits, before, match.index);
      else bindSpace(edits, after, match.index + whole.length - 1);
      isOpen = !isOpen;
    }
  }
  return edits;
}

function bindSpace(edits: Edit[], space: string | undefined, at: number): void {
  if (space && PLAIN_SPACE.test(space)) edits.push({ start: at, end: at + 1, put: NO_BREAK });
}
