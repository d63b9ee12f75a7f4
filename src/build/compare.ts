/** Compares a finished file with the one that is published, and writes nothing. */
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { relative, resolve } from "node:path";
import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.js";
import type { PublishedFile } from "./publish.js";

export interface Comparison extends Omit<PublishedFile, "news"> {
  readonly status: "current" | "changed" | "missing";
  /** What is not as it should be. */
  readonly diagnostics: readonly Diagnostic[];
}

const HINT = "Build it, and publish the new one";

/** @returns what the new file is, and how the published one stands to it. */
export async function compareFile(target: string, bytes: Uint8Array): Promise<Comparison> {
  const path = resolve(target);
  const name = relative(process.cwd(), path).replaceAll("\\", "/");
  const made = { path, bytes: bytes.length, sha256: sha256(bytes) };
  const published = await readFile(path).catch(() => undefined);
  if (published === undefined) {
    const message = `\`${name}\` is not there; it would have ${shown(made)}`;
    const found = diagnostic("edition-missing", message, undefined, HINT);
    return { ...made, status: "missing", diagnostics: [found] };
  }
  const old = { bytes: published.length, sha256: sha256(published) };
  if (old.sha256 === made.sha256) return { ...made, status: "current", diagnostics: [] };
  const message = `\`${name}\` would change from ${shown(old)} to ${shown(made)}`;
  const found = diagnostic("edition-changed", message, undefined, HINT);
  return { ...made, status: "changed", diagnostics: [found] };
}

function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** The start of the hash is enough to tell two files apart by eye. */
function shown({ bytes, sha256: hash }: Pick<PublishedFile, "bytes" | "sha256">): string {
  return `${bytes} bytes (SHA-256 ${hash.slice(0, 12)}…)`;
}
