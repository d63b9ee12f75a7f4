/** The program's version, from its own package.json. */
import { readFile } from "node:fs/promises";

/** Reads the version from the nearest package.json above this file that is Colophon's. */
export async function programVersion(): Promise<string> {
  // Sources and compiled program lie at different depths, so the way up is looked for.
  for (let folder = new URL(".", import.meta.url); ; folder = new URL("..", folder)) {
    const text = await readFile(new URL("package.json", folder), "utf8").catch(() => undefined);
    const version = text === undefined ? undefined : versionIn(JSON.parse(text));
    if (version !== undefined) return version;
    if (new URL("..", folder).href === folder.href) throw new Error("package.json of colophon is missing");
  }
}

/** By hand: every command asks for the version, and the schema library takes 0.1 s to load. */
function versionIn(manifest: { readonly name?: unknown; readonly version?: unknown }): string | undefined {
  const { name, version } = manifest;
  return name === "colophon" && typeof version === "string" ? version : undefined;
}
