/** Layouts without an end: stopped at a limit, told with the section and the place, and the rest goes on. */
import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import type { Extensions } from "../../../src/model/extensions.js";
import type { Limits } from "../../../src/model/limits.js";
import { build } from "../../support/program.js";
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
async function stopped(
  limits: Partial<Limits>,
  files: Readonly<Record<string, string>> = {},
  extensions: Extensions = {},
) {
  const project = await folders.make({ ...FILES, ...files });
  const request = {
    publications: [`${project}/book`],
    out: `${project}/out`,
    cache: "none" as const,
    jobs: 1,
  };
  const { editions, diagnostics } = await build({ ...request, limits, extensions });
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
    const { said } = await stopped({ time: 0.02 });
    expect(said[0]?.code).toBe("layout-stopped");
    expect(said[0]?.message).toContain("longer than 0.02 seconds");
  });

  test("is stopped at the limit of memory", async () => {
    const { said } = await stopped({ memory: 20 });
    expect(said[0]?.message).toContain("the browser took more than 20 MiB");
  });
});

/** Templates and handlers are trusted, but not to be without mistakes. At once: most of the time is spent waiting. */
describe.concurrent("a script that is busy for ever", () => {
  const LIMITS = { time: 6, stall: 60 };
  const SHORT = { "book/content/long.md": "# Without End\n\nText.\n" };
  const busy = (place: string) => `window.Paged.registerHandlers(class extends window.Paged.Handler {
    ${place}(content) {
      if ((content?.textContent ?? document.body.textContent).includes("Without End")) for (;;);
    }
  });`;

  test.each(["beforeParsed", "afterPageLayout", "afterRendered"])(
    "in `%s` of a handler is stopped, and the section is named",
    async (place) => {
      const begun = performance.now();
      const handler = { name: "busy.js", source: busy(place) };
      const { statuses, said } = await stopped(LIMITS, SHORT, { pagedHandlers: [handler] });
      expect(statuses).toEqual(["failed"]);
      expect(said.map(({ code }) => code)).toEqual(["layout-stopped"]);
      expect(said[0]?.message).toContain("“Without End” was stopped");
      expect(performance.now() - begun).toBeLessThan(60_000);
    },
    90_000,
  );

  test("in a template is stopped, and the section is named", async () => {
    const own = await readFile("templates/base/print/run.html.hbs", "utf8");
    const template = own.replace("<head>", "<head><script>for (;;);</script>");
    const { statuses, said } = await stopped(LIMITS, {
      ...SHORT,
      "book/publication.yaml": YAML.replace(", { file: short.md }", ""),
      "book/templates/print/run.html.hbs": template,
    });
    expect(template).not.toBe(own);
    expect(statuses).toEqual(["failed"]);
    expect(new Set(said.map(({ code }) => code))).toEqual(new Set(["layout-stopped"]));
    expect(said.map(({ message }) => message).join()).toContain("“Without End” was stopped");
  }, 90_000);
});
