/** Layouts without an end: stopped at a limit, told with the section and the place, and the rest goes on. */
import { describe, expect, test } from "vitest";
import type { Limits } from "../../../src/model/limits.js";
import { build } from "../../../src/pipeline.js";
import { temporaryFolders } from "../../support/temporary-folders.js";

const folders = temporaryFolders();
const YAML = `title: A Book
language: en
date: 2026
bodymatter: [{ file: long.md }, { file: short.md }]
editions: { print: { format: pdf } }
`;
const FILES = {
  "book/publication.yaml": YAML,
  "book/content/long.md": `# Without End\n\n${"Many words on many lines. ".repeat(60).concat("\n\n").repeat(60)}`,
  "book/content/short.md": "# Short\n\nText.\n",
};
async function stopped(limits: Partial<Limits>) {
  const project = await folders.make(FILES);
  const request = {
    publications: [`${project}/book`],
    out: `${project}/out`,
    cache: "none" as const,
    jobs: 1,
  };
  const { editions, diagnostics } = await build({ ...request, limits });
  return {
    statuses: editions.map(({ status }) => status),
    said: diagnostics.flatMap((each) => each.diagnostics),
  };
}

describe("a section that does not end", () => {
  test("is stopped at the limit of pages, with its title and the place that it had come to", async () => {
    const { statuses, said } = await stopped({ pages: 5 });
    expect(statuses).toEqual(["failed"]);
    expect(said).toHaveLength(1);
    expect(said[0]).toMatchObject({ code: "layout-stopped", location: { file: "content/long.md" } });
    expect(said[0]?.message).toMatch(/“Without End” was stopped on its page \d+: it has more than 5 pages/);
  });

  test("is stopped at the limit of time", async () => {
    const { said } = await stopped({ time: 0.2 });
    expect(said[0]?.code).toBe("layout-stopped");
    expect(said[0]?.message).toContain("longer than 0.2 seconds");
  });

  test("is stopped at the limit of memory", async () => {
    const { said } = await stopped({ memory: 20 });
    expect(said[0]?.message).toContain("the browser took more than 20 MiB");
  });
});
