/** Lets new caches of tests have the browser that is unpacked already: to unpack it takes longer than a small book. */
import { mkdir, symlink } from "node:fs/promises";
import { dirname, join } from "node:path";
import { unpackBundledBrowser } from "../../src/formats/pdf/paginate/browser/bundled.js";

export async function shareBrowser(cache: string): Promise<void> {
  const { executablePath } = await unpackBundledBrowser(process.env);
  await mkdir(cache, { recursive: true });
  await symlink(dirname(dirname(executablePath)), join(cache, "browser"));
}
