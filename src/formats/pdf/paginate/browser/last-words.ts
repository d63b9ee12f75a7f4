/** What a browser says before it ends: the reason, mostly, among much that concerns nobody. */
import type { Readable } from "node:stream";

/** Characters of its errors that are remembered. */
const MOST = 4096;
const LINES = 2;
/** Frames of a stack and registers of the processor. */
const NOISE = /^(?:#\d+ |\[end of stack trace\]|\s*(?:r\d+|[a-z]{2,3}): [0-9a-f]{8,})/;

/** @returns gives its last lines, as one; empty when it has said nothing. */
export function lastWords(errors: Readable | undefined): () => string {
  let said = "";
  errors?.on("data", (part: Buffer) => {
    said = (said + part.toString("utf8")).slice(-MOST);
  });
  return () => {
    const lines = said.split("\n").filter((line) => line.trim() !== "" && !NOISE.test(line));
    return lines.slice(-LINES).join(" ").trim();
  };
}
