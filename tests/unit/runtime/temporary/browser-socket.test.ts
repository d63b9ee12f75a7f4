import { existsSync } from "node:fs";
import { mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { makeOwnedFolder } from "../../../../src/runtime/temporary/folder.js";
import { temporaryFolders } from "../../../support/temporary-folders.js";

const folders = temporaryFolders();

/** A profile, and the folder that its link leads to, are removed together. */
describe("the folder of a browser's socket", () => {
  let socketFolder: string;
  beforeEach(async () => {
    socketFolder = await mkdtemp(join(tmpdir(), "org.chromium.Chromium."));
    await writeFile(join(socketFolder, "SingletonCookie"), "");
  });
  afterEach(() => rm(socketFolder, { recursive: true, force: true }));

  const removeWithLinkTo = async (target: string) => {
    const profile = await makeOwnedFolder(join(await folders.make({}), "profile"));
    await symlink(join(target, "SingletonSocket"), join(profile.path, "SingletonSocket"));
    await profile.remove();
  };

  it("goes with the profile of the browser", async () => {
    await removeWithLinkTo(socketFolder);
    expect(existsSync(socketFolder)).toBe(false);
  });

  it("is none when it is anything else than a browser makes", async () => {
    const elsewhere = await folders.make({ "org.chromium.Chromium.a1/file": "", "own/file": "" });
    await removeWithLinkTo(join(elsewhere, "org.chromium.Chromium.a1"));
    await removeWithLinkTo(elsewhere);
    expect(existsSync(join(elsewhere, "org.chromium.Chromium.a1/file"))).toBe(true);
    expect(existsSync(join(elsewhere, "own/file"))).toBe(true);
    expect(existsSync(socketFolder)).toBe(true);
  });
});
