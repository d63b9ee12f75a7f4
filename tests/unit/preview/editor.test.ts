import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { editorAddress } from "../../../src/preview/client/server.js";
import { editorOf } from "../../../src/preview/editor.js";
import { temporaryFolders } from "../../support/temporary-folders.js";

const folders = temporaryFolders();
const place = { path: "/a book/one.md", line: 12, column: 3 };

/** The arguments that a stand-in for a program is started with. */
async function argumentsOf(program: string, options = ""): Promise<string[]> {
  const folder = await folders.make();
  const command = join(folder, program);
  const log = join(folder, "log");
  await writeFile(
    command,
    `#!/bin/sh\nfor a in "$@"; do printf '%s\\n' "$a"; done > '${log}.part'; mv '${log}.part' '${log}'\n`,
    {
      mode: 0o755,
    },
  );
  await editorOf(`"${command}" ${options}`, "linux")!.open(place);
  for (;;) {
    const text = await readFile(log, "utf8").catch(() => undefined);
    if (text !== undefined) return text.trimEnd().split("\n");
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

describe("an editor", () => {
  it.each([
    ["code", ["--goto", "/a book/one.md:12:3"]],
    ["subl", ["/a book/one.md:12:3"]],
    ["idea", ["--line", "12", "--column", "2", "/a book/one.md"]],
    ["gvim", ["+call cursor(12,3)", "/a book/one.md"]],
    ["emacsclient", ["-n", "+12:3", "/a book/one.md"]],
    ["kate", ["--line", "12", "--column", "3", "/a book/one.md"]],
  ])("%s is told the line and the column in its own way", async (program, expected) => {
    expect(await argumentsOf(program)).toEqual(expected);
  });

  it("keeps its options, but does not wait until the file is closed", async () => {
    expect(await argumentsOf("code", "--wait --reuse-window")).toEqual([
      "--reuse-window",
      "--goto",
      "/a book/one.md:12:3",
    ]);
  });

  it("that needs a terminal, or is none, is not opened from here", () => {
    for (const command of ["vim", "nano", "rm -rf /", "constructor", "", undefined]) {
      expect(editorOf(command, "linux")).toBeUndefined();
    }
  });

  it("that is not installed is a fault that can be told", async () => {
    await expect(editorOf("/nowhere/code", "linux")!.open(place)).rejects.toThrow(/ENOENT/);
  });

  it("has an address when the server cannot start it", () => {
    const source = { file: "content/what is #1?.md", line: 12, column: 3 };
    expect(editorAddress("/a book", source)).toBe(
      "vscode://file/a%20book/content/what%20is%20%231%3F.md:12:3",
    );
    expect(editorAddress("C:\\book", source)).toMatch(/^vscode:\/\/file\/C:\/book\//);
  });
});
