/**
 * The points at which users add code of their own. Each test is a small extension of a kind that
 * people write: what the README says is what runs here.
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { MarkdownIt } from "markdown-it";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { findBrowser } from "../../../src/formats/pdf/paginate/browser/find.js";
import { build, check, type Extensions } from "../../../src/index.js";
import type { BuildResult } from "../../../src/model/build.js";
import { colophon, diagnosticsOf } from "../../support/command-line.js";
import { type Epub, readEpub } from "../../support/epub.js";
import { readPdf } from "../../support/pdf.js";
import { temporaryFolders } from "../../support/temporary-folders.js";

const folders = temporaryFolders();

const YAML = `title: Extended
language: en
date: 2026-01-01
bodymatter: [{ file: one.md }]
editions:
  print: { format: pdf, trim: a6 }
  ebook: { format: epub, page-source: none }
`;
const TEXT = "# One\n\nPress [[Ctrl+C]] to stop.\n";

beforeAll(async () => {
  // The browser that is unpacked already, not one more in the tests' own caches.
  vi.stubEnv("COLOPHON_BROWSER", (await findBrowser()).executablePath);
});
afterAll(() => void vi.unstubAllEnvs());

const book = (files: Readonly<Record<string, string>> = {}) =>
  folders.make({ "publication.yaml": YAML, "content/one.md": TEXT, ...files });

async function built(folder: string, extensions: Extensions, edition: string): Promise<BuildResult> {
  return build({
    publications: [folder],
    editions: [edition],
    out: join(folder, "out"),
    jobs: 1,
    extensions,
  });
}

function codes({ diagnostics }: BuildResult): string[] {
  return diagnostics.flatMap((each) => each.diagnostics.map(({ code, message }) => `${code}: ${message}`));
}

function sourcesOf({ names, read }: Epub): string {
  return names
    .filter((name) => /\.(?:xhtml|css)$/.test(name))
    .map(read)
    .join("\n");
}

async function ebookText(folder: string, extensions: Extensions): Promise<string> {
  const result = await built(folder, extensions, "ebook");
  expect(codes(result)).toEqual([]);
  const epub = await readEpub(await readFile(result.editions[0]!.path!));
  return sourcesOf(epub);
}

/** A plugin of markdown-it: `[[Ctrl+C]]` becomes keys to press. */
const keys: NonNullable<Extensions["markdown"]>[number] = (md) => {
  md.inline.ruler.before("link", "keys", (state, silent) => {
    const match = /^\[\[([^\]]+)\]\]/.exec(state.src.slice(state.pos));
    if (!match) return false;
    if (!silent) {
      state.push("kbd_open", "kbd", 1);
      state.push("text", "", 0).content = match[1]!;
      state.push("kbd_close", "kbd", -1);
    }
    state.pos += match[0].length;
    return true;
  });
};

describe("a plugin of markdown-it", () => {
  it("adds to the Markdown of the book", async () => {
    expect(await ebookText(await book(), { markdown: [keys] })).toContain("Press <kbd>Ctrl+C</kbd> to stop.");
  });

  it("may come with options", async () => {
    const folder = await book();
    const named = (md: MarkdownIt, { tag }: { tag: string }) =>
      void md.core.ruler.push("name", ({ tokens }) => {
        for (const token of tokens) if (token.type === "paragraph_open") token.attrSet("class", tag);
      });
    expect(await ebookText(folder, { markdown: [[named, { tag: "named" }]] })).toMatch(
      /<p [^>]*class="named\b/,
    );
  });

  it("does not get around the rules for manuscripts", async () => {
    const folder = await book();
    const unsafe: typeof keys = (md) => {
      md.renderer.rules.paragraph_open = () => '<p onclick="steal()"><script>steal()</script>';
    };
    const result = await built(folder, { markdown: [unsafe] }, "ebook");
    const epub = await readEpub(await readFile(result.editions[0]!.path!));
    expect(sourcesOf(epub)).not.toContain("steal");
  });

  it("that fails ends with a diagnostic, at once or on a text", async () => {
    const folder = await book();
    const atOnce: typeof keys = function broken() {
      throw new Error("No key\nat all");
    };
    const later: typeof keys = (md) => {
      md.core.ruler.push("later", () => {
        throw new Error("No key");
      });
    };
    expect(codes(await built(folder, { markdown: [atOnce] }, "ebook"))).toEqual([
      "extension-failed: The Markdown plugin `broken` failed: No key",
    ]);
    expect(codes(await built(folder, { markdown: [later] }, "ebook"))).toEqual([
      "extension-failed: The Markdown plugins failed on `content/one.md`: No key",
    ]);
  });
});

describe("a helper for templates", () => {
  const template = {
    "templates/epub/titlepage.xhtml.hbs":
      "{{#> document}}{{#> section}}<h1>{{shout metadata.title}}</h1>{{/section}}{{/document}}",
  };
  const yaml = {
    "publication.yaml": YAML.replace("bodymatter", "frontmatter: [{ role: titlepage }]\nbodymatter"),
  };

  it("is called with what the template gives it", async () => {
    const folder = await book({ ...template, ...yaml });
    const shout = (text: string) => `${text.toUpperCase()}!`;
    expect(await ebookText(folder, { helpers: { shout } })).toContain("EXTENDED!");
  });

  it("that fails ends with a diagnostic", async () => {
    const folder = await book({ ...template, ...yaml });
    const shout = () => {
      throw new Error("Hoarse");
    };
    expect(codes(await built(folder, { helpers: { shout } }, "ebook"))).toEqual([
      "extension-failed: The helper `shout` failed: Hoarse",
    ]);
  });

  it("cannot take the place of one that is there", async () => {
    expect(codes(await built(await book(), { helpers: { t: () => "" } }, "ebook"))).toEqual([
      "bad-extension: There is already a helper `t`",
    ]);
  });
});

/** A handler of Paged.js: the number of each page as a tally, for the thumb. */
const TALLY = `class Tally extends Paged.Handler {
  afterPageLayout(element, page) {
    const tally = document.createElement("div");
    tally.textContent = "tally " + "|".repeat(page.position + 1);
    tally.style.cssText = "position: absolute; top: 4mm; left: 4mm; font-size: 8px";
    element.append(tally);
  }
}
Paged.registerHandlers(Tally);`;

describe("a handler of Paged.js", () => {
  const textOf = async (result: BuildResult) => {
    const { pages } = await readPdf(new Uint8Array(await readFile(result.editions[0]!.path!)));
    return pages.flatMap((each) => each.texts.map(({ text }) => text)).join(" ");
  };

  it("changes pages, from a file or from its text", async () => {
    const folder = await book({ "tally.js": TALLY });
    const fromFile = await built(folder, { pagedHandlers: [join(folder, "tally.js")] }, "print");
    expect(codes(fromFile)).toEqual([]);
    expect(await textOf(fromFile)).toContain("tally |");
    const changed = { name: "marks.js", source: TALLY.replace('"tally "', '"marks "') };
    expect(await textOf(await built(folder, { pagedHandlers: [changed] }, "print"))).toContain("marks |");
    expect(await textOf(await built(folder, {}, "print"))).not.toContain("tally");
  });

  it.each([
    ["when it begins", "nothing.there();", "line 1: nothing is not defined"],
    [
      "on a page",
      "\nPaged.registerHandlers(class extends Paged.Handler {\n  afterPageLayout() { throw new Error('Torn'); }\n});",
      "line 3: Torn",
    ],
  ])("that fails %s ends with a diagnostic and its line", async (_, source, reason) => {
    const result = await built(await book(), { pagedHandlers: [{ name: "bad.js", source }] }, "print");
    expect(codes(result)).toEqual([`extension-failed: The Paged.js handler \`bad.js\` failed in ${reason}`]);
    expect(result.editions[0]!.status).toBe("failed");
  });

  it("that is not there, or no script, is named before anything is built", async () => {
    const pagedHandlers = ["/no/such.js", { name: "x.js", source: "import 'x'" }];
    const result = await built(await book(), { pagedHandlers }, "print");
    expect(codes(result).map((each) => each.slice(0, 58))).toEqual([
      "bad-extension: The Paged.js handler `/no/such.js` cannot b",
      "bad-extension: The Paged.js handler `x.js` is not a script",
    ]);
    expect(result.editions).toEqual([]);
  });
});

const HOUSE = {
  "package.json":
    '{ "name": "@press/house-theme", "version": "1.0.0", "colophon": { "extends": "technical" } }',
  "styles/epub.css": "p { color: #123456; }",
  "templates/epub/section.xhtml.hbs": `{{#> document}}{{#> section}}<hr class="house" />{{#each bodies}}{{{content}}}{{/each}}{{/section}}{{/document}}`,
};

function under(folder: string, files: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [join(folder, path), text]));
}

describe("a theme", () => {
  const themed = (theme: string) => ({ "publication.yaml": `theme: "${theme}"\n${YAML}` });

  it("is an npm package beside the publication, and extends a theme", async () => {
    const project = await folders.make({
      ...under("node_modules/@press/house-theme", HOUSE),
      ...under("book", { ...themed("@press/house-theme"), "content/one.md": TEXT }),
    });
    const text = await ebookText(join(project, "book"), {});
    expect(text).toContain("color: #123456");
    expect(text).toContain('<hr class="house"');
  });

  it("may be a folder of the publication, or one that the caller names", async () => {
    const own = await book({ ...themed("./themes/house"), ...under("themes/house", HOUSE) });
    expect(await ebookText(own, {})).toContain("color: #123456");
    const house = await folders.make(HOUSE);
    expect(await ebookText(await book(themed("house")), { themes: { house } })).toContain("color: #123456");
  });

  it("may extend a package that extends another, and the publication has the last word", async () => {
    const project = await folders.make({
      ...under("node_modules/@press/house-theme", HOUSE),
      ...under("node_modules/poems", {
        "package.json": '{ "name": "poems", "colophon": { "extends": "@press/house-theme" } }',
        "styles/epub.css": "p { color: #654321; }",
      }),
      ...under("book", {
        ...themed("poems"),
        "content/one.md": TEXT,
        "styles/epub.css": "p { color: #abcdef }",
      }),
    });
    const text = await ebookText(join(project, "book"), {});
    const places = ["#123456", "#654321", "#abcdef"].map((color) => text.indexOf(color));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(0);
  });

  it("that has changed is used at the next build", async () => {
    const files = { ...under("themes/house", HOUSE), ...themed("./themes/house") };
    const folder = await book(files);
    await ebookText(folder, {});
    const { writeFile } = await import("node:fs/promises");
    await writeFile(join(folder, "themes/house/styles/epub.css"), "p { color: #fedcba; }");
    expect(await ebookText(folder, {})).toContain("#fedcba");
  });

  it.each([
    ["that is not installed", "@press/other", {}, "unknown-theme: There is no theme `@press/other`"],
    ["outside of the publication", "./../x", {}, "unknown-theme: There is no theme `./../x`"],
    [
      "without files",
      "./themes/empty",
      { "themes/empty/x": "" },
      "bad-theme: The theme `./themes/empty` cannot be used: there is no",
    ],
    [
      "that extends itself",
      "loop",
      under("node_modules/loop", {
        "package.json": '{ "colophon": { "extends": "loop" } }',
        "styles/print.css": "",
      }),
      "bad-theme: The theme `loop` cannot be used: it extends a theme that extends it",
    ],
    [
      "that extends what is not there",
      "./themes/house",
      under("themes/house", { ...HOUSE, "package.json": '{ "colophon": { "extends": "nothing" } }' }),
      "bad-theme: The theme `./themes/house` cannot be used: it extends `nothing`",
    ],
  ])("%s is a diagnostic", async (_, theme, files, expected) => {
    const result = await built(await book({ ...themed(theme), ...files }), {}, "ebook");
    expect(codes(result)).toEqual([expect.stringContaining(expected)]);
  });
});

describe("the cache", () => {
  it("keeps editions of extensions with a version, for that version only", async () => {
    const folder = await book();
    let used = 0;
    const counting: typeof keys = (md) => {
      md.core.ruler.push("count", () => {
        used += 1;
      });
    };
    const times = async (version?: string) => {
      used = 0;
      const named = version === undefined ? {} : { version };
      // A new list each time, as in a new process: parsers are kept by the list they were made for.
      await built(folder, { ...named, markdown: [counting] }, "ebook");
      return used;
    };
    expect([await times("1"), await times("1"), await times("2")]).toEqual([1, 0, 1]);
    expect([await times(), await times()]).toEqual([1, 1]);
  });

  it("of a build without extensions is not changed by one with them", async () => {
    const folder = await book();
    const plain = await ebookText(folder, {});
    await ebookText(folder, { version: "1", markdown: [keys] });
    expect(await ebookText(folder, {})).toBe(plain);
  });
});

describe("a configuration file", () => {
  const CONFIG = `import { fileURLToPath } from "node:url";
export default {
  version: "1",
  markdown: [(md) => { md.core.ruler.push("x", ({ tokens }) => {
    for (const each of tokens) if (each.type === "paragraph_open") each.attrSet("class", "configured");
  }); }],
  themes: { house: "./house" },
};
`;
  const project = (files: Readonly<Record<string, string>> = {}) =>
    folders.make({
      "package.json": '{ "type": "module" }',
      ...under("house", HOUSE),
      ...under("book", { "publication.yaml": `theme: house\n${YAML}`, "content/one.md": TEXT }),
      ...files,
    });

  it("beside package.json where the user works is used, and said to be", async () => {
    const cwd = await project({ "colophon.config.js": CONFIG });
    const { code, stderr } = await colophon(cwd, "build", "book", "-e", "ebook");
    expect([code, stderr.split("\n")[0]]).toEqual([0, "Using colophon.config.js"]);
    const epub = await readEpub(await readFile(join(cwd, "dist/editions/book/ebook.epub")));
    expect(sourcesOf(epub)).toContain('class="configured ');
  });

  it("may have any name that the user gives, and may be left aside", async () => {
    const cwd = await project({ "press.config.js": CONFIG });
    expect(
      (await colophon(cwd, "build", "book", "-e", "ebook", "--config", "press.config.js", "-q")).code,
    ).toBe(0);
    const without = await colophon(cwd, "build", "book", "-e", "ebook", "--no-config", "--json");
    expect(diagnosticsOf(without)[0]).toContain("unknown-theme");
  });

  it("in the folder of a manuscript never runs", async () => {
    const trap = 'throw new Error("It ran")';
    const cwd = await folders.make({
      ...under("book", { "publication.yaml": YAML, "content/one.md": TEXT, "package.json": "{}" }),
      "book/colophon.config.js": trap,
      "colophon.config.js": trap,
    });
    expect((await colophon(cwd, "build", "book", "-e", "ebook", "-q")).code).toBe(0);
  });

  it.each([
    ["that is not there", "no.js", "bad-config: There is no file `no.js`"],
    ["that throws", "throws.mjs", "bad-config: `throws.mjs` fails: Error: Oh"],
    ["without a default export", "none.mjs", "bad-config: `none.mjs` has no default export with extensions"],
    [
      "with a misspelt key",
      "key.mjs",
      "bad-extension: There is no kind of extension `markdwn` | Did you mean `markdown`?",
    ],
    ["with a plugin that is none", "kind.mjs", "bad-extension: The extension `markdown.0` cannot be used"],
  ])("%s is a diagnostic", async (_, file, expected) => {
    const cwd = await project({
      "throws.mjs": 'throw new Error("Oh")',
      "none.mjs": "export const x = 1;",
      "key.mjs": "export default { markdwn: [] };",
      "kind.mjs": "export default { markdown: [7] };",
    });
    const run = await colophon(cwd, "build", "book", "--config", file, "--json");
    expect(run.code).toBe(2);
    expect(diagnosticsOf(run)).toEqual([expect.stringContaining(expected)]);
  });
});

describe("the library", () => {
  it("tells of its progress, and stops when it is told to", async () => {
    const folder = await book();
    const events: string[] = [];
    const request = {
      publications: [folder],
      editions: ["ebook"],
      out: join(folder, "out"),
      cache: "none",
    } as const;
    await build({ ...request, onProgress: ({ type }) => events.push(type) });
    expect(events[0]).toBe("edition-start");
    expect(events.at(-1)).toBe("edition-end");
    await expect(build({ ...request, signal: AbortSignal.abort(new Error("Enough")) })).rejects.toThrow(
      "Enough",
    );
    const controller = new AbortController();
    const stopped = build({
      ...request,
      editions: ["print"],
      signal: controller.signal,
      onProgress: (event) => {
        if (event.type === "stage" && event.stage === "paginate") controller.abort(new Error("Stop"));
      },
    });
    await expect(stopped).rejects.toThrow("Stop");
  });

  it("checks ebooks", async () => {
    const folder = await book();
    const { editions } = await built(folder, {}, "ebook");
    const [good, bad] = await check([editions[0]!.path!, join(folder, "publication.yaml")]);
    expect(good).toMatchObject({ path: editions[0]!.path!, diagnostics: [] });
    expect(bad!.diagnostics.some(({ severity }) => severity === "error")).toBe(true);
  });
});
