import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { main } from "../../../src/cli/main.js";
import { publish } from "../epub/book.js";

const SECTION = { id: "c", title: "C", html: "<h1>C</h1><p>Text.</p>" };

async function run(argv: readonly string[], cwd: string) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await main(argv, {
    cwd,
    env: {},
    stdout: { write: (text) => out.push(text) },
    stderr: { write: (text) => err.push(text) },
    clock: () => 0,
    version: "0",
    build: () => Promise.reject(new Error("not a build")),
  });
  return { code, stdout: out.join(""), stderr: err.join("") };
}

async function folderWith(name: string, bytes: Uint8Array | string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "colophon-check-"));
  writeFileSync(join(folder, name), bytes);
  return folder;
}

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
});
