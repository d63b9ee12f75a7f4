/** What is written where something else than a file is: devices and pipes are written into, links stay. */
import { execFileSync } from "node:child_process";
import { lstat, mkdtemp, readFile, readlink, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { publishFile } from "../../../../src/build/publish.js";

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), "colophon-through-"));
  onTestFinished(() => rm(path, { recursive: true, force: true }));
  return path;
}

const TEXT = Buffer.from("published");

test("a device stays one", { tags: "devices" }, async () => {
  const device = join(await folder(), "null");
  execFileSync("mknod", ["-m", "666", device, "c", "1", "3"]);
  await publishFile(device, TEXT);
  expect((await lstat(device)).isCharacterDevice()).toBe(true);
});

test("a pipe is written to whoever reads it, however slowly", { tags: "pipes" }, async () => {
  const pipe = join(await folder(), "pipe");
  execFileSync("mkfifo", [pipe]);
  const large = Buffer.alloc(300_000, "x");
  const [read] = await Promise.all([readFile(pipe), pauseThen(() => publishFile(pipe, large))]);
  expect(read.equals(large)).toBe(true);
  expect((await lstat(pipe)).isFIFO()).toBe(true);
});

test("a pipe that nobody reads is a fault, at once", { tags: "pipes" }, async () => {
  const pipe = join(await folder(), "pipe");
  execFileSync("mkfifo", [pipe]);
  await expect(publishFile(pipe, TEXT)).rejects.toThrow(/ENXIO/);
});

test("a link stays, and the file that it leads to is replaced; one that leads nowhere makes a file", async () => {
  const inside = await folder();
  await writeFile(join(inside, "file"), "old");
  await symlink("file", join(inside, "link"));
  await symlink("later", join(inside, "dangling"));
  await publishFile(join(inside, "link"), TEXT);
  await publishFile(join(inside, "dangling"), TEXT);
  expect(await readlink(join(inside, "link"))).toBe("file");
  expect(await readFile(join(inside, "file"), "utf8")).toBe("published");
  expect(await readlink(join(inside, "dangling"))).toBe("later");
  expect(await readFile(join(inside, "later"), "utf8")).toBe("published");
});

/** Opening a pipe to read waits until somebody writes: it has to be open first. */
async function pauseThen<Result>(work: () => Promise<Result>): Promise<Result> {
  await new Promise((resolve) => setTimeout(resolve, 300));
  return work();
}
