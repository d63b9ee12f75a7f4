/**
 * The folder that Chromium makes for a socket among the system's temporary files, and leaves there when it is killed.
 *
 * A browser is given its own folder for temporary files, where the path of a socket in it is not too long for
 * the system; else a link in its profile says where the socket is.
 */
import { lstatSync, readlinkSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";

const LINK = "SingletonSocket";
/** `org.chromium.Chromium.a1B2c3`, with a dot before it on macOS. */
const NAME = /^\.?(?:org\.chromium|com\.google)\.[\w.]+$/;

/** Removes the folder of the socket of an ended browser. @param profile its folder; any other one is looked at, too. */
export function removeSocketOf(profile: string): void {
  try {
    const folder = dirname(readlinkSync(join(profile, LINK)));
    if (dirname(folder) !== resolve(tmpdir()) || !NAME.test(basename(folder))) return;
    // Anybody may write into the system's temporary folder, and must not choose what we remove.
    const stats = lstatSync(folder);
    if (stats.isDirectory() && stats.uid === process.getuid?.())
      rmSync(folder, { recursive: true, force: true });
  } catch {
    // There is no such link, or nothing where it leads.
  }
}
