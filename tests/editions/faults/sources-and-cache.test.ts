/** Sources that change under a build, and caches that are damaged, closed or shared: a right edition, or a word. */
import { chmod, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, describe, expect, test, vi } from "vitest";
import { build } from "../../support/program.js";
import { temporaryFolders } from "../../support/temporary-folders.js";

const folders = temporaryFolders();
const YAML = `title: A Book
language: en
date: 2026
bodymatter: [{ file: one.md }]
editions: { ebook: { format: epub } }
`;
const FILES = { "book/publication.yaml": YAML, "book/content/one.md": "# One\n\nThe old text.\n" };

afterEach(() => void vi.unstubAllEnvs());

async function project() {
  const folder = await folders.make(FILES);
  vi.stubEnv("COLOPHON_CACHE", join(folder, "cache"));
  return folder;
}

async function built(folder: string, onPackage?: () => Promise<void>, out = "out") {
  let done: Promise<void> | undefined;
  const { editions, diagnostics } = await build({
    publications: [join(folder, "book")],
    out: join(folder, out),
    jobs: 1,
    onProgress: (event) => {
      if (event.type === "stage" && event.stage === "package") done ??= onPackage?.();
    },
  });
  await done;
  const path = editions[0]?.path;
  return {
    bytes: path === undefined ? undefined : await readFile(path),
    codes: diagnostics.flatMap((each) => each.diagnostics.map(({ code }) => code)),
  };
}

describe("a source that changes while the edition is made", () => {
  test.each([
    ["text", "content/one.md", "# One\n\nThe new text.\n"],
    ["publication file", "publication.yaml", YAML.replace("A Book", "Another Book")],
    ["style", "styles/epub.css", "p { color: red }"],
  ])("is told, and the next build has it: a %s", async (_, name, content) => {
    const folder = await project();
    await mkdir(join(folder, "book", "styles"));
    const first = await built(folder, () => writeFile(join(folder, "book", name), content));
    expect(first.codes).toEqual(["source-changed"]);
    const second = await built(folder);
    expect(second.codes).toEqual([]);
    vi.stubEnv("COLOPHON_CACHE", join(folder, "another"));
    expect((await built(folder)).bytes?.equals(second.bytes!)).toBe(true);
  });
});

describe("a cache", () => {
  test("with random bytes in every entry is as good as none", async () => {
    const folder = await project();
    const { bytes } = await built(folder);
    const entries = await readdir(join(folder, "cache"), { recursive: true, withFileTypes: true });
    const files = entries.filter((each) => each.isFile()).map((each) => join(each.parentPath, each.name));
    expect(files.length).toBeGreaterThan(0);
    for (const [index, file] of files.entries()) {
      const content = await readFile(file);
      for (let at = index % 7; at < content.length; at += 97) content[at] = content[at]! ^ 0xff;
      await writeFile(file, content);
    }
    expect(await built(folder)).toEqual({ bytes, codes: [] });
  });

  test("with entries that are cut short is as good as none", async () => {
    const folder = await project();
    const { bytes } = await built(folder);
    const entries = await readdir(join(folder, "cache"), { recursive: true, withFileTypes: true });
    for (const { parentPath, name } of entries.filter((each) => each.isFile())) {
      await writeFile(join(parentPath, name), "");
    }
    expect(await built(folder)).toEqual({ bytes, codes: [] });
  });

  test("that is a file, or in a folder that cannot be written to, is done without", async () => {
    const folder = await project();
    const { bytes } = await built(folder);
    await writeFile(join(folder, "file"), "");
    vi.stubEnv("COLOPHON_CACHE", join(folder, "file"));
    expect(await built(folder)).toEqual({ bytes, codes: [] });
    await mkdir(join(folder, "closed"));
    await chmod(join(folder, "closed"), 0o500);
    vi.stubEnv("COLOPHON_CACHE", join(folder, "closed", "cache"));
    expect(await built(folder)).toEqual({ bytes, codes: [] });
  });

  test("that several builds use at once gives each the same edition", async () => {
    const folder = await project();
    const builds = await Promise.all(["a", "b", "c", "d"].map((out) => built(folder, undefined, out)));
    for (const { bytes, codes } of builds) {
      expect(codes).toEqual([]);
      expect(bytes?.equals(builds[0]!.bytes!)).toBe(true);
    }
  });
});
