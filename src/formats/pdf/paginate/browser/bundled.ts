/**
 * Unpacks the headless shell of `@sparticuz/chromium` once per user.
 *
 * The package's own routine unpacks to a fixed name in the shared temporary folder and runs
 * whatever is already there, so another user of the machine could put a program in its
 * place. Here it goes into a cache folder that only the user can write to, under a
 * temporary name first, and a second build never sees half a file.
 */
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress } from "node:zlib";
import { cacheFolder } from "../../../../cache/folder.js";
import { removeDead } from "../../../../runtime/temporary/dead.js";
import { makeOwnedFolder } from "../../../../runtime/temporary/folder.js";
import { NoBrowserError } from "./faults.js";
import type { FoundBrowser } from "./found.js";

const ARCHIVE = "chromium.br";
/** Shared libraries that a bare server may lack. */
const LIBRARIES = "al2023.tar.br";

/** Only while it is looked for and unpacked: the user may empty the cache while a preview runs. */
const unpacking = new Map<string, Promise<FoundBrowser>>();

/**
 * @returns the unpacked browser, unpacking it when this version is not there yet.
 * @throws NoBrowserError on a system for which the package has no program; the system's error when there is no room.
 */
export function unpackBundledBrowser(environment: NodeJS.ProcessEnv): Promise<FoundBrowser> {
  const parent = join(cacheFolder(environment), "browser");
  // Every worker asks for it; one of them unpacks.
  const begun = unpacking.get(parent);
  if (begun) return begun;
  const found = unpackOnce(parent).finally(() => unpacking.delete(parent));
  unpacking.set(parent, found);
  return found;
}

async function unpackOnce(parent: string): Promise<FoundBrowser> {
  if (process.platform !== "linux" || process.arch !== "x64") {
    throw new NoBrowserError(
      `no Chrome or Chromium is installed, and none is bundled for ${process.platform} ${process.arch}`,
    );
  }
  const home = await packageFolder();
  const version = await bundledVersion();
  const folder = join(parent, version);
  if (!(await isOurs(folder))) await unpackInto(parent, folder, join(home, "bin"));
  return {
    executablePath: join(folder, "headless-shell"),
    origin: "bundled",
    libraryPath: join(folder, "lib"),
  };
}

/** @throws NoBrowserError when the package is not installed whole. */
export async function bundledVersion(): Promise<string> {
  const text = await readFile(join(await packageFolder(), "package.json"), "utf8");
  return (JSON.parse(text) as { version: string }).version;
}

/** The folder of the package, found upwards from its entry: it does not export its `package.json`. */
async function packageFolder(): Promise<string> {
  let folder = dirname(createRequire(import.meta.url).resolve("@sparticuz/chromium"));
  while (!(await isFile(join(folder, "bin", ARCHIVE)))) {
    const parent = dirname(folder);
    if (parent === folder) throw new NoBrowserError("the bundled browser is not part of this installation");
    folder = parent;
  }
  return folder;
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}

/** True when the folder is complete and nobody but the user could have changed it. */
async function isOurs(folder: string): Promise<boolean> {
  try {
    const [place, program] = await Promise.all([stat(folder), stat(join(folder, "headless-shell"))]);
    const size = Number(await readFile(join(folder, "size"), "utf8"));
    const owned = place.uid === process.getuid?.() && (place.mode & 0o022) === 0;
    return owned && program.size === size;
  } catch {
    return false;
  }
}

async function unpackInto(parent: string, folder: string, archives: string): Promise<void> {
  await mkdir(parent, { recursive: true, mode: 0o700 });
  await removeDead(parent);
  const { path: draft, remove } = await makeOwnedFolder(join(parent, "unpacking"));
  try {
    const program = join(draft, "headless-shell");
    await decompress(join(archives, ARCHIVE), createWriteStream(program, { mode: 0o700 }));
    const { extract } = await import("tar-fs");
    await decompress(join(archives, LIBRARIES), extract(draft));
    await writeFile(join(draft, "size"), String((await stat(program)).size));
    // Another build may have finished the same work: what it has begun to use stays.
    if (await isOurs(folder)) return;
    await rm(folder, { recursive: true, force: true });
    await rename(draft, folder).catch(async (error: unknown) => {
      if (!(await isOurs(folder))) throw error;
    });
  } finally {
    await remove();
  }
}

async function decompress(archive: string, target: NodeJS.WritableStream): Promise<void> {
  const source = createReadStream(archive, { highWaterMark: 1 << 22 });
  await pipeline(source, createBrotliDecompress({ chunkSize: 1 << 21 }), target);
}
