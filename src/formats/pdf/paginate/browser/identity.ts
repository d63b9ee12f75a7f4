/**
 * Which browser lays out pages, told without starting it: another version may break them elsewhere.
 *
 * What belongs to an update is a new file, so path, size and time of change tell one version from
 * the next; but not of a launcher that starts whatever is there (Snap, Flatpak). The bundled browser is
 * named by the version of its package, wherever it is unpacked.
 */
import { stat } from "node:fs/promises";
import { processEnvironment } from "../../../../runtime/environment.js";
import { bundledVersion } from "./bundled.js";
import { BrowserFailure, NoBrowserError } from "./faults.js";
import { findBrowser } from "./find.js";

/** @returns an empty text when there is no browser: what it would have made is not known. */
export async function browserIdentity(environment: NodeJS.ProcessEnv = processEnvironment): Promise<string> {
  try {
    // Whoever names it knows that it runs.
    if (environment.COLOPHON_BROWSER === "bundled") return await bundledName();
    const { executablePath, origin } = await findBrowser(environment);
    if (origin === "bundled") return await bundledName();
    const { size, mtimeMs } = await stat(executablePath);
    return `${executablePath}:${size}:${mtimeMs}`;
  } catch (error) {
    const isAbsent = error instanceof NoBrowserError || error instanceof BrowserFailure;
    if (isAbsent || (error instanceof Error && "code" in error)) return "";
    throw error;
  }
}

async function bundledName(): Promise<string> {
  return `bundled ${await bundledVersion()}`;
}
