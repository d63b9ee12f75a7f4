import { spawnSync } from "node:child_process";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { describe, expect, test } from "vitest";
import { draftName, removeDeadDrafts, writeWhole } from "../../../src/cache/drafts.js";
import { temporaryFolders } from "../../support/temporary-folders.js";

const folders = temporaryFolders();

describe("a file that is written whole", () => {
  test("leaves no draft, whether it can be written or not", async () => {
    const folder = await folders.make({ "taken/inside": "" });
    await writeWhole(join(folder, "file"), Buffer.from("whole"));
    await expect(writeWhole(join(folder, "taken"), Buffer.from("whole"))).rejects.toThrow();
    expect(await readFile(join(folder, "file"), "utf8")).toBe("whole");
    expect((await readdir(folder)).sort()).toEqual(["file", "taken"]);
  });
});

describe("drafts", () => {
  test("of a process that is no more go, those of one that runs stay", async () => {
    const folder = await folders.make();
    const { pid } = spawnSync(process.execPath, ["-e", ""]);
    const own = draftName(join(folder, "own"));
    const dead = draftName(join(folder, "dead")).replace(`-${process.pid}-`, `-${pid}-`);
    const elsewhere = draftName(join(folder, "far")).replace(/\.[0-9a-f]{8}-/, ".00000000-");
    for (const file of [own, dead, elsewhere, join(folder, "edition.tmp")]) await writeFile(file, "");
    await removeDeadDrafts(folder);
    const left = [own, elsewhere, "edition.tmp"].map((file) => basename(file));
    expect((await readdir(folder)).sort()).toEqual(left.sort());
  });
});
