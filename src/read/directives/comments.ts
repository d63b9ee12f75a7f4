/** `{% comment %}` … `{% endcomment %}` of Jekyll: what stands between them is left out, on one line or over many. */
import { listingsOf } from "./fences.js";
import type { Line } from "./lines.js";

const BEGIN = /\{%-?\s*comment\s*-?%\}/;
const END = /\{%-?\s*endcomment\s*-?%\}/;
const WHOLE = /\{%-?\s*comment\s*-?%\}.*?\{%-?\s*endcomment\s*-?%\}/g;

export function withoutComments(lines: readonly Line[]): readonly Line[] {
  const listings = listingsOf(lines.map(({ text }) => text));
  const last = lines.findLastIndex(({ text }) => END.test(text));
  const kept: Line[] = [];
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]!;
    const text = listings[index] === undefined ? line.text.replace(WHOLE, "") : line.text;
    const begin = listings[index] === undefined ? BEGIN.exec(text) : null;
    // One without an end is a tag that nobody knows.
    if (begin === null || index >= last) {
      kept.push({ ...line, text });
      continue;
    }
    let end = index + 1;
    while (!END.test(lines[end]!.text)) end += 1;
    const after = lines[end]!.text.replace(/^.*?\{%-?\s*endcomment\s*-?%\}/, "");
    if (text.slice(0, begin.index).trim() !== "") kept.push({ ...line, text: text.slice(0, begin.index) });
    if (after.trim() !== "") kept.push({ ...lines[end]!, text: after });
    index = end;
  }
  return kept;
}
