import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ExtensionError } from "../../../../src/extensions/fault.js";
import { TemplateError } from "../../../../src/theme/templates/template-faults.js";
import { loadTheme } from "../../../../src/theme/templates/templates.js";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "colophon-template-"));
});
afterEach(() => rmSync(root, { recursive: true }));

const PART = "templates/epub/part.xhtml.hbs";
const SEAL = "templates/partials/seal.hbs";

/** What rendering `part.xhtml` fails with: `file:line:column message`. */
function failure(files: Readonly<Record<string, string>>, data: Record<string, unknown> = {}): string {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  return thrown(() => loadTheme("novel", "epub", root).render("part.xhtml", { language: "en", ...data }));
}

function thrown(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    return `${relative(root, error.file)}:${error.line}:${error.column} ${error.message}`;
  }
  return "nothing";
}

describe("a mistake in a template of the publication is told with its place", () => {
  it.each([
    ["a block without an end", "<p>\n{{#if a}}\n</p>\n", /^4:1 The template cannot be read/],
    ["a tag without an end", "<p>\n{{title\n</p>", /^[23]:1 The template cannot be read/],
    [
      "a block that ends as another",
      "\n{{#if a}}x{{/each}}",
      /^2:4 The template fails: if doesn't match each/,
    ],
    [
      "a misspelt name",
      "<p>\n  {{titel}}\n</p>",
      /^2:5 The template names `titel`, which does not exist here/,
    ],
    [
      "a helper that does not exist",
      "\n {{shout title}}",
      /^2:4 The template names `shout`, which does not exist here/,
    ],
    ["a block helper that does not exist", "{{#shout 1}}x{{/shout}}", /^1:4 The template names `shout`/],
    [
      "a word that the book does not have",
      "\n\n  {{t 'nonsense'}}",
      /^3:3 The template fails: There is no word “nonsense”/,
    ],
    ["an argument too few", "\n{{#each}}x{{/each}}", /^2:1 The template fails: Must pass iterator to #each/],
    [
      "an argument too many",
      "{{#if 1 2}}x{{/if}}",
      /^1:1 The template fails: #if requires exactly one argument/,
    ],
    ["a list of people that is none", "\n{{names 5}}", /^2:1 The template fails: /],
    ["a partial that does not exist", "<p>\n  {{> seel}}", /^2:3 There is no partial `seel`/],
    ["a partial of a name that is computed", "{{> (t 'toc')}}", /^1:1 There is no partial `Contents`/],
  ])("%s", (_, text, expected) => {
    const told = failure({ [PART]: text, [SEAL]: "seal" });
    expect(told.startsWith(`${PART}:`), told).toBe(true);
    expect(told.slice(PART.length + 1)).toMatch(expected);
  });

  it("in a partial, with the place in the partial", () => {
    const told = failure({ [PART]: "{{> seal}}", [SEAL]: "one\n{{nothing}}\n" });
    expect(told).toBe(`${SEAL}:2:3 The template names \`nothing\`, which does not exist here`);
    expect(failure({ [PART]: "{{> seal}}", [SEAL]: "one\n{{#if}}\n" })).toMatch(`${SEAL}:`);
  });

  it("in what a template gives to a partial of the program, with its own place", () => {
    const told = failure({ [PART]: "{{#> document}}\n{{nothing}}{{/document}}" }, { title: "T" });
    expect(told).toBe(`${PART}:2:3 The template names \`nothing\`, which does not exist here`);
  });

  it("in a partial that includes itself for ever", () => {
    const told = failure({ [PART]: "{{> seal}}", [SEAL]: "{{> seal}}" });
    expect(told).toBe(`${SEAL}:1:1 The template includes itself without an end`);
  });

  it("in a file that cannot be read", () => {
    mkdirSync(join(root, "templates/epub"), { recursive: true });
    symlinkSync(join(root, "gone.hbs"), join(root, PART));
    expect(thrown(() => loadTheme("novel", "epub", root))).toBe(
      `${PART}:1:1 The template cannot be read: no such file or directory`,
    );
  });

  it("with the name that was perhaps meant", () => {
    mkdirSync(join(root, "templates/partials"), { recursive: true });
    mkdirSync(join(root, "templates/epub"), { recursive: true });
    writeFileSync(join(root, SEAL), "seal");
    writeFileSync(join(root, PART), "{{> seel}}");
    expect(() => loadTheme("novel", "epub", root).render("part.xhtml", { language: "en" })).toThrow(
      expect.objectContaining({ hint: "Did you mean `seal`?" }),
    );
  });
});

describe("a helper of the user's that throws", () => {
  it("is named with the place that called it", () => {
    mkdirSync(join(root, "templates/epub"), { recursive: true });
    writeFileSync(join(root, PART), "<p>\n {{shout}}</p>");
    const helpers = {
      shout: () => {
        throw new Error("Hoarse");
      },
    };
    const theme = loadTheme("novel", "epub", root, { helpers });
    let failed: unknown;
    try {
      theme.render("part.xhtml", { language: "en" });
    } catch (error) {
      failed = error;
    }
    expect(failed).toBeInstanceOf(ExtensionError);
    expect(failed).toMatchObject({
      message: "The helper `shout` failed: Hoarse",
      calledAt: { file: join(root, PART), line: 2, column: 2 },
    });
  });
});
