/** Facts as JSON and bytes in one entry: the length of the JSON (32 bits, the low end first), the JSON, the bytes. */

const LENGTH = 4;

export interface Framed<Facts> {
  readonly facts: Facts;
  readonly bytes: Buffer;
}

export function framed(facts: unknown, ...bytes: readonly Uint8Array[]): Buffer {
  const json = Buffer.from(JSON.stringify(facts));
  const length = Buffer.alloc(LENGTH);
  length.writeUInt32LE(json.length);
  return Buffer.concat([length, json, ...bytes]);
}

/** Reads what `framed` has written: the facts are what they were then. */
export function unframed<Facts>(content: Buffer): Framed<Facts> {
  const end = LENGTH + content.readUInt32LE();
  return { facts: JSON.parse(content.toString("utf8", LENGTH, end)), bytes: content.subarray(end) };
}
