/** A path, whatever it is made of, stays in the folder. */
import { symlink } from "node:fs/promises";
import { join, sep } from "node:path";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { openFolder } from "../../../src/input/folder.js";
import { temporaryFolders } from "../../support/temporary-folders.js";

const folders = temporaryFolders();
let root: string;

beforeAll(async () => {
  const outside = await folders.make({ "secret/a": "secret", "inside/a": "a", "inside/b/c": "c" });
  root = join(outside, "inside");
  await symlink("../secret", join(root, "out"));
  await symlink("b", join(root, "in"));
  await symlink("loop", join(root, "loop"));
});

const step = fc.oneof(
  fc.constantFrom(
    "..",
    ".",
    "",
    "a",
    "b",
    "c",
    "in",
    "out",
    "loop",
    "secret",
    "inside",
    "%2e%2e",
    "..\\..",
    "\0",
    "~",
  ),
  fc.string({ maxLength: 4 }),
);

describe("a path, whatever it is", () => {
  test("never leads out of the folder", async () => {
    const path = fc.array(step, { maxLength: 8 }).map((steps) => steps.join("/"));
    await fc.assert(
      fc.asyncProperty(path, path, async (name, from) => {
        const found = await openFolder(root).lookup(name, from);
        if (found.status === "file") {
          expect(found.real.startsWith(root + sep)).toBe(true);
          expect(found.path.startsWith("..")).toBe(false);
        }
      }),
      { numRuns: 500 },
    );
  });
});
