/** Publishes for tests: nothing of earlier builds is used, and one browser runs at a time. */
import { readFile } from "node:fs/promises";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.js";
import type { BuildRequest } from "../../src/model/build.js";
import { build } from "./program.js";

export interface Published {
  /** The bytes of the finished file of an edition. */
  bytesOf(edition: string): Promise<Uint8Array>;
  readonly diagnostics: readonly Diagnostic[];
  /** Sections of an edition that Paged.js laid out, each with the reason. */
  unplannedIn(edition: string): readonly string[];
}

/**
 * Publishes editions of one publication.
 *
 * @throws with the errors when an edition is not published: tests of editions need it.
 */
export async function publish(
  folder: string,
  request: Pick<BuildRequest, "out" | "editions" | "jobs">,
): Promise<Published> {
  const result = await build({ publications: [folder], cache: "none", jobs: 1, ...request });
  const diagnostics = result.diagnostics.flatMap((each) => each.diagnostics);
  const resultOf = (name: string) => result.editions.find(({ edition }) => edition === name);
  if (result.editions.length === 0 || result.editions.some(({ status }) => status === "failed")) {
    const errors = diagnostics.filter(({ severity }) => severity === "error");
    throw new Error(`Not published: ${JSON.stringify(errors, null, 2)}`);
  }
  return {
    diagnostics,
    bytesOf: async (edition) => new Uint8Array(await readFile(resultOf(edition)?.path ?? edition)),
    unplannedIn: (edition) =>
      (resultOf(edition)?.versions?.unplanned ?? []).map(({ section, reason }) => `${section}: ${reason}`),
  };
}
