/** Files under a temporary name, until they are whole and take their place. */
import { rmSync } from "node:fs";
import { rename, rm, writeFile } from "node:fs/promises";
import { atExit } from "../at-exit.js";
import { ownedName } from "../process-owner.js";

/**
 * Writes a file whole or not at all: a reader sees the old one or the new one.
 *
 * @throws the system's error; nothing is left behind.
 */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const draft = ownedName(path);
  const forget = atExit(() => rmSync(draft, { force: true }));
  try {
    await writeFile(draft, bytes);
    await rename(draft, path);
  } finally {
    await rm(draft, { force: true }).catch(() => undefined);
    forget();
  }
}
