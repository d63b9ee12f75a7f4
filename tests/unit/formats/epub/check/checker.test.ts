import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { type Checker, openChecker, plainChecker } from "../../../../../src/formats/epub/check/checker.js";
import { temporaryFolders } from "../../../../support/temporary-folders.js";

const folders = temporaryFolders();
let checker: Checker = plainChecker;
afterEach(() => checker.close());

/** A thread that finds the names of the files, and what `answer` says. */
async function open(
  answer = "parentPort.postMessage([...files.keys()])",
  patience?: number,
): Promise<Checker> {
  const folder = await folders.make({
    "thread.mjs": `import { parentPort, threadId } from "node:worker_threads";
parentPort.on("message", (files) => { ${answer} });`,
  });
  checker = openChecker(join(folder, "thread.mjs"), patience);
  return checker;
}

const files = (name: string) => new Map([[name, Buffer.from("x")]]);

it("answers each question with what was found in its files", async () => {
  const { check } = await open();
  const asked = ["a", "b", "c", "d", "e"];
  expect(await Promise.all(asked.map((name) => check(files(name))))).toEqual(asked.map((name) => [name]));
});

it("starts no more threads than it says", async () => {
  const { check, prepare, threads } = await open("parentPort.postMessage([threadId])");
  for (const _ of ["once", "twice", "and again"]) prepare();
  const used = await Promise.all(["a", "b", "c", "d"].map((name) => check(files(name))));
  expect(new Set(used.flat()).size).toBe(threads);
});

it("fails the check whose thread dies, and starts another for the next one", async () => {
  const { check } = await open('if (files.has("bad")) process.exit(1); parentPort.postMessage([])');
  await expect(check(files("bad"))).rejects.toThrow("has ended");
  expect(await check(files("good"))).toEqual([]);
});

it("gives up a check that has no end, says so, and starts another thread for the next one", async () => {
  const { check } = await open('if (files.has("endless")) for (;;); parentPort.postMessage([])', 2000);
  expect(await check(files("endless"))).toMatchObject([{ code: "epub-questionable" }]);
  expect(await check(files("good"))).toEqual([]);
});

it("ends its threads when it is closed, whatever they do", async () => {
  const { check, close } = await open("for (;;);");
  const asked = expect(check(files("a"))).rejects.toThrow("has ended");
  await close();
  await asked;
});
