/** Patterns for publications, for shells that do not expand them. */
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import type { Diagnostic } from "../../../src/diagnostics/diagnostic.js";
import { requestedPublications } from "../../../src/load/publications.js";

async function found(...given: string[]): Promise<{ names: string[]; faults: Diagnostic[] }> {
  const cwd = await mkdtemp(join(tmpdir(), "colophon-patterns-"));
  onTestFinished(() => rm(cwd, { recursive: true, force: true }));
  const files = [
    "books/a/publication.yaml",
    "books/b/publication.yaml",
    "books/c/deep/publication.yaml",
    "books/md/SUMMARY.md",
    "books/notes/x.md",
    "books/.hidden/publication.yaml",
    "books/[x]/publication.yaml",
    "books/c/node_modules/p/publication.yaml",
    "tides/LANGS.md",
    "tides/README.md",
    "tides/fr/SUMMARY.md",
    "tides/en/chapter.md",
  ];
  const languages = "* [Français](fr/)\n* [English](./en/README.md)\n* [Deutsch](de)\n";
  for (const file of files) {
    await mkdir(dirname(join(cwd, file)), { recursive: true });
    await writeFile(join(cwd, file), file.endsWith("LANGS.md") ? languages : "");
  }
  const faults: Diagnostic[] = [];
  const paths = await requestedPublications(given, cwd, (each) => faults.push(each));
  return { names: paths.map((path) => path.slice(cwd.length + 1).replaceAll("\\", "/")), faults };
}

describe("a pattern", () => {
  test.each([
    ["books/*", ["books/[x]", "books/a", "books/b", "books/md"]],
    ["./books/?", ["books/a", "books/b"]],
    ["books/[!a]", ["books/b"]],
    ["books/{b,a}", ["books/a", "books/b"]],
    ["books/**", ["books/[x]", "books/a", "books/b", "books/c/deep", "books/md"]],
    ["**/deep", ["books/c/deep"]],
    [
      "books/*/publication.yaml",
      ["books/[x]/publication.yaml", "books/a/publication.yaml", "books/b/publication.yaml"],
    ],
    ["books/.*", ["books/.hidden"]],
    ["books/[x]", ["books/[x]"]],
  ])("%s matches publications by name, and nothing else", async (pattern, names) => {
    expect(await found(pattern)).toEqual({ names, faults: [] });
  });

  test("may stand beside paths and other patterns; each publication counts once", async () => {
    const { names } = await found("books/b", "books/[a-b]", "elsewhere");
    expect(names).toEqual(["books/b", "books/a", "elsewhere"]);
  });

  test("a folder that lists its languages stands for them", async () => {
    const names = ["tides/fr", "tides/en"];
    expect(await found("tides")).toEqual({ names, faults: [] });
    expect(await found("tides/en", "tides")).toEqual({ names: names.toReversed(), faults: [] });
  });

  test.each(["shelf/*", "books/x*", "books/[z-a]"])("%s that matches nothing is said to", async (pattern) => {
    const { faults } = await found(pattern);
    expect(faults).toMatchObject([
      { code: "publication-not-found", message: `No publication matches \`${pattern}\`` },
    ]);
  });
});

test("a folder that is no publication stands for the only one in it", async () => {
  expect((await found("books/c")).names).toEqual(["books/c/deep"]);
  expect((await found("books")).names).toEqual(["books"]);
  expect((await found("books/a")).names).toEqual(["books/a"]);
});
