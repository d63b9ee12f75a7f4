import { expect, test } from "vitest";
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

function complete(markdown: string, language = "fr") {
  const diagnostics: Diagnostic[] = [];
  const { book } = composeText(markdown, language);
  const fonts = completeFonts(THEME, book, ROOT, (each) => diagnostics.push(each));
  const added = fonts.faces.slice(THEME.faces.length);
  const filesFor = (text: string, family = "Source Serif 4") =>
    facesFor(added, text)
      .filter((face) => face.family === family)
      .map(({ file }) => file.replace(/^.*\//, ""));
  return { diagnostics, added, filesFor };
}

test("a text that the theme's fonts can show gets no other font and no warning", () => {
  const { added, diagnostics } = complete("Été « naïf » — œuvre… 5\u202F€, Dragoș, κόσμος, мир");
  expect(added).toEqual([]);
  expect(diagnostics).toEqual([]);
});

test.each([
  ["Arabic", "مرحبا", "noto-naskh-arabic"],
  ["Hebrew", "שלום", "noto-serif-hebrew"],
  ["an arrow", "→", "noto-sans-math"],
  ["a floral heart", "❦", "noto-sans-symbols-2"],
])("%s takes a fallback font under the name of each of the theme's families and weights", (_, text, name) => {
  const { added, diagnostics, filesFor } = complete(`Mot ${text}`);
  expect(diagnostics).toEqual([]);
  expect(filesFor(text).every((file) => file.startsWith(name))).toBe(true);
  const looks = added.filter(({ family }) => family === "Source Serif 4").map(({ weight }) => weight);
  expect(new Set(looks)).toEqual(new Set([400, 700]));
});

test("lines drawn in code keep the width of its letters", () => {
  const { filesFor } = complete("```\n├── src\n```");
  expect(filesFor("├", "Source Code Pro")[0]).toMatch(/^dejavu-mono/);
});

test.each([
  ["ja", "漢字", "noto-serif-jp"],
  ["zh-Hans", "汉字", "noto-serif-sc"],
  ["zh-Hant-TW", "漢字", "noto-serif-tc"],
  ["ko", "漢字 한국어", "noto-serif-kr"],
])("Han characters have the shapes of their language: %s", (language, text, name) => {
  const { diagnostics, filesFor } = complete(`Mot [${text}]{lang=${language}}`);
  expect(diagnostics).toEqual([]);
  expect(filesFor(text).every((file) => file.startsWith(name))).toBe(true);
});

test("only the files whose characters a document has are loaded", () => {
  const { filesFor } = complete("[これは日本語の文章です。]{lang=ja}");
  expect(filesFor("これ").length).toBeGreaterThan(0);
  expect(filesFor("Mot")).toEqual([]);
});

test("a character that no font has is a warning with its place, once", () => {
  const { diagnostics } = complete("# Titre\n\nDeux\nlignes 𓀀 et 𓀀.\n\n𓀀");
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

test("a font is asked for its glyphs, whatever its package says", () => {
  const latin = THEME.faces.find(({ file }) => /source-serif-4-latin-400-normal/.test(file))!;
  expect(hasGlyph(latin, "é".codePointAt(0)!)).toBe(true);
  // In the range that the package gives for the file, but not in the file.
  expect(hasGlyph(latin, 0x2030)).toBe(false);
});
