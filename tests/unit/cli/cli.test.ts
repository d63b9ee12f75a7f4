/** The command line: what is asked of the build, what goes to which stream, and the exit code. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { main } from "../../../src/cli/main.js";
import { reportUnexpected } from "../../../src/cli/unexpected.js";
import type { Code } from "../../../src/diagnostics/codes.js";
import { diagnostic } from "../../../src/diagnostics/diagnostic.js";
import type { BuildRequest, BuildResult } from "../../../src/model/build.js";
import type { EditionResult } from "../../../src/model/edition-result.js";
import { programVersion } from "../../../src/runtime/program-version.js";

const NOTHING: BuildResult = { editions: [], diagnostics: [] };
const PUBLISHED: EditionResult = {
  publication: "book",
  edition: "print",
  format: "pdf",
  status: "published",
  extent: 12,
  bytes: 3400,
  seconds: 1,
};

async function project(...files: string[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "colophon-cli-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const file of files) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), "");
  }
  return folder;
}

/** Runs the command line against a build that only notes what it is asked for. */
async function run(
  argv: readonly string[],
  cwd = "/project",
  build = async (_: BuildRequest) => NOTHING,
  env: NodeJS.ProcessEnv = {},
) {
  const requests: BuildRequest[] = [];
  const output = { stdout: "", stderr: "" };
  const code = await main(argv, {
    cwd,
    env,
    stdout: {
      write: (text) => {
        output.stdout += text;
      },
    },
    stderr: {
      write: (text) => {
        output.stderr += text;
      },
    },
    clock: () => 0,
    version: "1.2.3",
    build: (request) => {
      requests.push(request);
      return build(request);
    },
  });
  return { code, request: requests[0], ...output };
}

function withErrors(...codes: Code[]): BuildResult {
  const diagnostics = codes.map((code) => diagnostic(code, "Wrong"));
  return { editions: [], diagnostics: [{ publication: "book", root: "/project/book", diagnostics }] };
}

function strictly(code: Code): BuildResult {
  const diagnostics = [{ ...diagnostic(code, "Wrong"), severity: "error" as const }];
  return { editions: [], diagnostics: [{ publication: "book", root: "/project/book", diagnostics }] };
}

describe("a build is asked for", () => {
  test("with the publications, editions, folder and jobs of the command line", async () => {
    const { request, code } = await run([
      "build",
      "a",
      "b",
      "--edition",
      "print",
      "-e",
      "ebook",
      "--out",
      "out",
      "--jobs",
      "4",
    ]);
    expect(code).toBe(0);
    expect(request).toMatchObject({
      publications: ["/project/a", "/project/b"],
      editions: ["print", "ebook"],
      out: "/project/out",
      jobs: 4,
    });
  });

  test("in dist/editions and for all editions unless said", async () => {
    const { request } = await run(["build", "a"]);
    expect(request?.out).toBe("/project/dist/editions");
    expect(request).not.toHaveProperty("editions");
    expect(request).not.toHaveProperty("jobs");
  });

  test("as one shard, with the times that it is given", async () => {
    const cwd = await project();
    await writeFile(join(cwd, "t.json"), '{ "timings": 1, "seconds": { "a/print": 9 } }');
    const { request } = await run(["build", "a", "--shard", "2/5", "--timings", "t.json"], cwd);
    expect(request?.shard).toEqual({ index: 2, count: 5, timings: { "a/print": 9 } });
  });

  test("not at all when the times cannot be read", async () => {
    const { code, request, stderr } = await run(["build", "a", "--timings", "gone.json"], await project());
    expect(request).toBeUndefined();
    expect(code).toBe(2);
    expect(stderr).toContain("bad-timings");
  });

  test("to compare, strictly, with levels", async () => {
    const levels = ["--level", "overfull=error", "--level", "unsafe-html=off"];
    const { request } = await run(["build", "a", "--check", "--strict", ...levels]);
    expect(request).toMatchObject({
      publish: "compare",
      strictness: "strict",
      levels: { overfull: "error", "unsafe-html": "off" },
    });
  });

  test("once for a publication that is named twice", async () => {
    expect((await run(["build", "a", "./a/"])).request?.publications).toEqual(["/project/a"]);
  });

  test("for the current folder when it is a publication", async () => {
    const cwd = await project("publication.yaml", "content/other/publication.yaml");
    expect((await run(["build"], cwd)).request?.publications).toEqual([cwd]);
  });

  test("else for every publication in content/, in the order of their names", async () => {
    const cwd = await project(
      "content/b/publication.yaml",
      "content/a/publication.yaml",
      "content/notes/x.md",
    );
    expect((await run(["build"], cwd)).request?.publications).toEqual([
      join(cwd, "content/a"),
      join(cwd, "content/b"),
    ]);
  });

  test("not at all when there is no publication", async () => {
    const { code, request, stderr } = await run(["build"], await project("readme.md"));
    expect(request).toBeUndefined();
    expect(code).toBe(2);
    expect(stderr).toContain("publication-not-found");
    expect(stderr).toContain("hint: Name a publication");
  });
});

describe("the exit code", () => {
  const cases: readonly (readonly [number, string, BuildResult])[] = [
    [0, "everything is published", { ...NOTHING, editions: [PUBLISHED] }],
    [0, "there are warnings only", withErrors("unused-key")],
    [1, "the publication has errors", withErrors("missing-file")],
    [1, "a warning of the configuration was made an error", strictly("unused-key")],
    [1, "an edition failed", { ...NOTHING, editions: [{ ...PUBLISHED, status: "failed" }] }],
    [2, "the configuration is wrong", withErrors("unknown-edition")],
    [2, "configuration and publication are wrong", withErrors("missing-file", "unknown-key")],
  ];
  test.each(cases)("is %d when %s", async (expected, _, result) => {
    expect((await run(["build", "a"], "/project", async () => result)).code).toBe(expected);
  });

  test.each([
    [["biuld"], "Did you mean build?"],
    [["build", "--edtion", "print"], "Did you mean --edition?"],
    [["build", "--jobs", "0"], "whole number"],
    [["build", "--quiet", "--json"], "cannot be used with"],
    [["build", "--shard", "6/5"], "like 2/5"],
    [["build", "--shard", "0/5"], "like 2/5"],
    [["build", "--level", "overful=off"], "Did you mean `overfull`?"],
    [["build", "--level", "overfull=loud"], "error, warning, off"],
    [["build", "--level", "layout-stopped=off"], "cannot be `off`"],
    [["build", "--strict", "--publish-anyway"], "cannot be used with"],
    [["build", "--report", "junti=x"], "Did you mean junit?"],
    [["build", "--report", "junit"], "junit=FILE"],
    [["init", "new", "--from", "old"], "leave out 'new'"],
    [[], "Usage: colophon"],
  ])("is 2 for the wrong usage %j, with a way out", async (argv, words) => {
    const { code, stderr, stdout, request } = await run(argv);
    expect(code).toBe(2);
    expect(stderr).toContain(words);
    expect(stdout).toBe("");
    expect(request).toBeUndefined();
  });

  test("is 130 after an interrupt, which the build is told of", async () => {
    const { code, stderr } = await run(["build", "a"], "/project", async ({ signal }) => {
      process.emit("SIGINT");
      signal?.throwIfAborted();
      return NOTHING;
    });
    expect(code).toBe(130);
    expect(stderr).toContain("Stopping");
    expect(process.listenerCount("SIGINT")).toBe(0);
  });

  test("is documented in the help, of the program and of the command", async () => {
    for (const argv of [["--help"], ["build", "--help"]]) {
      const { code, stdout } = await run(argv);
      expect(code).toBe(0);
      for (const each of ["0 ", "1 ", "2 ", "3 ", "70 ", "130 "]) expect(stdout).toContain(`\n  ${each}`);
    }
  });
});

describe("streams", () => {
  const result: BuildResult = { ...withErrors("unused-key"), editions: [PUBLISHED] };
  const build = async ({ onProgress }: BuildRequest) => {
    onProgress?.({ type: "edition-start", publication: "book", edition: "print", format: "pdf" });
    return result;
  };

  test("stdout carries the summary, stderr progress and diagnostics", async () => {
    const { stdout, stderr } = await run(["build", "a"], "/project", build);
    expect(stdout).toBe("book/print  12 pages  3.4 kB  1.0 s\n");
    expect(stderr).toContain("book/print  started (pdf)");
    expect(stderr).toContain("warning  unused-key  Wrong");
  });

  test("--quiet leaves only what is wrong", async () => {
    const { stdout, stderr } = await run(["build", "a", "--quiet"], "/project", build);
    expect(stdout).toBe("");
    expect(stderr).toBe("warning  unused-key  Wrong\n\n1 warning\n");
  });

  test("--json puts all of it on stdout", async () => {
    const { stdout, stderr } = await run(["build", "a", "--json"], "/project", build);
    expect(stderr).toBe("");
    expect(JSON.parse(stdout)).toMatchObject({
      editions: [{ edition: "print" }],
      diagnostics: [{ code: "unused-key" }],
    });
  });
});

describe("reports", () => {
  const result: BuildResult = { ...withErrors("missing-file"), editions: [PUBLISHED] };

  test("are written side by side, each to its file, and to the log", async () => {
    const cwd = await project();
    const reports = ["--report", "junit=out/j.xml", "--report", "json=j.json", "--report", "github"];
    const { stderr, code } = await run(["build", "a", ...reports], cwd, async () => result);
    expect(code).toBe(1);
    expect(await readFile(join(cwd, "out/j.xml"), "utf8")).toContain('<testcase classname="book"');
    expect(JSON.parse(await readFile(join(cwd, "j.json"), "utf8"))).toHaveProperty("editions.0.edition");
    expect(stderr).toContain("::error title=missing-file::Wrong\n");
  });

  test("add a table to the summary of a job of GitHub", async () => {
    const cwd = await project("summary.md");
    const env = { GITHUB_STEP_SUMMARY: join(cwd, "summary.md") };
    await run(["build", "a", "--report", "github"], cwd, async () => result, env);
    expect(await readFile(env.GITHUB_STEP_SUMMARY, "utf8")).toContain("| book/print | published |");
  });

  test("that cannot be written are told, with the exit code of the machine", async () => {
    const cwd = await project("file");
    const build = async () => NOTHING;
    const { stderr, code } = await run(["build", "a", "--report", "json=file/x.json"], cwd, build);
    expect(code).toBe(3);
    expect(stderr).toContain("cannot-publish");
  });
});

describe("explain", () => {
  test("tells what a diagnostic means, how it comes about and what to do", async () => {
    const { code, stdout } = await run(["explain", "bad-isbn"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^bad-isbn \(error\)\n\n.+\n\nCause: [\s\S]+\n\nWhat to do: [\s\S]+\n$/);
    for (const line of stdout.split("\n")) expect(line.length).toBeLessThanOrEqual(80);
  });

  test("suggests the code that is meant, and explains the others all the same", async () => {
    const { code, stdout, stderr } = await run(["explain", "overful", "text-lost"]);
    expect(code).toBe(2);
    expect(stderr).toContain("Did you mean overfull?");
    expect(stdout).toContain("text-lost (error)");
  });
});

test("--version prints the version", async () => {
  expect(await run(["--version"])).toMatchObject({ code: 0, stdout: "1.2.3\n" });
});

test("the version is that of package.json", async () => {
  expect(await programVersion()).toMatch(/^\d+\.\d+\.\d+/);
});

describe("an unexpected error", () => {
  test("is no exit code of a build but passes on", async () => {
    const build = async () => {
      throw new Error("boom");
    };
    await expect(run(["build", "a"], "/project", build)).rejects.toThrow("boom");
  });

  test("is one line, with the stack on request, and exit 70", () => {
    const print = (argv: string[]) => {
      let text = "";
      const code = reportUnexpected(new Error("boom\nmore"), argv, {
        write: (each) => {
          text += each;
        },
      });
      return { code, text };
    };
    expect(print([])).toEqual({
      code: 70,
      text: "colophon: unexpected error: boom (run again with --debug for details)\n",
    });
    expect(print(["build", "--debug"]).text).toContain("cli.test.ts");
  });
});

describe("help", () => {
  const commands = ["init", "build", "check", "doctor", "cache", "completion"];

  test.each(commands)("of %s has examples", async (command) => {
    const { stdout } = await run([command, "--help"]);
    expect(stdout).toMatch(/\nExamples:\n( {2}.*colophon .*\n)+/);
  });

  test("names the nearest command for one that is misspelt", async () => {
    const { code, stderr } = await run(["biuld"]);
    expect([code, stderr]).toEqual([2, expect.stringContaining("Did you mean build?")]);
    expect((await run(["cache", "clean"])).stderr).toContain("Did you mean clear?");
    expect((await run(["build", "--edtion", "x"])).stderr).toContain("Did you mean --edition?");
  });
});
