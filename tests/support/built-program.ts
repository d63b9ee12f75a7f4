/** Builds the program once for all tests of editions that run: they find it by `program.ts`. */
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { buildInto, ROOT } from "./build-program.js";

declare module "vitest" {
  interface ProvidedContext {
    /** The folder of the built program. */
    readonly program: string;
  }
}

export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  // Under the repository, so that it finds its packages, templates and styles.
  await mkdir(join(ROOT, "dist"), { recursive: true });
  const folder = await mkdtemp(join(ROOT, "dist/tested-"));
  await buildInto(folder);
  provide("program", folder);
  return () => rm(folder, { recursive: true, force: true });
}
