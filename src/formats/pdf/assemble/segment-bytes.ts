/** A run's segment as bytes, for the cache: a head as JSON with its length before it, then the pressed parts. */
import type { RunSegment } from "./segment.js";

interface Head {
  readonly dictionaries: RunSegment["dictionaries"];
  /** Offset of the first object and length of each part. */
  readonly parts: readonly (readonly [number, number])[];
}

export function encodeSegment({ dictionaries, pressed }: RunSegment): Uint8Array {
  const parts = pressed.map(({ first, content }) => [first, content.length] as const);
  const head = Buffer.from(JSON.stringify({ dictionaries, parts } satisfies Head));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(head.length);
  return Buffer.concat([length, head, ...pressed.map(({ content }) => content)]);
}

/** Reads what `encodeSegment` has written. */
export function decodeSegment(bytes: Buffer): RunSegment {
  let at = 4 + bytes.readUInt32LE();
  const { dictionaries, parts } = JSON.parse(bytes.toString("utf8", 4, at)) as Head;
  const pressed = parts.map(([first, length]) => {
    at += length;
    return { first, content: bytes.subarray(at - length, at) };
  });
  return { dictionaries, pressed };
}
