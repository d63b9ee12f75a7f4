/** The workflow and the Dockerfile of the documentation say what the program understands. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseDocument } from "yaml";
import { main } from "../../../src/cli/main.js";
import { shardOption } from "../../../src/cli/option-values.js";
import type { BuildRequest } from "../../../src/model/build.js";
import { temporaryFolders } from "../../support/temporary-folders.js";

const folders = temporaryFolders();

const read = (name: string) => readFileSync(new URL(`../../../docs/ci/${name}`, import.meta.url), "utf8");

interface Step {
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Job {
  readonly "runs-on": string;
  readonly needs?: string;
  readonly strategy?: { readonly matrix: { readonly shard: readonly number[] } };
  readonly steps: readonly Step[];
}

function workflow() {
  const document = parseDocument(read("catalogue.yml"), { strict: true, uniqueKeys: true });
  expect([...document.errors, ...document.warnings]).toEqual([]);
  return document.toJS() as {
    readonly jobs: Readonly<Record<string, Job>>;
    readonly env: Readonly<Record<string, string>>;
    readonly permissions: unknown;
  };
}

/** What the shell would run in a shard. */
function commands(jobs: Readonly<Record<string, Job>>, shard: number): string[] {
  return Object.values(jobs)
    .flatMap(({ steps }) => steps.flatMap(({ run }) => run ?? []))
    .map((each) => each.replace(/\$\{\{ matrix\.shard \}\}/g, String(shard)).trim());
}

/** What the command line makes of a command: a request for a build, or what it has against it. */
async function understood(command: string): Promise<{ request?: BuildRequest; stderr: string }> {
  const argv = command.replace(/^npx colophon /, "").split(/\s+/);
  const understanding: { request?: BuildRequest; stderr: string } = { stderr: "" };
  await main(argv, {
    cwd: await folders.make(),
    env: {},
    stdout: { write: () => undefined },
    stderr: {
      write: (text) => {
        understanding.stderr += text;
      },
    },
    clock: () => 0,
    version: "0",
    build: async (request) => {
      understanding.request = request;
      return { editions: [], diagnostics: [] };
    },
  });
  return understanding;
}

describe("the workflow for GitHub", () => {
  it("has jobs that exist where others need them, and steps that do one thing each", () => {
    const { jobs, permissions } = workflow();
    for (const { needs, steps, ...job } of Object.values(jobs)) {
      expect(job["runs-on"]).toMatch(/^ubuntu-/);
      if (needs !== undefined) expect(Object.keys(jobs)).toContain(needs);
      for (const { uses, run } of steps) {
        expect([uses, run].filter((each) => each !== undefined)).toHaveLength(1);
        if (uses !== undefined) expect(uses).toMatch(/^actions\/[a-z/-]+@v\d+$/);
      }
    }
    expect(permissions).toEqual({ contents: "read" });
  });

  it("builds every shard of as many as there are", () => {
    const { jobs } = workflow();
    const shards = jobs.build?.strategy?.matrix.shard ?? [];
    const built = shards.map((shard) => {
      const build = commands(jobs, shard).find((each) => each.startsWith("npx colophon build"))!;
      return shardOption(/--shard (\S+)/.exec(build)![1]!);
    });
    expect(built).toEqual(shards.map((_, index) => ({ index: index + 1, count: shards.length })));
  });

  it("gives the program options that it knows", async () => {
    const { jobs } = workflow();
    const own = commands(jobs, 2).filter((each) => each.startsWith("npx colophon"));
    const [build = "", manifest = ""] = own;
    expect(own).toHaveLength(2);
    const asked = await understood(build.replace(/--timings \S+|--report junit\S+/g, "").concat(" a"));
    expect(asked.stderr).toBe("");
    expect(asked.request).toMatchObject({ shard: { index: 2, count: 5 } });
    // The files are not there: that is told, and not the options.
    expect((await understood(build)).stderr).toContain("editions.timings.json` is not a file of timings");
    expect((await understood(manifest)).stderr).toContain("is not a manifest that can be read");
  });

  it("keeps the cache that the program uses", () => {
    const { jobs, env } = workflow();
    expect(env.COLOPHON_CACHE).toBeDefined();
    const cached = jobs.build?.steps.find(({ uses }) => uses?.startsWith("actions/cache@"));
    expect(cached?.with?.path).toContain("env.COLOPHON_CACHE");
  });
});

describe("the Dockerfile", () => {
  it("has only instructions that exist, a base and an entry", () => {
    const lines = read("Dockerfile")
      .replace(/\\\n/g, " ")
      .split("\n")
      .filter((line) => line !== "" && !line.startsWith("#"));
    const names = lines.map((line) => line.split(" ")[0]);
    for (const name of names) expect(name).toMatch(/^(FROM|RUN|COPY|ENV|USER|WORKDIR|ENTRYPOINT|CMD)$/);
    expect(names[0]).toBe("FROM");
    expect(lines).toContain('ENTRYPOINT ["colophon"]');
    expect(lines.some((line) => line.startsWith("ENV COLOPHON_BROWSER=bundled"))).toBe(true);
  });
});
