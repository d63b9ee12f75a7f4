import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { main } from "../../../src/cli/main.js";
import { assemble } from "../../../src/formats/pdf/assemble/assemble.js";
import type { BuildRequest, BuildResult } from "../../../src/model/build.js";
import { temporaryFolders } from "../../support/temporary-folders.js";
import { PIXEL, publish } from "../formats/epub/book.js";
import { book } from "../formats/pdf/assemble/book.js";

const SECTION = { id: "c", title: "C", html: "<h1>C</h1><p>Text.</p>" };

const NO_BUILD = (_: BuildRequest): Promise<BuildResult> => Promise.reject(new Error("not a build"));

async function run(argv: readonly string[], cwd: string, build = NO_BUILD) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await main(argv, {
    cwd,
    env: {},
    stdout: { write: (text) => out.push(text) },
    stderr: { write: (text) => err.push(text) },
    clock: () => 0,
    version: "0",
    build,
  });
  return { code, stdout: out.join(""), stderr: err.join("") };
}

const folders = temporaryFolders();
const folderWith = (name: string, bytes: Uint8Array | string) => folders.make({ [name]: bytes });

describe("colophon check", () => {
  it("ends with 0 and says so when an ebook is in order", async () => {
    const folder = await folderWith("a.epub", (await publish({ sections: [SECTION] })).bytes);
    expect(await run(["check", "a.epub"], folder)).toEqual({
      code: 0,
      stdout: "a.epub  nothing found\n",
      stderr: "",
    });
  });

  it("ends with 1 and names file, place and rule of what is wrong", async () => {
    const { zip } = await publish({ sections: [SECTION] });
    zip.remove("EPUB/styles/book.css");
    const folder = await folderWith("a.epub", await zip.generateAsync({ type: "uint8array" }));
    const { code, stderr } = await run(["check", "a.epub"], folder);
    expect(code).toBe(1);
    expect(stderr).toMatch(/error {2}epub-invalid {2}a\.epub: EPUB\/.*book\.css.*EPUBCheck RSC-001/);
  });

  it("ends with 2 when there is no such file", async () => {
    const folder = await folderWith("a.epub", "");
    expect(await run(["check", "b.epub"], folder)).toMatchObject({ code: 2 });
  });

  it("gives everything as JSON for programs", async () => {
    const folder = await folderWith("a.epub", "no archive");
    const { code, stdout } = await run(["check", "a.epub", "--json"], folder);
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: { code: string; publication: string }[] };
    expect(code).toBe(1);
    expect(diagnostics[0]).toMatchObject({ code: "epub-invalid", publication: "a.epub" });
  });

  it("takes a PDF for a PDF and an archive for an ebook, whatever they are called", async () => {
    const folder = await folderWith("a.bin", (await publish({ sections: [SECTION] })).bytes);
    writeFileSync(join(folder, "b.bin"), (await assemble(book())).bytes);
    expect(await run(["check", "a.bin", "b.bin"], folder)).toEqual({
      code: 0,
      stdout: "a.bin  nothing found\nb.bin  nothing found\n",
      stderr: "",
    });
  });

  it("ends with 2 for a file that is neither", async () => {
    const folder = await folderWith("a.txt", "text");
    const { code, stderr } = await run(["check", "a.txt"], folder);
    expect(code).toBe(2);
    expect(stderr).toContain("neither a PDF nor an EPUB");
  });

  it("finds images in an ebook that cannot be read", async () => {
    const { zip } = await publish({ sections: [SECTION] });
    zip.file("EPUB/images/broken.png", PIXEL.subarray(0, 40));
    const folder = await folderWith("a.epub", await zip.generateAsync({ type: "uint8array" }));
    const { code, stderr } = await run(["check", "a.epub"], folder);
    expect(code).toBe(1);
    expect(stderr).toContain("epub-image-damaged  a.epub: EPUB/images/broken.png: The image cannot be read");
  });

  it("goes by levels, of codes and of kinds", async () => {
    const { zip } = await publish({ sections: [SECTION] });
    zip.file(
      "EPUB/c.xhtml",
      (await zip.file("EPUB/c.xhtml")!.async("string")).replace(/ (xml:)?lang="en"/g, ""),
    );
    const folder = await folderWith("a.epub", await zip.generateAsync({ type: "uint8array" }));
    const check = async (...options: string[]) => (await run(["check", "a.epub", ...options], folder)).code;
    expect(await check()).toBe(0);
    expect(await check("--strict")).toBe(1);
    expect(await check("--level", "epub-accessibility=error")).toBe(1);
    expect(await check("--strict", "--level", "epub-accessibility=off")).toBe(0);
    expect(await check("--level", "ebook=error")).toBe(1);
    expect(await check("--level", "pdf-damaged=off")).toBe(2);
  });

  it("reports to build servers as a build does", async () => {
    const folder = await folderWith("a.epub", "no archive");
    await run(["check", "a.epub", "--report", "junit=j.xml"], folder);
    expect(readFileSync(join(folder, "j.xml"), "utf8")).toContain(
      '<testsuite name="a.epub" tests="1" failures="1"',
    );
  });
});

describe("colophon check on a publication", () => {
  const YAML = "title: T\nlanguage: en\ndate: 2026\nbodymatter: [{ file: a.md }]\n";

  const folder = (markdown: string, more = "") =>
    folders.make({ "book/publication.yaml": YAML + more, "book/content/a.md": markdown });

  it("finds what is wrong with links, images and ebooks, without a browser, and writes nothing", async () => {
    const made = await folder("# A\n\n[x](gone.md) ![](gone.png)\n");
    const { code, stdout } = await run(["check", "book", "--json", "--strict"], made);
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: { code: string; line: number }[] };
    expect(diagnostics.map((each) => `${each.line} ${each.code}`).sort()).toEqual([
      "3 broken-link",
      "3 missing-image",
    ]);
    expect(code).toBe(1);
    expect((await run(["check", "book"], made)).code).toBe(0);
    expect(readdirSync(made)).toEqual(["book"]);
  });

  it("goes by the levels of the publication, and then by those of the command line", async () => {
    const text = "# A\n\n<script>x</script>\n";
    const check = async (more: string, ...options: string[]) =>
      (await run(["check", "book", ...options], await folder(text, more))).code;
    expect(await check("")).toBe(0);
    expect(await check("diagnostics: { unsafe-html: error }\n")).toBe(1);
    expect(await check("diagnostics: { unsafe-html: error }\n", "--level", "unsafe-html=off")).toBe(0);
    expect(await check("", "--strict")).toBe(1);
    expect(await check("diagnostics: { unsafe-html: warning }\n", "--strict")).toBe(0);
  });

  it("says so when nothing is wrong", async () => {
    expect(await run(["check", "book"], await folder("# A\n\nText.\n"))).toEqual({
      code: 0,
      stdout: "book  nothing found\n",
      stderr: "",
    });
  });

  it("asks for a build that publishes nothing when pages are to be laid out", async () => {
    const requests: BuildRequest[] = [];
    const made = await folder("# A\n");
    const { code } = await run(["check", "book", "--layout", "--strict"], made, async (request) => {
      requests.push(request);
      return { editions: [], diagnostics: [] };
    });
    expect(code).toBe(0);
    expect(requests).toMatchObject([{ publish: "never", strictness: "strict" }]);
  });
});
