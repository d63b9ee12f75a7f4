import { spawnSync } from "node:child_process";
import { readdir, readFile, utimes, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { describe, expect, test } from "vitest";
import { DEAD_AFTER, ownedName, ownerOf } from "../../../../src/runtime/process-owner.js";
import { removeDead } from "../../../../src/runtime/temporary/dead.js";
import { makeOwnedFolder } from "../../../../src/runtime/temporary/folder.js";
import { writeWhole } from "../../../../src/runtime/temporary/write-whole.js";
import { temporaryFolders } from "../../../support/temporary-folders.js";

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

describe("a name that is owned", () => {
  const own = ownedName("file");
  const withProcess = (pid: number, start: string) => own.replace(/-\d+-[0-9a-f]+-/, `-${pid}-${start}-`);

  test("tells a process that runs from one that is no more", () => {
    const { pid } = spawnSync(process.execPath, ["-e", ""]);
    expect(ownerOf(own)).toBe("running");
    expect(ownerOf(withProcess(pid, "1"))).toBe("dead");
  });

  test("is not that of a later process with the same number", { tags: "linux" }, () => {
    expect(ownerOf(withProcess(process.pid, "1"))).toBe("dead");
  });

  test("says nothing of processes of another place, where the same number is another process", () => {
    expect(ownerOf(own.replace(/\.[0-9a-f]{8}-/, ".00000000-"))).toBe("unknown");
  });

  test("is told from the names of others", () => {
    expect(["edition.tmp", "a.0-1-2.tmp", "book.epub"].map(ownerOf)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe("what is left in a folder", () => {
  test("goes when its process is no more, or nobody elsewhere has touched it for long", async () => {
    const folder = await folders.make();
    const { pid } = spawnSync(process.execPath, ["-e", ""]);
    const own = ownedName(join(folder, "own"));
    const dead = ownedName(join(folder, "dead")).replace(`-${process.pid}-`, `-${pid}-`);
    const elsewhere = ownedName(join(folder, "far")).replace(/\.[0-9a-f]{8}-/, ".00000000-");
    const forgotten = ownedName(join(folder, "old")).replace(/\.[0-9a-f]{8}-/, ".00000000-");
    for (const file of [own, dead, elsewhere, forgotten, join(folder, "edition.tmp")])
      await writeFile(file, "");
    const long = new Date(Date.now() - DEAD_AFTER - 1000);
    await utimes(forgotten, long, long);
    await removeDead(folder);
    const left = [own, elsewhere, "edition.tmp"].map((file) => basename(file));
    expect((await readdir(folder)).sort()).toEqual(left.sort());
  });
});

describe("a folder that is owned", () => {
  test("is the user's alone, and goes when it is removed", async () => {
    const folder = await folders.make();
    const made = await makeOwnedFolder(join(folder, "work"));
    await writeFile(join(made.path, "inside"), "");
    expect(ownerOf(made.path)).toBe("running");
    await made.remove();
    expect(await readdir(folder)).toEqual([]);
  });
});
