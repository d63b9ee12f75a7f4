/** Mistakes in the templates of a publication, as whoever runs the command sees them. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { colophon, diagnosticsOf } from "../../support/command-line.js";
import { temporaryFolders } from "../../support/temporary-folders.js";

const folders = temporaryFolders();

const YAML = `title: A Book
language: en
date: 2026
bodymatter: [{ file: one.md }]
editions:
  ebook: { format: epub, page-source: none }
`;
const project = (files: Readonly<Record<string, string>>) =>
  folders.make({
    "package.json": "{}",
    "book/publication.yaml": YAML,
    "book/content/one.md": "# One\n\nText.\n",
    ...Object.fromEntries(Object.entries(files).map(([name, text]) => [`book/${name}`, text])),
  });

const CASES: readonly (readonly [claim: string, file: string, text: string, told: RegExp])[] = [
  [
    "is not closed",
    "section.xhtml.hbs",
    "<p>\n{{#if a}}",
    /section\.xhtml\.hbs:2:1 bad-template: The template cannot/,
  ],
  [
    "names what is not there",
    "section.xhtml.hbs",
    "\n {{titel}}",
    /section\.xhtml\.hbs:2:4 bad-template: .*`titel`/,
  ],
  [
    "includes what is not there",
    "section.xhtml.hbs",
    "{{> seal}}",
    /section\.xhtml\.hbs:1:1 bad-template: .*`seal`/,
  ],
  [
    "calls a helper that is not there",
    "nav.xhtml.hbs",
    "{{shout 1}}",
    /nav\.xhtml\.hbs:1:3 bad-template: .*`shout`/,
  ],
  ["is the package document", "package.opf.hbs", "{{gone}}", /package\.opf\.hbs:1:3 bad-template: .*`gone`/],
  ["draws the cover", "cover.svg.hbs", "{{gone}}", /cover\.svg\.hbs:1:3 bad-template: .*`gone`/],
];

describe("a template of the publication that", () => {
  it.each(CASES)(
    "%s ends with exit code 1 and its place, in a build and in a check",
    async (_, file, text, told) => {
      const cwd = await project({ [`templates/epub/${file}`]: text });
      for (const command of [
        ["build", "book"],
        ["check", "book"],
      ]) {
        const run = await colophon(cwd, ...command, "--json");
        expect(diagnosticsOf(run), run.stderr).toEqual([expect.stringMatching(told)]);
        expect(run.code).toBe(1);
        expect(run.stderr).not.toContain("    at ");
      }
    },
  );

  it("makes what is no drawing of the cover ends with exit code 1", async () => {
    const cwd = await project({ "templates/epub/cover.svg.hbs": "<p>No drawing</p>" });
    const run = await colophon(cwd, "build", "book", "--json");
    expect(run.code, run.stderr + run.stdout).toBe(1);
  });

  it("makes what is no package document ends with exit code 1", async () => {
    const cwd = await project({ "templates/epub/package.opf.hbs": "<p>No package" });
    const run = await colophon(cwd, "build", "book", "--json");
    expect(run.code, run.stderr + run.stdout).toBe(1);
  });

  it("makes documents that are not well-formed ends with exit code 1", async () => {
    const cwd = await project({ "templates/epub/section.xhtml.hbs": "<p>{{section.title}" });
    const run = await colophon(cwd, "build", "book", "--json");
    expect(run.code, run.stderr + run.stdout).toBe(1);
  });
});

describe("a configuration", () => {
  it("counts in a check as it does in a build", async () => {
    const cwd = await project({ "templates/epub/nav.xhtml.hbs": "\n{{shout 1}}" });
    await writeFile(
      join(cwd, "press.mjs"),
      'export default { version: "1", helpers: { shout: () => { throw new Error("Hoarse"); } } };',
    );
    const checked = await colophon(cwd, "check", "book", "--config", "press.mjs", "--json");
    expect(diagnosticsOf(checked)).toEqual([
      "templates/epub/nav.xhtml.hbs:2:1 extension-failed: The helper `shout` failed: Hoarse | Correct the extension, or build without it",
    ]);
    expect(checked.code).toBe(2);
    const without = await colophon(cwd, "check", "book", "--no-config", "--json");
    expect(diagnosticsOf(without)).toEqual([expect.stringContaining("bad-template")]);
    const missing = await colophon(cwd, "check", "book", "--config", "gone.mjs", "--json");
    expect(diagnosticsOf(missing)).toEqual([
      expect.stringContaining("bad-config: There is no file `gone.mjs`"),
    ]);
    expect(missing.code).toBe(2);
  });

  it("with a Markdown plugin that fails ends a check with its name", async () => {
    const cwd = await project({});
    const plugin = 'function stuck() { throw new Error("Stuck"); }';
    await writeFile(join(cwd, "plugins.mjs"), `export default { version: "1", markdown: [${plugin}] };`);
    const run = await colophon(cwd, "check", "book", "--config", "plugins.mjs", "--json");
    expect(diagnosticsOf(run), run.stderr + run.stdout).toEqual([
      expect.stringContaining("extension-failed: The Markdown plugin `stuck`"),
    ]);
  });
});
