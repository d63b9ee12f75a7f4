/** Completion as shells ask for it, and the scripts in the shells that are installed. */
import { execFile } from "node:child_process";
import { chmod } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { SHELL_SCRIPTS } from "../../../src/completion/scripts.js";
import { colophon } from "../../support/command-line.js";
import { temporaryFolders } from "../../support/temporary-folders.js";

const folders = temporaryFolders();
const BOOK = `title: A
language: en
date: 2026
bodymatter: [{ file: one.md }]
editions:
  paperback: { format: pdf }
  pocket: { format: pdf }
  ebook: { format: epub }
`;

function project(): Promise<string> {
  return folders.make({
    "content/my-book/publication.yaml": BOOK,
    "content/my-book/content/one.md": "# One",
    "content/other/publication.yaml": BOOK.replace("paperback", "hardback"),
    "content/other/content/one.md": "# One",
  });
}

async function offered(cwd: string, ...words: string[]): Promise<string[]> {
  const { stdout } = await colophon(cwd, "__complete", "--", ...words);
  return stdout
    .trimEnd()
    .split("\n")
    .map((line) => line.split("\t")[0]!);
}

describe("completion offers", () => {
  it("the commands that the help shows, and no hidden one", async () => {
    const names = await offered("/", "");
    const { stdout } = await colophon("/", "--help");
    const helped = [
      ...stdout
        .split("Commands:")[1]!
        .split("Examples:")[0]!
        .matchAll(/^ {2}([a-z]+) /gm),
    ];
    expect(names.slice(0, -1)).toEqual(helped.map((match) => match[1]));
    expect(names).not.toContain("__complete");
  });

  it("the options of the command at hand", async () => {
    expect(await offered("/", "build", "--no")).toEqual(["--no-cache", "--no-config", ":none"]);
    expect(await offered("/", "cache", "prune", "--max")).toEqual(["--max-size", "--max-age", ":none"]);
  });

  it("the choices of an argument", async () => {
    expect(await offered("/", "completion", "")).toEqual(["bash", "zsh", "fish", ":none"]);
  });

  it("the publications of the project, and folders", async () => {
    expect(await offered(await project(), "build", "")).toEqual([
      "content/my-book",
      "content/other",
      ":folders",
    ]);
  });

  it("the editions of the publication that is named, else of all", async () => {
    const cwd = await project();
    expect(await offered(cwd, "build", "content/my-book", "--edition", "p")).toEqual([
      "paperback",
      "pocket",
      ":none",
    ]);
    expect(await offered(cwd, "build", "-e", "h")).toEqual(["hardback", ":none"]);
    expect(await offered(cwd, "build", "--edition=h")).toEqual(["--edition=hardback", ":none"]);
    expect(await offered(cwd, "build", "--edition", "=", "h")).toEqual(["hardback", ":none"]);
  });

  it("files where a command wants files", async () => {
    expect(await offered("/", "check", "")).toEqual([":files"]);
    expect(await offered("/", "build", "--out", "")).toEqual([":folders"]);
  });

  it("nothing for what nothing is known of", async () => {
    expect(await offered("/", "build", "--jobs", "")).toEqual([":none"]);
    expect(await offered("/", "completion", "bash", "")).toEqual([":none"]);
  });
});

/** A stand-in for the program that answers like it and needs no compiled code. */
const STAND_IN = `#!/bin/sh
[ "$1" = __complete ] || exit 1
shift 2
for last; do :; done
case "$last" in
  bu*) printf 'build\\tpublish\\n:none\\n' ;;
  --*) printf -- '--edition\\tone only\\n:none\\n' ;;
  my*) printf 'my book\\t\\n:folders\\n' ;;
  *) printf ':files\\n' ;;
esac
`;

async function inShell(shell: string, flags: string[], script: string): Promise<string[]> {
  const cwd = await folders.make({ "bin/colophon": STAND_IN, "my folder/x": "", "ebook.epub": "" });
  await chmod(join(cwd, "bin/colophon"), 0o755);
  const env = { ...process.env, PATH: `${join(cwd, "bin")}:${process.env.PATH}` };
  const { stdout } = await promisify(execFile)(shell, [...flags, script], { cwd, env });
  return stdout.trimEnd().split("\n");
}

const ask = (...words: string[]) => `${SHELL_SCRIPTS.bash}
COMP_WORDS=(${words.map((word) => `'${word}'`).join(" ")})
COMP_CWORD=${words.length - 1}
_colophon
printf '%s\\n' "\${COMPREPLY[@]}"`;

describe("the script for bash", { tags: "bash" }, () => {
  const bash = (...words: string[]) => inShell("bash", ["--norc", "-c"], ask("colophon", ...words));

  it("completes commands and options", async () => {
    expect(await bash("bu")).toEqual(["build"]);
    expect(await bash("build", "--e")).toEqual(["--edition"]);
  });

  it("completes names with spaces, and folders beside them", async () => {
    expect(await bash("build", "my")).toEqual(["my\\ book", "my folder"]);
  });

  it("completes files where the program says so", async () => {
    expect(await bash("check", "e")).toEqual(["ebook.epub"]);
  });
});

describe("the script for zsh", { tags: "zsh" }, () => {
  it("is understood by zsh", async () => {
    const text = `autoload -U compinit; compinit -u -D; ${SHELL_SCRIPTS.zsh}; print -r -- $_comps[colophon]`;
    expect(await inShell("zsh", ["-f", "-c"], text)).toEqual(["_colophon"]);
  });
});

describe("the script for fish", { tags: "fish" }, () => {
  it("completes commands", async () => {
    const text = `${SHELL_SCRIPTS.fish}\ncomplete -C 'colophon bu'`;
    expect(await inShell("fish", ["--no-config", "-c"], text)).toEqual(["build\tpublish"]);
  });
});
