/**
 * The port of a preview, and the secret that opens it: those of last time when the port is free.
 *
 * A tab that was left open finds the next preview of its publication there. They are kept with the
 * results of earlier builds, in a folder that only its owner can read.
 */
import { cacheFolder } from "../cache/folder.js";
import { keyOf, openStore } from "../cache/store.js";
import { processEnvironment } from "../runtime/environment.js";
import { makeToken } from "./guard.js";

export interface WantedPort {
  /** 0 for any that is free. */
  readonly port: number;
  /** False when any other will do. */
  readonly isRequired: boolean;
}

/** @param root the publication's folder. */
export async function wantedPort(asked: number | undefined, root: string): Promise<WantedPort> {
  if (asked !== undefined) return { port: asked, isRequired: true };
  const port = Number((await lastTime(root))[0] ?? 0);
  return { port: Number.isInteger(port) && port > 0 && port < 65_536 ? port : 0, isRequired: false };
}

/** The secret of last time, or a new one. */
export async function previewToken(root: string): Promise<string> {
  return (await lastTime(root))[1] ?? makeToken();
}

export async function rememberPort(root: string, port: number, token: string): Promise<void> {
  await openStore(cacheFolder(processEnvironment)).write(
    "history",
    keyFor(root),
    Buffer.from(`${port} ${token}`),
  );
}

async function lastTime(root: string): Promise<readonly string[]> {
  const kept = await openStore(cacheFolder(processEnvironment)).read("history", keyFor(root));
  return kept?.toString("utf8").split(" ") ?? [];
}

function keyFor(root: string): string {
  return keyOf("preview-port", root);
}
