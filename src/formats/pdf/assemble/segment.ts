/** What is kept of a run between assemblies. */
import type { ObjectStream } from "./object-streams.js";

/** What a segment consists of besides the bytes that the run has already. */
export interface RunSegment {
  /** Text of the dictionaries of the run's streams, by number in the run, up to their lengths. */
  readonly dictionaries: readonly (readonly [number, string])[];
  readonly pressed: readonly PressedPart[];
}

/** The content of an object stream: see `object-streams.ts`. */
export type PressedPart = Omit<ObjectStream, "members">;
