/**
 * Where each object of the file is: the entries of a cross-reference stream, ISO 32000-1, 7.5.8.
 *
 * Most numbers of a large book are in use, so the entries are written where they belong at once.
 */

/** Bytes of the three fields of an entry: type, offset or stream, index. */
const FIELD_WIDTHS = [1, 4, 2] as const;
const ENTRY = FIELD_WIDTHS[0] + FIELD_WIDTHS[1] + FIELD_WIDTHS[2];
const SECOND = FIELD_WIDTHS[0];
const THIRD = FIELD_WIDTHS[0] + FIELD_WIDTHS[1];

/** A number that nobody has: type 0, never to be used again (generation 65535). */
const FREE = Buffer.from([0, 0, 0, 0, 0, 0xff, 0xff]);
const IN_FILE = 1;
const IN_STREAM = 2;

/** The tag of a row that is written as its difference from the one above: ISO/IEC 15948, 9.2. */
const UP = 2;

/** What the dictionary of the stream has to say of its entries. */
export const ENTRIES_FORMAT = {
  W: [...FIELD_WIDTHS],
  // Rows as differences (7.4.4.4) press to a tenth, in a tenth of the time.
  DecodeParms: { Predictor: 12, Columns: ENTRY },
};

export interface CrossReferences {
  atOffset(number: number, offset: number): void;
  inStream(number: number, stream: number, index: number): void;
  /** The entries of all numbers below `size`, before they are pressed. */
  rows(size: number): Uint8Array;
}

/** @param expected how many numbers there will be, about. */
export function openCrossReferences(expected: number): CrossReferences {
  let table = Buffer.alloc(expected * ENTRY, FREE);
  const entryOf = (number: number): number => {
    const at = number * ENTRY;
    if (at >= table.length) table = Buffer.concat([table, Buffer.alloc(at + ENTRY, FREE)]);
    return at;
  };
  const write = (number: number, type: number, second: number, third: number): void => {
    const at = entryOf(number);
    table[at] = type;
    table.writeUInt32BE(second, at + SECOND);
    table.writeUInt16BE(third, at + THIRD);
  };
  return {
    atOffset: (number, offset) => write(number, IN_FILE, offset, 0),
    inStream: (number, stream, index) => write(number, IN_STREAM, stream, index),
    rows(size) {
      entryOf(size - 1);
      return differences(table.subarray(0, size * ENTRY));
    },
  };
}

/** Each row with the tag of its filter before it, and as what it adds to the row above. */
function differences(table: Buffer): Uint8Array {
  const rows = table.length / ENTRY;
  const result = new Uint8Array(rows * (ENTRY + 1));
  let to = 0;
  for (let from = 0; from < table.length; from += ENTRY) {
    result[to] = UP;
    for (let column = 0; column < ENTRY; column += 1) {
      const above = from === 0 ? 0 : table[from - ENTRY + column]!;
      result[to + 1 + column] = table[from + column]! - above;
    }
    to += ENTRY + 1;
  }
  return result;
}
