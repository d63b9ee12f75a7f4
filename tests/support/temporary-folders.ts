/** Folders for what a test writes. They go when the tests of the file are done. */
import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll } from "vitest";

export interface TemporaryFolders {
  /** An empty folder, or one with the files that are given by path and content. */
  make(files?: Readonly<Record<string, string | Uint8Array>>): Promise<string>;
  /** A copy of a publication that can be changed; its folder keeps its name. */
  copyOf(folder: URL): Promise<string>;
}

/** To be called once in a test file, outside of the tests. */
export function temporaryFolders(): TemporaryFolders {
  const made: string[] = [];
  afterAll(async () => {
    await Promise.all(made.map((folder) => rm(folder, { recursive: true, force: true })));
  });
  const make = async (files: Readonly<Record<string, string | Uint8Array>> = {}) => {
    const folder = await mkdtemp(join(tmpdir(), "colophon-test-"));
    made.push(folder);
    for (const [name, content] of Object.entries(files)) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), content);
    }
    return folder;
  };
  const copyOf = async (folder: URL) => {
    const source = fileURLToPath(folder);
    const copy = join(await make(), basename(source));
    await cp(source, copy, { recursive: true });
    return copy;
  };
  return { make, copyOf };
}
