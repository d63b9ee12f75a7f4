import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import type { Diagnostic } from "../../../../src/diagnostics/diagnostic.js";
import { limitsFrom } from "../../../../src/model/limits.js";
import { readStyles } from "../../../../src/theme/styles/read-styles.js";
import { TemplateError } from "../../../../src/theme/templates/template-faults.js";
import { templatePictures } from "../../../../src/theme/templates/template-pictures.js";
import { loadTheme } from "../../../../src/theme/templates/templates.js";
import { temporaryFolders } from "../../../support/temporary-folders.js";

const folders = temporaryFolders();
const require = createRequire(import.meta.url);
const fontFile = (name: string) => require.resolve(`@fontsource/newsreader/files/newsreader-latin-${name}`);
const VARIABLE = "@fontsource-variable/noto-serif-jp/files/noto-serif-jp-latin-wght-normal.woff2";
/** One red dot. */
const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC",
  "base64",
);

let root: string;
let told: Diagnostic[];

beforeEach(async () => {
  root = await folders.make();
  told = [];
});

function put(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
}

const read = (dress: "print" | "epub" = "print") =>
  readStyles({
    places: { theme: "technical", root },
    dress,
    addressOf: (name) => `theme/${name}`,
    report: (each) => told.push(each),
  });

/** `file:line:column code` of what was told. */
const places = () => told.map(({ code, location: at }) => `${at?.file}:${at?.line}:${at?.column} ${code}`);

describe("imports", () => {
  test("stand in their place, in a chain, under their conditions", async () => {
    put(
      "styles/print.css",
      '@import "./a.css";\n@import url(sub/b.css) layer(x) supports(display: grid) print;\n.c { top: 0 }\n',
    );
    put("styles/a.css", '@charset "utf-8"; @import "sub/d.css"; .a { top: 0 }');
    put("styles/sub/b.css", ".b { top: 0 }");
    put("styles/sub/d.css", ".d { top: 0 }");
    const { styles } = await read();
    const found = [".d", ".a", "@media print", "@supports (display: grid)", "@layer x", ".b", ".c"].map(
      (part) => styles.lastIndexOf(`${part} {`),
    );
    expect(found).toEqual([...found].sort((a, b) => a - b));
    expect(Math.min(...found)).toBeGreaterThan(0);
    expect(told).toEqual([]);
  });

  test.each([
    ['@import "https://example.org/a.css";', "style-missing"],
    ['@import url("//example.org/a.css");', "style-missing"],
    ['@import "not-installed/a.css";', "style-missing"],
    ['@import "./gone.css";', "style-missing"],
    ['@import "../../../out.css";', "file-outside"],
    ['@import "/etc/passwd";', "file-outside"],
    ['@import "@fontsource/../../package.json";', "style-missing"],
  ])("of what cannot be had are told: %s", async (css, code) => {
    put("styles/print.css", `.a { top: 0 }\n  ${css}\n.b { top: 0 }`);
    const { styles } = await read();
    expect(places()).toEqual([`styles/print.css:2:3 ${code}`]);
    expect(styles).toContain(".b { top: 0 }");
  });

  test("that go in a circle are told, and each sheet is there once", async () => {
    put("styles/print.css", '@import "a.css";');
    put("styles/a.css", '.a { top: 0 } @import "b.css";');
    put("styles/b.css", '.b { top: 0 } @import "a.css";');
    const { styles } = await read();
    expect(places()).toEqual(["styles/b.css:1:15 style-missing"]);
    expect(styles.match(/\.[ab] \{/g)).toEqual([".a {", ".b {"]);
  });
});

describe("fonts of a publication", () => {
  test("become faces, of any of the four kinds of file", async () => {
    put("styles/fonts/a.woff2", readFileSync(fontFile("400-normal.woff2")));
    put("styles/fonts/b c.woff", readFileSync(fontFile("400-italic.woff")));
    put(
      "styles/print.css",
      `@font-face { font-family: A; src: local("A"), url(fonts/a.woff2) format("woff2"); }
@font-face { font-family: "A"; font-style: italic; font-weight: bold; src: url("fonts/b%20c.woff"); unicode-range: U+41-5A }`,
    );
    const { own, styles } = await read();
    expect(told).toEqual([]);
    expect(styles).not.toContain("@font-face");
    expect(own.map(({ family, weight, style, ranges }) => [family, weight, style, ranges])).toEqual([
      ["A", 400, "normal", []],
      ["A", 700, "italic", [[0x41, 0x5a]]],
    ]);
    for (const { own: font } of own)
      expect(Buffer.from(font!.bytes).subarray(0, 4).toString("hex")).toBe("00010000");
  });

  test("that are variable become one static face for each weight that is asked for", async () => {
    put("styles/v.woff2", readFileSync(require.resolve(VARIABLE)));
    put(
      "styles/print.css",
      "@font-face { font-family: V; src: url(v.woff2); font-weight: 200 900 }\nh1 { font: 850 20pt V }",
    );
    const { own } = await read();
    expect(own.map(({ weight }) => weight)).toContain(850);
    expect(new Set(own.map(({ file }) => file)).size).toBe(own.length);
    for (const { own: font } of own) expect(Buffer.from(font!.bytes).includes("fvar")).toBe(false);
  });

  test("that cannot be used are told, and whether their licence forbids it", async () => {
    put("styles/cut.ttf", readFileSync(fontFile("400-normal.woff")).subarray(0, 3000));
    put("styles/words.ttf", "no font at all");
    put("styles/all.ttc", Buffer.from(`ttcf${"\0".repeat(60)}`));
    put(
      "styles/print.css",
      ["cut.ttf", "words.ttf", "all.ttc", "gone.ttf"]
        .map((name, index) => `@font-face { font-family: F${index}; src: url(${name}) }`)
        .join("\n"),
    );
    const { own } = await read();
    expect(own).toEqual([]);
    expect(places()).toEqual([1, 2, 3, 4].map((line) => `styles/print.css:${line}:1 style-missing`));
    expect(told.map(({ message }) => /damaged|not a font|collection|There is/.exec(message)?.[0])).toEqual([
      "damaged",
      "not a font",
      "collection",
      "There is",
    ]);
  });
});

describe("pictures", () => {
  test.each(["a.png", "w m#1.png", "ü(2)'.png"])("get addresses of the book: %s", async (name) => {
    put(`styles/img/${name}`, PNG);
    put("styles/print.css", `.a { background: url("img/${name}") no-repeat }`);
    const { styles, pictures } = await read();
    expect(told).toEqual([]);
    const [picture] = [...pictures.values()];
    expect(styles).toContain(`.a { background: url("theme/${picture!.name}") no-repeat }`);
    expect(Buffer.compare(picture!.bytes, PNG)).toBe(0);
  });

  test("that are missing are told, and the rest of the sheet holds", async () => {
    put(
      "styles/print.css",
      "ul { list-style-image: url(dot.png) }\n.b::before { content: url('b.png') }\n.c { top: 0 }",
    );
    expect((await read()).styles).toContain(".c { top: 0 }");
    expect(places()).toEqual(["styles/print.css:1:24 style-missing", "styles/print.css:2:23 style-missing"]);
  });

  test("outside of styles and templates are named, so that a change in them is seen", async () => {
    put("content/a.png", PNG);
    put("styles/print.css", ".a { background: url(../content/a.png) }");
    expect([...(await read()).files.keys()]).toEqual(["content/a.png"]);
  });

  test("of templates are looked for beside the template", async () => {
    put("templates/print/logo.png", PNG);
    put(
      "templates/print/colophon.html.hbs",
      '<p>\n<img alt="" src="logo.png"><img src="gone.png"><a href="x.html">{{title}}</a></p>',
    );
    const { texts, pictures } = await templatePictures({
      places: { theme: "novel", root },
      dress: "print",
      addressOf: ({ name }) => `theme/${name}`,
      adapt: async (each) => each,
      limits: limitsFrom(),
      report: (each) => told.push(each),
    });
    const [text] = [...texts.values()];
    expect(text).toContain(`src="theme/${[...pictures.keys()][0]}"`);
    expect(text).toContain('<a href="x.html">');
    expect(places()).toEqual(["templates/print/colophon.html.hbs:2:38 style-missing"]);
  });
});

describe("what no browser knows", () => {
  test.each([
    [".a { colour: red }", "1:6 style-unknown", "`color`"],
    [".a { width: 10qx }", "1:13 style-unknown", "`px`"],
    [".a { color red }", "1:12 style-syntax", ""],
    ['.a { font-family: "Source Srif 4", serif }', "1:6 font-unknown", "`Source Serif 4`"],
    [".a { font: 12pt/1 Grotesk Nobody Has, sans-serif }", "1:6 font-unknown", "@font-face"],
  ])("is told: %s", async (css, place, hint) => {
    put("styles/print.css", css);
    await read();
    expect(places()).toEqual([`styles/print.css:${place}`]);
    expect(told[0]!.hint).toContain(hint);
  });

  test("is not what print, ebooks and makers have of their own", async () => {
    put(
      "styles/print.css",
      `@page wide:first { size: a5 landscape; marks: crop; bleed: 3mm; @top-left { content: string(x); vertical-align: top } }
.a { string-set: x content(text); float: footnote; -epub-hyphens: auto; -webkit-foo: 1; --mine: anything 5qx; page: wide;
 position: running(head); footnote-policy: line; bookmark-level: 2; initial-letter: 3; text-wrap: pretty; tab-size: 8;
 font-family: var(--font-text); break-before: recto; hyphenate-limit-chars: 6 3 2; margin: 1rlh 2cqw 1Q 1lh; zoom: 0.9 }
.b { font-family: inherit } .c { font-family: "Source Sans 3", Nobody, sans-serif } .d { & > p { color: red } }
@counter-style x { system: cyclic; symbols: "a"; suffix: " " } @property --y { syntax: "*"; inherits: false }`,
    );
    await read();
    expect(told.filter(({ message }) => !message.includes("qx"))).toEqual([]);
  });
});

describe("links and pipes", () => {
  test("lead out of the publication for no style sheet and no template", async () => {
    const outside = await folders.make({ "secret.txt": ".secret { top: 0 }" });
    for (const path of ["styles/print.css", "styles/epub.css", "templates/epub/partials/notes.hbs"]) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      symlinkSync(join(outside, "secret.txt"), join(root, path));
    }
    expect((await read()).styles + (await read("epub")).styles).not.toContain("secret");
    expect(places()).toEqual(["styles/print.css:1:1 path-outside", "styles/epub.css:1:1 path-outside"]);
    expect(() => loadTheme("novel", "epub", root)).toThrow(TemplateError);
  });

  test("are never waited for, whatever names them", { tags: "pipes" }, async () => {
    mkdirSync(join(root, "styles"));
    execFileSync("mkfifo", [join(root, "styles/print.css"), join(root, "styles/pipe.ttf")]);
    symlinkSync("/dev/zero", join(root, "styles/zero.png"));
    put(
      "styles/technical/print.css",
      "@font-face { font-family: F; src: url(../pipe.ttf) } .a { background: url(../zero.png) }",
    );
    await read();
    expect(places()).toEqual([
      "styles/technical/print.css:1:71 file-outside",
      "styles/print.css:1:1 style-missing",
      "styles/technical/print.css:1:1 style-missing",
    ]);
  });

  test("inside of it are followed", async () => {
    put("shared/own.css", ".shared { top: 0 }");
    mkdirSync(join(root, "styles"));
    symlinkSync("../shared/own.css", join(root, "styles/print.css"));
    expect((await read()).styles).toContain(".shared");
    expect(told).toEqual([]);
  });
});
