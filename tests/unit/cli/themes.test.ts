/** `colophon themes`: the list, for people and machines, and what the gallery asks of the build. */
import { access } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { main } from "../../../src/cli/main.js";
import { BOOK_THEMES, THEMES } from "../../../src/load/editions/themes.js";
import { loadPublication } from "../../../src/load/load.js";
import type { BuildRequest } from "../../../src/model/build.js";
import { PACKAGE_ROOT } from "../../../src/runtime/package-root.js";

/** Runs the command against a build that only notes what it is asked for. */
async function run(...argv: string[]) {
  const requests: BuildRequest[] = [];
  const shown = { stdout: "", stderr: "" };
  const code = await main(["themes", ...argv], {
    cwd: "/project",
    env: {},
    stdout: { write: (text) => (shown.stdout += text) },
    stderr: { write: (text) => (shown.stderr += text) },
    clock: () => 0,
    version: "0",
    build: async (request) => {
      requests.push(request);
      return { editions: [], diagnostics: [] };
    },
  });
  return { code, requests, ...shown };
}

test("the list has a line for each theme, with what it is for", async () => {
  const { code, stdout } = await run();
  expect(code).toBe(0);
  expect(
    stdout
      .trimEnd()
      .split("\n")
      .map((line) => /^(\S+) {2,}\S.{20,}/.exec(line)?.[1]),
  ).toEqual(THEMES);
});

test("the list fits a terminal", async () => {
  for (const line of (await run()).stdout.split("\n")) expect(line.length).toBeLessThanOrEqual(80);
});

test("for machines it says the size of a page, too", async () => {
  const { stdout } = await run("report", "--json");
  expect(JSON.parse(stdout)).toEqual({
    themes: [{ name: "report", purpose: expect.any(String), trim: "a4" }],
  });
});

test("a theme that there is not is wrong usage", async () => {
  const { code, stderr } = await run("rapport");
  expect(code).toBe(2);
  expect(stderr).toContain("Allowed choices are novel,");
});

test("the gallery publishes the specimen, of the themes that are named", async () => {
  const { requests } = await run("report", "--gallery", "shown");
  expect(requests).toMatchObject([{ editions: ["report", "report-ebook"], out: "/project/shown" }]);
  expect((await run("--gallery", "shown")).requests[0]?.editions).toBeUndefined();
});

test("the specimen has an edition for print and one for ebooks of each theme", async () => {
  const publication = await loadPublication(join(PACKAGE_ROOT, "assets/specimen"), (each) => {
    throw new Error(each.message);
  });
  const ids = publication!.editions.map(({ id, theme, format }) => `${id} ${theme} ${format}`);
  for (const theme of THEMES) {
    expect(ids).toContain(`${theme} ${theme} pdf`);
    expect(ids).toContain(`${theme}-ebook ${theme} epub`);
  }
});

test.each(BOOK_THEMES)("the theme %s has a design for print, one for ebooks, and a cover", async (theme) => {
  for (const file of [
    `styles/${theme}/print.css`,
    `styles/${theme}/epub.css`,
    `templates/${theme}/epub/cover.svg.hbs`,
  ])
    await access(join(PACKAGE_ROOT, file));
});
