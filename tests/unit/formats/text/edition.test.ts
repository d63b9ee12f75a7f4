/** A text edition from the publication file to the published file and the manifest, with no browser. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { build } from "../../../../src/build/build.js";
import type { BuildResult } from "../../../../src/model/build.js";
import { temporaryFolders } from "../../../support/temporary-folders.js";

const folders = temporaryFolders();

describe("a text edition", () => {
  let out: string;
  let first: BuildResult;
  let second: BuildResult;

  beforeAll(async () => {
    const parent = await folders.make({
      "fens/publication.yaml":
        "title: Fens\nlanguage: en\ncontent: .\nbodymatter: [{ file: one.md }]\neditions: { plain: { format: text } }\n",
      "fens/one.md": "# Reeds\n\nThey bend.\n\n::: {not=text}\nOnly printed.\n:::\n",
    });
    vi.stubEnv("COLOPHON_CACHE", join(parent, "cache"));
    out = join(parent, "editions");
    const request = { publications: [join(parent, "fens")], out };
    first = await build(request);
    second = await build(request);
    vi.unstubAllEnvs();
  });

  it("is published under its own ending, without what is not for it", async () => {
    expect(first.editions[0]).toMatchObject({
      status: "published",
      format: "text",
      extent: 5,
      diagnostics: [],
    });
    expect(await readFile(join(out, "fens/plain.txt"), "utf8")).toBe("Chapter 1\n\nReeds\n\nThey bend.\n");
  });

  it("is counted in lines in the manifest", async () => {
    const { editions } = JSON.parse(await readFile(join(out, "editions.json"), "utf8"));
    expect(editions[0]).toMatchObject({ lines: 5, words: 3, artifact: { path: "fens/plain.txt" } });
  });

  it("is taken from the cache when nothing has changed", () => {
    expect(second.editions[0]).toMatchObject({ status: "published", reused: true });
  });
});
