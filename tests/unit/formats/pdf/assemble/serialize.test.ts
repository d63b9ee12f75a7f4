import { inflateSync } from "node:zlib";
import { expect, it } from "vitest";
import { assemble } from "../../../../../src/formats/pdf/assemble/assemble.js";
import { book, printed } from "./book.js";

it("the cross-reference table of a book with shared objects points at every object", async () => {
  const { bytes } = await assemble(book({ runs: [printed("body"), printed("body")] }));
  const file = Buffer.from(bytes).toString("latin1");
  expect(file.startsWith("%PDF-1.7\n")).toBe(true);
  const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(file)?.[1]);
  const stream = file.indexOf("stream\n", start) + "stream\n".length;
  const table = withoutPrediction(inflateSync(bytes.subarray(stream)));
  expect(table.length % 7).toBe(0);

  const kinds = { free: 0, offset: 0, inStream: 0 };
  for (let number = 0; number * 7 < table.length; number += 1) {
    const [type, second] = [table.readUInt8(number * 7), table.readUInt32BE(number * 7 + 1)];
    if (type === 0) kinds.free += 1;
    if (type === 1) {
      kinds.offset += 1;
      expect(file.slice(second, second + 20)).toMatch(new RegExp(`^${number} 0 obj\\n`));
    }
    if (type === 2) {
      kinds.inStream += 1;
      expect(table.readUInt8(second * 7)).toBe(1);
    }
  }
  expect(kinds.free).toBeGreaterThan(0);
  expect(file.slice(start, stream)).toContain("/Predictor 12");
  expect(kinds.inStream).toBeGreaterThan(50);
});

/** The rows of seven bytes, each written as a tag and its difference from the one above. */
function withoutPrediction(rows: Buffer): Buffer {
  expect(rows.length % 8).toBe(0);
  const table = Buffer.alloc((rows.length / 8) * 7);
  for (let row = 0; row * 8 < rows.length; row += 1) {
    expect(rows[row * 8]).toBe(2);
    for (let column = 0; column < 7; column += 1) {
      const above = row === 0 ? 0 : table[(row - 1) * 7 + column]!;
      table[row * 7 + column] = above + rows[row * 8 + 1 + column]!;
    }
  }
  return table;
}
