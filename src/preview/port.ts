/**
 * The port of a preview: the one of last time when it is free.
 *
 * A tab that was left open finds the next preview of its publication there. It is only a
 * guess, kept with the results of earlier builds.
 */
import { cacheFolder } from "../cache/folder.js";
import { keyOf, openStore } from "../cache/store.js";

export interface WantedPort {
  /** 0 for any that is free. */
  readonly port: number;
  /** False when any other will do. */
  readonly isRequired: boolean;
}

/** @param root the publication's folder. */
export async function wantedPort(asked: number | undefined, root: string): Promise<WantedPort> {
  if (asked !== undefined) return { port: asked, isRequired: true };
  const kept = await openStore(cacheFolder(process.env)).read("history", keyFor(root));
  const port = Number(kept?.toString("utf8") ?? 0);
  return { port: Number.isInteger(port) && port > 0 && port < 65_536 ? port : 0, isRequired: false };
}

export async function rememberPort(root: string, port: number): Promise<void> {
  await openStore(cacheFolder(process.env)).write("history", keyFor(root), Buffer.from(String(port)));
}

function keyFor(root: string): string {
  return keyOf("preview-port", root);
}
