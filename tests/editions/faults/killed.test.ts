/**
 * Processes that are killed: what is published is the old file or the new one, the next build
 * succeeds, and nothing is left running or lying about.
 */
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { watch } from "node:fs";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { beforeAll, describe, expect, test } from "vitest";
import { findBrowser } from "../../../src/formats/pdf/paginate/browser/find.js";
import { browserIn, browsersIn, commandFile, start } from "../../support/program.js";
import { temporaryFolders } from "../../support/temporary-folders.js";

const folders = temporaryFolders();
/** Builds that are killed: at random, and for each edition as it takes its place. */
const KILLS = { random: 10, publishing: 3 };
const TEXTS = ["# One\n\nThe old text.\n", "# One\n\nThe new text, which is longer.\n"];
const YAML = `title: A Book
language: en
date: 2026
bodymatter: [{ file: one.md }]
editions:
  print: { format: pdf }
  ebook: { format: epub, page-source: none }
`;

let cli: string;
let project: string;
let temporary: string;
let env: Record<string, string>;

/** What each of the texts comes to, by edition. */
const versions: string[][] = [];
/** Milliseconds that a build takes. */
let longest = 0;
/** What comes of a build whose browser hangs: begun first, since it is waiting for most of its time. */
let hanging: Promise<unknown>;

const run = (...more: string[]) =>
  start(cli, ["build", join(project, "book"), "--out", join(project, "out"), "-q", ...more], env);
const digestOf = async (file: string) =>
  createHash("sha256")
    .update(await readFile(file))
    .digest("hex");
const published = () =>
  Promise.all(["ebook.epub", "print.pdf"].map((name) => digestOf(join(project, "out/book", name))));
const expectWhole = async () => {
  for (const [edition, digest] of (await published()).entries())
    expect(versions.map((version) => version[edition])).toContain(digest);
};
/** Runs until the file begins to be written, under its temporary name, which has the number of the process. */
const killedWhenPublishing = async (...options: string[]) => {
  const watcher = watch(join(project, "out", "book"));
  const { child, ended } = run(...options);
  watcher.on("change", (_, name) => {
    if (String(name).includes(`-${child.pid}-`)) child.kill("SIGKILL");
  });
  const ending = await ended;
  watcher.close();
  return ending;
};
/** @param seconds from the start of the browser. */
const expectReplaced = async (signal: NodeJS.Signals, seconds: number) => {
  const own = await folders.make({
    "book/publication.yaml": YAML,
    "book/content/one.md": TEXTS[0]!,
    "tmp/.keep": "",
  });
  const scratch = join(own, "tmp");
  const options = ["--out", join(own, "out"), "-q", "--no-cache", "-e", "print", "--limit", "stall=5"];
  const { ended } = start(cli, ["build", join(own, "book"), ...options], { ...env, TMPDIR: scratch });
  await expect.poll(() => browserIn(scratch), { timeout: 60_000 }).toBeTypeOf("number");
  await wait(seconds * 1000);
  const victim = await browserIn(scratch);
  if (victim !== undefined) process.kill(victim, signal);
  const when = `${signal} after ${seconds} seconds`;
  expect(await ended, when).toBe(0);
  expect(await digestOf(join(own, "out/book/print.pdf")), when).toBe(versions[0]![1]);
  await expect.poll(() => browsersIn(scratch), { timeout: 10_000, message: when }).toEqual([]);
};
const write = (text: string) => writeFile(join(project, "book", "content", "one.md"), text);

/** Numbers from 0 to 1, the same in each run of the test. */
function* random(seed: number): Generator<number> {
  for (let state = seed; ; ) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state / 2 ** 32;
  }
}

beforeAll(async () => {
  cli = commandFile();
  project = await folders.make({ "book/publication.yaml": YAML, "book/content/one.md": TEXTS[0]! });
  temporary = join(project, "tmp");
  await mkdir(temporary);
  env = { TMPDIR: temporary, COLOPHON_BROWSER: process.env.COLOPHON_BROWSER ?? "bundled" };
  for (const text of TEXTS) {
    await write(text);
    const begun = performance.now();
    expect(await run("--no-cache").ended).toBe(0);
    longest = Math.max(longest, performance.now() - begun);
    versions.push(await published());
  }
  hanging = expectReplaced("SIGSTOP", 0.3).catch((error: unknown) => error);
}, 300_000);

describe("a build that is killed", () => {
  test("leaves the old edition or the new one, whole, at any moment and as it takes its place", async () => {
    const moments = random(42);
    for (let kill = 0; kill < KILLS.random; kill += 1) {
      await write(TEXTS[kill % 2]!);
      const { child, ended } = run("--no-cache");
      await wait(moments.next().value! * longest);
      child.kill("SIGKILL");
      await ended;
      await expectWhole();
    }
    for (const [edition, name] of ["ebook", "print"].entries()) {
      const endings = [];
      for (let kill = 0; kill < KILLS.publishing; kill += 1) {
        const isNew = (await published())[edition] === versions[1]![edition];
        await write(TEXTS[isNew ? 0 : 1]!);
        endings.push(await killedWhenPublishing("--no-cache", "-e", name));
        await expectWhole();
      }
      expect(endings).toContain("SIGKILL");
    }
    await write(TEXTS[0]!);
    expect(await run("--no-cache").ended).toBe(0);
    expect(await published()).toEqual(versions[0]);
    expect((await readdir(join(project, "out", "book"))).sort()).toEqual(["ebook.epub", "print.pdf"]);
    await expect.poll(() => browsersIn(temporary), { timeout: 10_000 }).toEqual([]);
    await expect.poll(() => readdir(temporary), { timeout: 10_000 }).toEqual([]);
  }, 600_000);

  test("by Ctrl-C ends promptly with exit code 130, and leaves no process and no half file", async () => {
    const before = await published();
    await write(TEXTS[1]!);
    const { child, ended } = run("--no-cache");
    await expect.poll(() => browsersIn(temporary), { timeout: 60_000 }).not.toEqual([]);
    const begun = performance.now();
    child.kill("SIGINT");
    expect(await ended).toBe(130);
    expect(performance.now() - begun).toBeLessThan(20_000);
    // The ebook may have been done before.
    const [ebook, print] = await published();
    expect(versions.map((version) => version[0])).toContain(ebook);
    expect(print).toBe(before[1]);
    expect((await readdir(join(project, "out", "book"))).sort()).toEqual(["ebook.epub", "print.pdf"]);
    await expect.poll(() => browsersIn(temporary), { timeout: 10_000 }).toEqual([]);
    await expect.poll(() => readdir(temporary), { timeout: 10_000 }).toEqual([]);
  }, 200_000);
});

describe("a build that is killed in the middle", () => {
  test("leaves a cache with which the next one gives the bytes of a build that has none", async () => {
    const sections = ["a", "b", "c", "d"].map((name) => `{ file: ${name}.md }`).join(", ");
    const files = ["a", "b", "c", "d"].map((name) => [
      `book/content/${name}.md`,
      `# Chapter ${name}\n\n${"Many words on many lines. ".repeat(60).concat("\n\n").repeat(12)}`,
    ]);
    const root = await folders.make({
      "book/publication.yaml": YAML.replace("[{ file: one.md }]", `[${sections}]`).replace(
        "page-source: none",
        "page-source: print",
      ),
      ...Object.fromEntries(files),
    });
    const { executablePath } = await findBrowser();
    const build = (out: string, ...more: string[]) =>
      start(cli, ["build", join(root, "book"), "--out", join(root, out), "-q", "-j", "1", ...more], {
        ...env,
        COLOPHON_BROWSER: executablePath,
        COLOPHON_CACHE: join(root, "cache"),
      });
    const bytesIn = async (out: string) =>
      Promise.all(["ebook.epub", "print.pdf"].map((name) => readFile(join(root, out, "book", name))));
    const runs = async () => {
      const names = await readdir(join(root, "cache", "run"), { recursive: true }).catch(() => []);
      return names.filter((name) => /\w{64}$/.test(name)).length;
    };
    expect(await build("clean", "--no-cache").ended).toBe(0);
    for (const wanted of [1, 2, 3]) {
      const { child, ended } = build("out");
      await expect.poll(runs, { timeout: 60_000, interval: 10 }).toBeGreaterThanOrEqual(wanted);
      child.kill("SIGKILL");
      expect(await ended).toBe("SIGKILL");
      await expect(readFile(join(root, "out", "book", "print.pdf"))).rejects.toThrow("ENOENT");
    }
    expect(await build("out").ended).toBe(0);
    const [ebook, print] = await bytesIn("out");
    const [cleanEbook, cleanPrint] = await bytesIn("clean");
    expect(ebook!.equals(cleanEbook!)).toBe(true);
    expect(print!.equals(cleanPrint!)).toBe(true);
  }, 300_000);
});

describe("a build whose output nobody reads any more", () => {
  test("goes on to its end all the same", async () => {
    await write(TEXTS[0]!);
    const argv = [cli, "build", join(project, "book"), "--out", join(project, "unread"), "-e", "ebook"];
    const child = spawn(process.execPath, argv, { env: { ...process.env, ...env } });
    child.stderr.once("data", () => {
      child.stdout.destroy();
      child.stderr.destroy();
    });
    expect(await once(child, "exit")).toEqual([0, null]);
    expect(await readdir(join(project, "unread", "book"))).toEqual(["ebook.epub"]);
  }, 60_000);
});

describe("a disk without room", () => {
  test("leaves the old edition whole and no half file, and is told", async () => {
    await write(TEXTS[0]!);
    expect(await run("--no-cache", "-e", "ebook").ended).toBe(0);
    const folder = join(project, "out", "book");
    const before = await readFile(join(folder, "ebook.epub"));
    const names = await readdir(folder);
    await write(TEXTS[1]!);
    // No file may grow beyond 40 KiB, which the ebook does: the system refuses to write the rest (EFBIG).
    const argv = [
      cli,
      "build",
      join(project, "book"),
      "--out",
      join(project, "out"),
      "--no-cache",
      "-e",
      "ebook",
      "--json",
    ];
    const limited = 'trap "" XFSZ; ulimit -f 40; exec "$@"';
    const full = spawnSync("bash", ["-c", limited, "bash", process.execPath, ...argv], {
      env: { ...process.env, ...env },
      encoding: "utf8",
    });
    expect(full.status, full.stderr).toBe(3);
    expect(JSON.parse(full.stdout).diagnostics).toMatchObject([
      {
        code: "cannot-publish",
        message: expect.stringMatching(/ebook\.epub` cannot be written: file too large/),
      },
    ]);
    expect((await readFile(join(folder, "ebook.epub"))).equals(before)).toBe(true);
    expect(await readdir(folder)).toEqual(names);
  }, 100_000);
});

describe("a browser that goes wrong", () => {
  test("is replaced when it is killed as it starts, while it works, when it prints", async () => {
    for (const seconds of [0, 0.4, 0.8]) await expectReplaced("SIGKILL", seconds);
  }, 200_000);

  test("is replaced when it hangs as it starts", async () => {
    expect(await hanging).toBeUndefined();
  }, 200_000);
});
