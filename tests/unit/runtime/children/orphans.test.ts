import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdir, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { afterEach, describe, expect, test, vi } from "vitest";
import { noteGroup } from "../../../../src/runtime/children/orphans.js";
import { removeDeadFolders } from "../../../../src/runtime/temporary/dead.js";
import { temporaryFolders } from "../../../support/temporary-folders.js";

const folders = temporaryFolders();

afterEach(() => void vi.unstubAllEnvs());

/** A program that runs on, and the note that a process has made of it. */
async function orphan() {
  const folder = await folders.make();
  vi.stubEnv("TMPDIR", folder);
  const child = spawn("sleep", ["600"], { detached: true, stdio: "ignore" });
  const takeBack = noteGroup(child.pid!);
  const [note = ""] = await readdir(folder);
  return { folder, child, note, takeBack };
}

/** The same note by a process that is no more. */
const ofDead = (note: string) => note.replace(`-${process.pid}-`, "-4194300-");

describe("a program whose owner was killed", { tags: "linux" }, () => {
  test("is ended by the next that starts, and its note goes", async () => {
    const { folder, child, note } = await orphan();
    await writeFile(join(folder, ofDead(note)), "");
    const ended = once(child, "exit");
    await removeDeadFolders();
    expect(await ended).toEqual([null, "SIGKILL"]);
    expect(await readdir(folder)).toEqual([basename(note)]);
  });

  test.each([
    ["whose owner runs", (note: string) => note],
    [
      "that has the number of another one",
      (note: string) => ofDead(note).replace(/^(colophon-\d+-)[0-9a-f]+/, "$11"),
    ],
    ["of another place", (note: string) => ofDead(note).replace(/\.[0-9a-f]{8}-/, ".00000000-")],
  ])("is left alone %s", async (_, changed) => {
    const { folder, child, note, takeBack } = await orphan();
    takeBack();
    await writeFile(join(folder, changed(note)), "");
    await removeDeadFolders();
    expect(child.exitCode ?? child.signalCode).toBeNull();
    expect(process.kill(child.pid!, 0)).toBe(true);
    child.kill("SIGKILL");
  });
});
