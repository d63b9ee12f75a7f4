/** The program's version, from its own package.json. */
import { readFile } from "node:fs/promises";
import * as z from "zod";

const manifest = z.object({ name: z.literal("colophon"), version: z.string() });

/** Reads the version from the nearest package.json above this file that is Colophon's. */
export async function programVersion(): Promise<string> {
  // Sources and compiled program lie at different depths, so the way up is looked for.
  for (let folder = new URL(".", import.meta.url); ; folder = new URL("..", folder)) {
    const text = await readFile(new URL("package.json", folder), "utf8").catch(() => undefined);
    const found = text === undefined ? undefined : manifest.safeParse(JSON.parse(text));
    if (found?.success) return found.data.version;
    if (new URL("..", folder).href === folder.href) throw new Error("package.json of colophon is missing");
  }
}
