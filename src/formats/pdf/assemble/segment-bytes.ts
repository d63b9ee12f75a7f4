/** A run's segment as bytes, for the cache. */
import { framed, unframed } from "../../../cache/framed.js";
import type { RunSegment } from "./segment.js";

interface Head {
  readonly dictionaries: RunSegment["dictionaries"];
  /** Offset of the first object and length of each part. */
  readonly parts: readonly (readonly [number, number])[];
}

export function encodeSegment({ dictionaries, pressed }: RunSegment): Uint8Array {
  const parts = pressed.map(({ first, content }) => [first, content.length] as const);
  const head: Head = { dictionaries, parts };
  return framed(head, ...pressed.map(({ content }) => content));
}

/** Reads what `encodeSegment` has written. */
export function decodeSegment(entry: Buffer): RunSegment {
  const { facts, bytes } = unframed<Head>(entry);
  const { dictionaries, parts } = facts;
  let at = 0;
  const pressed = parts.map(([first, length]) => {
    at += length;
    return { first, content: bytes.subarray(at - length, at) };
  });
  return { dictionaries, pressed };
}
