/** A new publication: what it asks, what it writes, and that what it writes builds without a warning. */
import { mkdir, readdir, readFile, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { describe, expect, it } from "vitest";
import { composeEdition, readSources } from "../../../src/build/sources.js";
import { main } from "../../../src/cli/main.js";
import type { Diagnostic } from "../../../src/diagnostics/diagnostic.js";
import { machineLanguage, titleFromFolder } from "../../../src/init/defaults.js";
import { schemaAddress } from "../../../src/init/schema-address.js";
import { BOOK_THEMES } from "../../../src/load/editions/themes.js";
import { loadPublication } from "../../../src/load/load.js";
import { colophon, diagnosticsOf } from "../../support/command-line.js";
import { temporaryFolders } from "../../support/temporary-folders.js";

const folders = temporaryFolders();
const NAMED = ["--title", "A Book", "--author", "Ada Example"];

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((each) => each.isFile())
    .map((each) => join(each.parentPath, each.name).slice(folder.length + 1))
    .sort();
}

/** Everything that reading and composing all editions finds. */
async function found(folder: string): Promise<Diagnostic[]> {
  const diagnostics: Diagnostic[] = [];
  const publication = await loadPublication(folder, (each) => diagnostics.push(each));
  const sources = await readSources(publication!, publication!.editions);
  for (const edition of publication!.editions) {
    diagnostics.push(...(await composeEdition(sources, edition)).diagnostics);
  }
  return diagnostics;
}

/** Answers the questions on a terminal; each answer is typed when its question has been asked. */
async function onTerminal(cwd: string, argv: string[], answers: readonly string[]) {
  const stdin = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => undefined });
  const shown = { stdout: "", stderr: "" };
  const waiting = [...answers];
  const code = await main(["init", ...argv], {
    cwd,
    env: { LANG: "de_DE.UTF-8", PATH: process.env.PATH, HOME: cwd },
    stdin,
    stdout: { write: (text) => (shown.stdout += text) },
    stderr: {
      isTTY: true,
      write: (text) => {
        shown.stderr += text;
        if (/: $/.test(text) && waiting.length > 0) setImmediate(() => stdin.write(waiting.shift()!));
      },
    },
    clock: () => 0,
    version: "0",
    build: () => Promise.reject(new Error("nothing is built")),
  });
  return { code, ...shown };
}

describe("a new publication", () => {
  const cases = [...BOOK_THEMES, "screenplay"].flatMap((theme) =>
    ["en", "fr", "de", "es", "it", "pt"].map((tag) => [theme, tag]),
  );

  it.each(cases)("with the theme %s in %s is composed without a warning", async (theme, language) => {
    const cwd = await folders.make();
    const { code } = await colophon(
      cwd,
      "init",
      "book",
      ...NAMED,
      "--theme",
      theme!,
      "--language",
      language!,
    );
    expect(code).toBe(0);
    expect(await found(join(cwd, "book"))).toEqual([]);
  });

  it("teaches headings, figures, notes, references and callouts", async () => {
    const cwd = await folders.make();
    await colophon(cwd, "init", "book", ...NAMED);
    const text = (
      await Promise.all(
        ["1-writing.md", "2-figures.md"].map((file) => readFile(join(cwd, "book/content", file), "utf8")),
      )
    ).join("");
    for (const taught of ["# ", "## ", "![", "[^", "@fig-", "::: note", "{.page}"])
      expect(text).toContain(taught);
  });

  it.each(['He said: "No"', "- 1", "#1", "2026", "It's", "%title% %year%", "*x*", "ז {a: b}", "null"])(
    "may have the title %s",
    async (title) => {
      const cwd = await folders.make();
      await colophon(cwd, "init", "book", "--title", title, "--author", title);
      const publication = await loadPublication(join(cwd, "book"), (each) => expect(each).toBeUndefined());
      expect(publication!.editions[0]!.metadata.title).toBe(title);
      expect(publication!.editions[0]!.metadata.contributors[0]!.name).toBe(title);
    },
  );

  it("comes with its schema for editors", async () => {
    const cwd = await folders.make({ "node_modules/colophon/dist/lib/publication.schema.json": "{}" });
    await colophon(cwd, "init", "book", ...NAMED);
    const [first] = (await readFile(join(cwd, "book/publication.yaml"), "utf8")).split("\n");
    expect(first).toBe(
      "# yaml-language-server: $schema=../node_modules/colophon/dist/lib/publication.schema.json",
    );
    expect(schemaAddress("/no/such/place")).toBe("node_modules/colophon/dist/lib/publication.schema.json");
  });

  it.each([
    [
      "hu",
      "The texts to begin with are in English. For Hungarian, Colophon has the book's own words, quotation marks and hyphens.",
    ],
    ["ja", "For Japanese, Colophon has the book's own words."],
    ["cy", "For Welsh, Colophon has quotation marks and hyphens."],
    ["tlh", "For Klingon, Colophon has nothing."],
  ])("says what is known of a language that has no texts: %s", async (language, note) => {
    const cwd = await folders.make();
    const { stdout } = await colophon(cwd, "init", "book", ...NAMED, "--language", language);
    expect(stdout).toContain(note);
    expect((await colophon(cwd, "init", "other", ...NAMED, "--language", "fr-CA")).stdout).not.toContain(
      "The texts",
    );
  });

  it("ends with the commands to type next", async () => {
    const cwd = await folders.make();
    const { stdout } = await colophon(cwd, "init", "my-book", ...NAMED);
    expect(stdout).toMatch(/Next:\n {2}cd my-book\n {2}colophon preview\n {2}colophon build\n$/);
  });
});

describe("a file that is there already", () => {
  it("is named, and nothing is written", async () => {
    const cwd = await folders.make({ "book/publication.yaml": "mine", "book/content/1-writing.md": "mine" });
    const run = await colophon(cwd, "init", "book", "--json", ...NAMED);
    expect(run.code).toBe(2);
    expect(diagnosticsOf(run).map((each) => each.split(" | ")[0])).toEqual([
      "file-exists: `publication.yaml` already exists",
      "file-exists: `content/1-writing.md` already exists",
    ]);
    expect(await filesIn(join(cwd, "book"))).toEqual(["content/1-writing.md", "publication.yaml"]);
    expect(await readFile(join(cwd, "book/publication.yaml"), "utf8")).toBe("mine");
  });

  it("may be a link that leads nowhere", async () => {
    const cwd = await folders.make();
    await symlink("/no/such/file", join(cwd, "publication.yaml"));
    expect((await colophon(cwd, "init", ".", ...NAMED)).code).toBe(2);
    expect(await filesIn(cwd)).toEqual([]);
  });

  it("is no obstacle when it is a .gitignore, which stays as it is", async () => {
    const cwd = await folders.make({ ".gitignore": "node_modules/\n" });
    const { code, stderr } = await colophon(cwd, "init", ".", ...NAMED);
    expect(code).toBe(0);
    expect(stderr).toContain("file-kept");
    expect(await readFile(join(cwd, ".gitignore"), "utf8")).toBe("node_modules/\n");
  });

  it("in the place of a folder ends with a diagnostic, and takes back what was written", async () => {
    const cwd = await folders.make({ "book/content": "a file" });
    const { code, stderr } = await colophon(cwd, "init", "book", ...NAMED);
    expect([code, await filesIn(join(cwd, "book"))]).toEqual([2, ["content"]]);
    expect(stderr).toContain("`content` already exists");
  });
});

describe("without a terminal", () => {
  it("a title is wanted, or a yes", async () => {
    const cwd = await folders.make();
    const { code, stderr } = await colophon(cwd, "init", "book");
    expect(code).toBe(2);
    expect(stderr).toContain("missing-answer");
    await colophon(cwd, "init", "my-first_book", "--yes");
    expect(await readFile(join(cwd, "my-first_book/publication.yaml"), "utf8")).toContain(
      "title: My first book",
    );
  });

  it("a wrong language or theme is refused before anything is written", async () => {
    const cwd = await folders.make();
    const language = await colophon(cwd, "init", ".", ...NAMED, "--language", "french");
    expect([language.code, language.stderr]).toEqual([2, expect.stringContaining("did you mean `fr`?")]);
    expect((await colophon(cwd, "init", ".", ...NAMED, "--theme", "novle")).code).toBe(2);
    expect(await filesIn(cwd)).toEqual([]);
  });
});

describe("on a terminal", () => {
  it("it asks for what the options do not say, again when an answer is wrong, and shows what it will do", async () => {
    const cwd = await folders.make();
    await mkdir(join(cwd, "buch"));
    await writeFile(join(cwd, "buch/notes.txt"), "");
    const answers = ["Mein Buch\n", "Ada\n", "french\n", "\n", "magazine\n", "y\n"];
    const { code, stderr } = await onTerminal(cwd, ["buch"], answers);
    expect(code).toBe(0);
    expect(stderr).toContain("Title (Buch): ");
    expect(stderr).toContain("did you mean `fr`?");
    expect(stderr).toContain("This will be written to");
    const text = await readFile(join(cwd, "buch/publication.yaml"), "utf8");
    expect(text).toMatch(/^title: Mein Buch$/m);
    expect(text).toMatch(/^language: de /m);
    expect(text).toMatch(/^theme: magazine /m);
  });

  it("nothing is written after a no, or when the person goes away", async () => {
    const cwd = await folders.make();
    const options = [...NAMED, "--language", "en", "--theme", "novel"];
    expect((await onTerminal(cwd, options, ["n\n"])).code).toBe(130);
    expect((await onTerminal(cwd, options, ["\u0003"])).code).toBe(130);
    expect(await filesIn(cwd)).toEqual([]);
  });
});

describe("suggestions", () => {
  it("come from the folder's name and the machine's language", () => {
    expect(titleFromFolder("/home/ada/my-first-book")).toBe("My first book");
    expect(machineLanguage({ LANG: "fr_FR.UTF-8" })).toBe("fr");
    expect(machineLanguage({ LC_ALL: "en_GB", LANG: "fr_FR" })).toBe("en-GB");
    expect(machineLanguage({ LANG: "C.UTF-8" })).toBe("en");
    expect(machineLanguage({})).toBe("en");
  });
});
