/** Programs that we start, and that do not end when they should: scripts whose children hold our pipes, mostly. */
import { spawnSync } from "node:child_process";
import { chmod, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { startChild } from "../../../../src/runtime/children/child.js";
import { outputOf } from "../../../../src/runtime/children/output.js";
import { temporaryFolders } from "../../../support/temporary-folders.js";

const folders = temporaryFolders();
const LONG = 600;

/** A shell script; what it starts writes its number into the file `pids`. */
async function script(text: string) {
  const folder = await folders.make({ program: `#!/bin/sh\n${text}\n`, pids: "" });
  const program = join(folder, "program");
  await chmod(program, 0o755);
  const pids = async () =>
    (await readFile(join(folder, "pids"), "utf8")).split("\n").filter(Boolean).map(Number);
  return { program, pids, env: { ...process.env, PIDS: join(folder, "pids") } };
}

/** One that has ended and that nobody has asked about is none. */
function isRunning(pid: number): boolean {
  const state = spawnSync("ps", ["-o", "state=", "-p", String(pid)], { encoding: "utf8" }).stdout.trim();
  return state !== "" && !state.startsWith("Z");
}

async function expectGone(pids: readonly number[]) {
  expect(pids.length).toBeGreaterThan(0);
  await expect.poll(() => pids.filter(isRunning), { timeout: 10_000 }).toEqual([]);
}

const NOTE = 'echo $! >> "$PIDS"';

/** Ways in which a script keeps others: all of them hold its pipes. */
const FAMILIES = {
  "waits for a program without `exec`": `echo $$ >> "$PIDS"; sleep ${LONG} & ${NOTE}; wait`,
  "has grandchildren": `sh -c 'sleep ${LONG} & echo $! >> "$PIDS"; wait' & ${NOTE}; wait`,
  "does not heed signals": `trap '' TERM INT HUP; sleep ${LONG} & ${NOTE}; while :; do wait; done`,
};

describe.each(Object.entries(FAMILIES))("a script that %s", (_, text) => {
  test("ends with all that it has started, and its pipes are let go of", async () => {
    const { program, pids, env } = await script(text);
    const child = startChild({
      program,
      options: [],
      env,
      stdio: ["ignore", "pipe", "pipe", "pipe", "pipe"],
    });
    await expect.poll(async () => (await pids()).length).toBeGreaterThan(0);
    expect(await child.end()).toEqual({ by: "us" });
    await expectGone(await pids());
    expect(child.pipes.every((pipe) => !pipe || pipe.destroyed)).toBe(true);
  });

  test("ends at its limit", async () => {
    const { program, pids, env } = await script(text);
    const { ending } = await outputOf({ program, options: [], env, within: 500, most: 100 });
    expect(ending).toEqual({ by: "limit" });
    await expectGone(await pids());
  });

  test("ends by a signal", async () => {
    const { program, pids, env } = await script(text);
    const controller = new AbortController();
    const { signal } = controller;
    const output = outputOf({ program, options: [], env, within: 60_000, most: 100, signal });
    await expect.poll(async () => (await pids()).length).toBeGreaterThan(0);
    controller.abort();
    expect((await output).ending).toEqual({ by: "signal" });
    await expectGone(await pids());
  });
});

describe("a program", () => {
  test("that ends leaves nothing of what it has started, and what it has printed is read", async () => {
    const { program, pids, env } = await script(`sleep ${LONG} & ${NOTE}; echo done; exit 3`);
    const { text, ending } = await outputOf({ program, options: [], env, within: 60_000, most: 100 });
    expect({ text, ending }).toEqual({ text: "done\n", ending: { by: "itself", code: 3 } });
    await expectGone(await pids());
  });

  test("that prints without end is ended", async () => {
    const { program, env } = await script("while :; do echo more and more; done");
    const { text, ending } = await outputOf({ program, options: [], env, within: 60_000, most: 1000 });
    expect(ending).toEqual({ by: "us" });
    expect(text.length).toBeLessThanOrEqual(1000);
  });

  test.each(["/no/such/program", "/dev/null", "a\0name"])(
    "that is none (%j) is an ending",
    async (program) => {
      const { ending } = await outputOf({ program, options: [], within: 60_000, most: 100 });
      expect(ending).toMatchObject({ by: "system", reason: expect.stringContaining("") });
    },
  );

  test("that is asked for by a signal that was aborted before does not go on", async () => {
    const { program, env } = await script(`sleep ${LONG}`);
    const signal = AbortSignal.abort();
    const { ending } = await outputOf({ program, options: [], env, within: 60_000, most: 100, signal });
    expect(ending).toEqual({ by: "signal" });
  });
});
