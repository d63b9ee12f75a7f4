/**
 * How much the streams hold that are read before anything else: those of objects and of cross-references
 * (ISO 32000-1, 7.5.7 and 7.5.8). What reads the file takes them out whole, and five kilobytes may hold
 * five thousand million; so they are measured first, in the bytes as they stand.
 */
import { latin1 } from "./is-pdf.js";
import { inflatedUpTo, TooMuchWork } from "./work-limit.js";

const MOST_BYTES = 128 * 2 ** 20;
/** Where the dictionary of a stream ends, as far as it is looked for. */
const LONGEST_DICTIONARY = 4096;

/** @throws TooMuchWork when they hold more than they may. */
export function measureObjectStreams(bytes: Uint8Array): void {
  const text = latin1(bytes);
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let left = MOST_BYTES;
  for (const { index } of text.matchAll(/\/(?:ObjStm|XRef)(?![A-Za-z])/g)) {
    const begun = text.lastIndexOf("obj", index);
    const head = text.slice(Math.max(begun, index - LONGEST_DICTIONARY), index + LONGEST_DICTIONARY);
    const start = /\bstream\r?\n/.exec(head.slice(index - Math.max(begun, index - LONGEST_DICTIONARY)));
    if (start === null) continue;
    const dictionary = head.slice(0, head.indexOf(start[0]));
    const filters = dictionary.match(/\/Fl(?:ateDecode)?(?![A-Za-z])/g)?.length ?? 0;
    let content: Buffer | undefined = whole.subarray(index + start.index + start[0].length);
    for (let count = 0; count < filters && content !== undefined; count += 1)
      content = inflatedUpTo(content, left);
    left -= filters === 0 ? 0 : (content?.length ?? 0);
    if (left < 0) throw new TooMuchWork(`its objects take more than ${MOST_BYTES / 2 ** 20} MiB`);
  }
}
