/**
 * Which browser lays out pages, told without starting it: another version may break them elsewhere.
 *
 * What belongs to an update is a new file, so path, size and time of change tell one version from
 * the next; but not of a launcher that starts whatever is there (Snap, Flatpak). The bundled browser is
 * named by the version of its package, unpacked or not.
 */
import { stat } from "node:fs/promises";
import { bundledVersion } from "./bundled.js";
import { findNamedOrInstalled, NoBrowserError } from "./find.js";

/** @returns an empty text when there is no browser: what it would have made is not known. */
export async function browserIdentity(environment: NodeJS.ProcessEnv = process.env): Promise<string> {
  try {
    const found = await findNamedOrInstalled(environment);
    if (found === undefined) return `bundled ${await bundledVersion()}`;
    const { size, mtimeMs } = await stat(found.executablePath);
    return `${found.executablePath}:${size}:${mtimeMs}`;
  } catch (error) {
    if (error instanceof NoBrowserError || (error instanceof Error && "code" in error)) return "";
    throw error;
  }
}
