import { expect, test, vi } from "vitest";
import { noStore, type Store } from "../../../src/cache/store.js";
import type { Diagnostic } from "../../../src/diagnostics/diagnostic.js";
import { facesFor, takeFonts } from "../../../src/render/fonts.js";
import { hasGlyph } from "../../../src/render/glyphs.js";
import { completeFonts } from "../../../src/render/glyphs-missing.js";
import { composeText } from "../compose/typography-book.js";

const ROOT = "/nowhere";
const THEME = takeFonts(
  '@import "@fontsource/source-serif-4/400.css"; @import "@fontsource/source-serif-4/700.css"; ' +
    '@import "@fontsource/source-code-pro/400.css";',
  ROOT,
);

async function complete(markdown: string, language = "fr") {
  const diagnostics: Diagnostic[] = [];
  const { book } = composeText(markdown, language);
  const fonts = await completeFonts(THEME, book, ROOT, (each) => diagnostics.push(each));
  const added = fonts.faces.slice(THEME.faces.length);
  const filesFor = (text: string, family = "Source Serif 4") =>
    facesFor(added, text)
      .filter((face) => face.family === family)
      .map(({ file }) => file.replace(/^.*\//, ""));
  return { diagnostics, added, filesFor };
}

test("a text that the theme's fonts can show gets no other font and no warning", async () => {
  const { added, diagnostics } = await complete("Été « naïf » — œuvre… 5\u202F€, Dragoș, κόσμος, мир");
  expect(added).toEqual([]);
  expect(diagnostics).toEqual([]);
});

test.each([
  ["Arabic", "مرحبا", "noto-naskh-arabic"],
  ["Hebrew", "שלום", "noto-serif-hebrew"],
  ["an arrow", "→", "noto-sans-math"],
  ["a floral heart", "❦", "noto-sans-symbols-2"],
])(
  "%s takes a fallback font under the name of each of the theme's families and weights",
  async (_, text, name) => {
    const { added, diagnostics, filesFor } = await complete(`Mot ${text}`);
    expect(diagnostics).toEqual([]);
    expect(filesFor(text).every((file) => file.startsWith(name))).toBe(true);
    const looks = added.filter(({ family }) => family === "Source Serif 4").map(({ weight }) => weight);
    expect(new Set(looks)).toEqual(new Set([400, 700]));
  },
);

test("lines drawn in code keep the width of its letters", async () => {
  const { filesFor } = await complete("```\n├── src\n```");
  expect(filesFor("├", "Source Code Pro")[0]).toMatch(/^dejavu-mono/);
});

test.each([
  ["ja", "漢字", "noto-serif-jp"],
  ["zh-Hans", "汉字", "noto-serif-sc"],
  ["zh-Hant-TW", "漢字", "noto-serif-tc"],
  ["ko", "漢字 한국어", "noto-serif-kr"],
])("Han characters have the shapes of their language: %s", async (language, text, name) => {
  const { diagnostics, filesFor } = await complete(`Mot [${text}]{lang=${language}}`);
  expect(diagnostics).toEqual([]);
  expect(filesFor(text).every((file) => file.startsWith(name))).toBe(true);
});

test("only the files whose characters a document has are loaded", async () => {
  const { filesFor } = await complete("[これは日本語の文章です。]{lang=ja}");
  expect(filesFor("これ").length).toBeGreaterThan(0);
  expect(filesFor("Mot")).toEqual([]);
});

test("a character that no font has is a warning with its place, once", async () => {
  const { diagnostics } = await complete("# Titre\n\nDeux\nlignes 𓀀 et 𓀀.\n\n𓀀");
  expect(diagnostics).toEqual([
    {
      code: "missing-glyph",
      severity: "warning",
      message: "No font of this edition has `𓀀` (U+13000)",
      hint: expect.stringContaining("Import a font"),
      location: { file: "text.md", line: 4, column: 8 },
    },
  ]);
});

test("a font is asked for its glyphs, whatever its package says", async () => {
  const latin = THEME.faces.find(({ file }) => /source-serif-4-latin-400-normal/.test(file))!;
  expect(await hasGlyph(noStore, latin, "é".codePointAt(0)!)).toBe(true);
  // In the range that the package gives for the file, but not in the file.
  expect(await hasGlyph(noStore, latin, 0x2030)).toBe(false);
});

test("a font is opened once, and from then on its characters come from the cache", async () => {
  const entries = new Map<string, Buffer>();
  const store: Store = {
    read: async (kind, key) => entries.get(kind + key),
    write: async (kind, key, content) => void entries.set(kind + key, Buffer.from(content)),
  };
  const bold = THEME.faces.find(({ file }) => /source-serif-4-latin-700-normal/.test(file))!;
  const codes = ["é", "ÿ", "\u2030", "—"].map((character) => character.codePointAt(0)!);
  const answers = async (ask: typeof hasGlyph) => Promise.all(codes.map((code) => ask(store, bold, code)));
  // Another process, so to speak.
  vi.resetModules();
  const first = await answers((await import("../../../src/render/glyphs.js")).hasGlyph);
  expect(first).toEqual([true, true, false, true]);
  expect(entries.size).toBe(1);
  vi.doMock("fontkit", () => ({ create: () => expect.fail("the font is opened again") }));
  vi.resetModules();
  expect(await answers((await import("../../../src/render/glyphs.js")).hasGlyph)).toEqual(first);
  vi.doUnmock("fontkit");
});
