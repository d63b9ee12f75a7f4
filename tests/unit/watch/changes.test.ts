import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type ChangeWatcher, watchFolders } from "../../../src/watch/changes.js";
import { temporaryFolders } from "../../support/temporary-folders.js";

const folders = temporaryFolders();
let folder: string;
let watch: ChangeWatcher;
let told: (readonly string[])[];

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** What is told once there has been something to tell, and then quiet. */
async function changes(): Promise<readonly (readonly string[])[]> {
  const deadline = performance.now() + 10_000;
  while (told.length === 0 && performance.now() < deadline) await wait(20);
  await wait(400);
  return told;
}

beforeEach(async () => {
  folder = await folders.make({ "one.md": "One", "out/print.pdf": "", "node_modules/x/index.js": "" });
  told = [];
  watch = await watchFolders({
    folders: [folder],
    ignored: [join(folder, "out")],
    onChange: (paths) => told.push(paths),
  });
});

afterEach(() => watch.close());

describe("a watched folder", () => {
  it("tells a file that is written", async () => {
    await writeFile(join(folder, "one.md"), "One and more");
    expect((await changes()).flat()).toContain("one.md");
  });

  it("tells a file that is written in two goes once", async () => {
    await writeFile(join(folder, "one.md"), "");
    await writeFile(join(folder, "one.md"), "One and more");
    expect(await changes()).toEqual([["one.md"]]);
  });

  it("tells a file that an editor saves beside it and renames", async () => {
    await writeFile(join(folder, "draft"), "One and more");
    await rename(join(folder, "draft"), join(folder, "one.md"));
    expect((await changes()).flat()).toContain("one.md");
  });

  it("tells files that are new, in new folders too, and files that go", async () => {
    await mkdir(join(folder, "part"));
    await writeFile(join(folder, "part/two.md"), "Two");
    expect((await changes()).flat()).toContain("part/two.md");
    told.length = 0;
    await rm(join(folder, "one.md"));
    expect((await changes()).flat()).toContain("one.md");
  });

  it("goes on after it has been taken away and put back", async () => {
    await rename(folder, `${folder}-away`);
    await changes();
    await rename(`${folder}-away`, folder);
    await changes();
    told.length = 0;
    await writeFile(join(folder, "one.md"), "Back again");
    expect((await changes()).flat()).toContain("one.md");
  });

  it("tells nothing of what the program writes, of packages, and of what editors leave lying", async () => {
    await writeFile(join(folder, "out/print.pdf"), "pages");
    await writeFile(join(folder, "node_modules/x/index.js"), "code");
    await writeFile(join(folder, ".one.md.swp"), "");
    await writeFile(join(folder, "one.md~"), "");
    await wait(400);
    expect(told).toEqual([]);
  });
});
