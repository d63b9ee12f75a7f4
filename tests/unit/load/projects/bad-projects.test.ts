/** What is wrong with a project is told in one message, and costs no more of the book than it must. */
import { symlink } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { folderWith, load, shown } from "../publication-folder.js";

const TEXTS = { "a.md": "# Ebb\n\nThe water falls.\n", "b.md": "# Flood\n\nThe water rises.\n" };
const BINARY = new Uint8Array(3000).map((_, index) => (index * 7) % 256);

async function told(folder: string) {
  const { publication, diagnostics } = await load(folder);
  const files = publication?.editions[0]?.sections.flatMap((each) => each.files) ?? [];
  return { files, diagnostics: shown(diagnostics) };
}

const NOTHING = [
  "publication-not-found: There is no publication in `{folder}` | Write a text there, or run colophon init in it",
];

describe("a folder without a text", () => {
  test.each<[string, Record<string, string | Uint8Array>]>([
    ["that is empty", {}],
    ["of images and programs", { "a.png": BINARY, "b.bin": BINARY, "c/d.jpg": BINARY }],
    ["with a folder that has the name of a text", { "book.md/a.png": BINARY }],
  ])("%s is told", async (_, files) => {
    const { diagnostics } = await told(await folderWith(files));
    expect(diagnostics.map((each) => each.replace(/ in `[^`]+`/, " in `{folder}`"))).toEqual(NOTHING);
  });
});

test.each(["book.toml", "moon.png", "config.ts"])(
  "a file that is no text and describes nothing is told: %s",
  async (name) => {
    const folder = await folderWith({ [name]: "[book]\n", ...TEXTS });
    expect((await told(join(folder, name))).diagnostics).toEqual([
      expect.stringMatching(
        /^publication-not-found: `.*` is not a publication \| Name its folder, or a text in Markdown$/,
      ),
    ]);
  },
);

test.each([
  ["my tides.docx", "pandoc 'my tides.docx' --wrap=none --extract-media=images -o 'my tides.md'"],
  ["tides.rst", "pandoc tides.rst --wrap=none --extract-media=images -o tides.md"],
])("a book of another program can be converted: %s", async (name, command) => {
  const folder = await folderWith({ [name]: BINARY });
  const hint = `Convert it to Markdown first: ${command}`;
  expect((await told(join(folder, name))).diagnostics).toEqual([expect.stringContaining(` | ${hint}`)]);
  expect((await told(folder)).diagnostics).toEqual([expect.stringContaining(` | ${hint}`)]);
});

test("a finished book can be checked", async () => {
  const folder = await folderWith({ "tides.epub": BINARY });
  expect((await told(join(folder, "tides.epub"))).diagnostics).toEqual([
    expect.stringContaining(" | Use colophon check to look at a finished file"),
  ]);
});

describe("settings that cannot be read", () => {
  test.each([
    ["_quarto.yml", "book: [title\nchapters:\n"],
    ["_quarto.yml", "book:\n\ttitle: Tides\n"],
    ["mkdocs.yml", "nav: {a: b\n"],
    ["_toc.yml", "root: 'a\n"],
    ["hugo.toml", "title = Tides\n"],
  ])("in %s are told once, and the book goes without", async (name, text) => {
    const content = { "_quarto.yml": "", "mkdocs.yml": "docs/", "_toc.yml": "", "hugo.toml": "content/" }[
      name
    ]!;
    const files = Object.entries(TEXTS).map(([file, words]) => [content + file, words]);
    const made = await told(await folderWith({ [name]: text, ...Object.fromEntries(files) }));
    expect(made.files).toEqual([`${content}a.md`, `${content}b.md`]);
    expect(made.diagnostics).toEqual([
      expect.stringMatching(new RegExp(`bad-settings: \`${name}\` cannot be read: .* \\| `)),
    ]);
  });
});

describe("a list of pages", () => {
  test.each([
    [
      "names a file that is not there",
      "[a.md, ebb.md, b.md]",
      "entry-left-out: “ebb.md” leads to `ebb.md`, which is not there,",
    ],
    [
      "names an image",
      "[a.md, moon.png, b.md]",
      "entry-left-out: “moon.png” leads to `moon.png`, which is not a Markdown file",
    ],
    ["names a folder", "[a.md, c.md, b.md]", "entry-left-out: “c.md” leads to `c.md`, which is not there,"],
  ])("that %s is told, and has the others", async (_, nav, message) => {
    const made = await told(
      await folderWith({
        "mkdocs.yml": `site_name: Tides\ntheme: { language: en }\ndocs_dir: .\nnav: ${nav}\n`,
        "moon.png": BINARY,
        "c.md/x.png": BINARY,
        ...TEXTS,
      }),
    );
    expect(made.files).toEqual(["a.md", "b.md"]);
    expect(made.diagnostics).toEqual([expect.stringContaining(message)]);
  });
});

describe("a symbolic link", () => {
  test("that leads out of a folder of texts is told, and its text is left out", async () => {
    const outside = await folderWith({ "secret.md": "# Secret\n\nNobody reads this.\n" });
    const folder = await folderWith(TEXTS);
    await symlink(join(outside, "secret.md"), join(folder, "c.md"));
    const made = await told(folder);
    expect(made.files).toEqual(["a.md", "b.md"]);
    expect(made.diagnostics).toEqual([
      "1:1 texts-left-out: `c.md` is left out: it is a link that leads out of the folder | Put the text itself in its place",
    ]);
  });

  test("to a text elsewhere in the project is that text, and one to a text beside it is nothing more", async () => {
    const folder = await folderWith({
      "mkdocs.yml": "site_name: Tides\ntheme: { language: en }\n",
      "docs/a.md": TEXTS["a.md"],
      "NEWS.md": "# News\n\nThe water rises.\n",
    });
    await symlink("../NEWS.md", join(folder, "docs/news.md"));
    await symlink("a.md", join(folder, "docs/ebb.md"));
    expect(await told(folder)).toEqual({ files: ["docs/a.md", "docs/news.md"], diagnostics: [] });
  });

  test("to what has no end is not read", async () => {
    const folder = await folderWith({ "SUMMARY.md": "- [Ebb](a.md)\n- [Zero](zero.md)\n", ...TEXTS });
    await symlink("/dev/zero", join(folder, "zero.md"));
    await symlink("/dev/zero", join(folder, "README.md"));
    const { diagnostics } = await told(folder);
    expect(diagnostics).toEqual([expect.stringMatching(/^2:3 path-outside: `zero.md` leads out/)]);
  });
});

describe("texts outside of the project", () => {
  test.each([
    ["mkdocs.yml", "site_name: Tides\nnav: [a.md, More: ../more/]\ndocs_dir: .\n"],
    ["mkdocs.yml", "site_name: Tides\ndocs_dir: ../more\n"],
    ["_toc.yml", "root: a\nchapters: [{ glob: ../more/* }]\n"],
    ["_quarto.yml", "book: { title: Tides, chapters: [a.md, ../more/*.md] }\n"],
  ])("are not looked at: %s %s", async (name, settings) => {
    const around = await folderWith({
      [`book/${name}`]: settings,
      "book/a.md": TEXTS["a.md"],
      "more/README.md": "# Secret\n\nNobody reads this.\n",
      "more/c.md": "# Another\n",
    });
    const { publication, diagnostics } = await load(join(around, "book"));
    expect(JSON.stringify([publication?.editions, diagnostics])).not.toMatch(/Secret|Another|README|c\.md/);
  });
});
