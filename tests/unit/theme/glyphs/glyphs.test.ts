import { readFileSync } from "node:fs";
import { expect, test, vi } from "vitest";
import { noStore, type Store } from "../../../../src/cache/store.js";
import type { Diagnostic } from "../../../../src/diagnostics/diagnostic.js";
import { renderPrint } from "../../../../src/formats/pdf/render/render.js";
import { setTexts } from "../../../../src/formats/pdf/render/set-texts.js";
import type { PdfEdition } from "../../../../src/model/publication.js";
import type { Theme } from "../../../../src/model/theme.js";
import { type FontFace, facesFor, type ThemeFonts, takeFonts } from "../../../../src/theme/fonts/fonts.js";
import { hasGlyph } from "../../../../src/theme/glyphs/glyphs.js";
import { completeFonts } from "../../../../src/theme/glyphs/glyphs-missing.js";
import { withCodePoints } from "../../../../src/theme/glyphs/glyphs-report.js";
import { composeText } from "../../compose/typography-book.js";

const ROOT = "/nowhere";
const THEME = takeFonts(
  '@import "@fontsource/source-serif-4/400.css"; @import "@fontsource/source-serif-4/700.css"; ' +
    '@import "@fontsource/source-code-pro/400.css";',
  ROOT,
);

const NEWSREADER: ThemeFonts = {
  styles: "",
  faces: [
    ...takeFonts(
      '@import "@fontsource/newsreader/400.css"; @import "@fontsource/newsreader/400-italic.css"; @import "@fontsource/newsreader/600.css";',
      ROOT,
    ).faces,
    { family: "Source Sans 3 Display", weight: 400, style: "normal", ranges: [[0, 0x7e]], file: "" },
  ],
};

async function complete(markdown: string, language = "fr", theme = THEME) {
  const diagnostics: Diagnostic[] = [];
  const { book } = composeText(markdown, language);
  const fonts = await completeFonts(theme, setTexts(book), ROOT, (each) => diagnostics.push(each));
  const added = fonts.faces.slice(0, -theme.faces.length);
  const filesFor = (text: string, family = "Source Serif 4") =>
    facesFor(added, text)
      .filter((face) => face.family === family)
      .map(({ file }) => file.replace(/^.*\//, ""));
  return { diagnostics, added, filesFor, unreadable: fonts.unreadable };
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
  ["an asterism", "⁂", "Literata"],
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

test.each([
  ["a woman and her rocket, in a colour", "👩🏿‍🚀"],
  ["a family", "👨‍👩‍👧"],
  ["a thumb in a colour", "👍🏽"],
  ["a pirates' flag", "🏴‍☠️"],
  ["the flag of Brazil", "🇧🇷"],
  ["a key", "4️⃣"],
])("%s has one face for all of its characters", async (_, sequence) => {
  const { added, diagnostics, unreadable } = await complete(`Mot ${sequence}`);
  expect(diagnostics).toEqual([]);
  expect(unreadable).toEqual(new Set());
  const has = (face: FontFace, code: number) =>
    face.ranges.some(([first, last]) => code >= first && code <= last);
  const codes = [...sequence].map((each) => each.codePointAt(0)!);
  expect(added.some((face) => codes.every((code) => has(face, code)))).toBe(true);
});

test("the wide space of Japanese comes with its letters, and needs no font beside others", async () => {
  const { diagnostics, filesFor } = await complete("図\u3000川");
  expect(diagnostics).toEqual([]);
  expect(filesFor("\u3000").some((file) => file.startsWith("noto-serif-"))).toBe(true);
  const { added, unreadable } = await complete("Fig.\u3000River");
  expect([added, unreadable]).toEqual([[], new Set()]);
});

test("emoji that no font has together are printed side by side, in silence", async () => {
  const { diagnostics, unreadable } = await complete("Mot 😀‍📦 et 🚀");
  expect(diagnostics).toEqual([]);
  expect(withCodePoints("a 😀‍📦 b 🚀", unreadable)).toBe("a 😀📦 b 🚀");
});

test.each(["۱️⃣", "٢️⃣", "३️⃣"])(
  "a key with a digit of another script is printed as the digit: %s",
  async (key) => {
    const { unreadable } = await complete(`Mot ${key}`, "fa");
    expect(withCodePoints(key, new Set([...unreadable!].filter((each) => each === key)))).toBe([...key][0]);
  },
);

test("the theme's own digits come before those of a key", async () => {
  const { book } = composeText("Mot 4️⃣", "fr");
  const { faces } = await completeFonts(THEME, setTexts(book), ROOT, () => {});
  expect(faces.slice(-THEME.faces.length)).toEqual(THEME.faces);
});

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

test("letters that only the book's own words and digits have are there for templates", async () => {
  const { diagnostics, filesFor } = await complete("Word.", "ko");
  expect(diagnostics).toEqual([]);
  expect(filesFor("차례").every((file) => file.startsWith("noto-serif-kr"))).toBe(true);
  expect(filesFor("차례")).not.toEqual([]);
  const persian = await complete("Word.", "fa");
  expect(persian.filesFor("۱۲")).not.toEqual([]);
});

test("letters that only the title of a book has are there in its running heads", async () => {
  const { book } = composeText("Mot.", "fr");
  const titled = { ...book, metadata: { ...book.metadata, title: "Été ☎" } };
  const fonts = await completeFonts(THEME, setTexts(titled), ROOT, () => {});
  const edition = { ...book.edition, trim: { width: 300, height: 400 }, variables: {} } as PdfEdition;
  const render: Theme["render"] = (name, data) => (name === "run.html" ? JSON.stringify(data) : "");
  const theme: Theme = { name: "plain", dress: "print", has: () => false, render };
  const dressing = { theme, fonts, pictures: new Map(), files: new Map() };
  const { runs, drafts } = renderPrint(titled, edition, dressing, { creator: "Colophon" });
  const [named] = drafts(runs);
  const draft = await named!.draft();
  const symbols = fonts.faces.find(({ file }) => file.includes("noto-sans-symbols"))!;
  const asset = draft.assets.find(({ body }) => readFileSync(symbols.file).equals(Buffer.from(body)))!;
  const rule = Buffer.from(draft.html)
    .toString()
    .split("@font-face")
    .find((each) => each.includes(asset.address));
  expect(rule).toContain("U+260e");
});

test.each([
  ["the point between words in katakana", "ジャン・ヴァルジャン", "・"],
  ["a reference mark", "※印", "※"],
  ["a word in a circle", "㊙文書", "㊙"],
])("signs of Japanese texts have a font: %s", async (_, text, sign) => {
  const { diagnostics, filesFor } = await complete(`[${text}]{lang=ja}`, "ja");
  expect(diagnostics).toEqual([]);
  expect(filesFor(sign).length).toBeGreaterThan(0);
});

test("only the files whose characters a document has are loaded", async () => {
  const { filesFor } = await complete("[これは日本語の文章です。]{lang=ja}");
  expect(filesFor("これ").length).toBeGreaterThan(0);
  expect(filesFor("Mot")).toEqual([]);
});

test("rare letters of a script that has a font are signs: no package would help", async () => {
  const { diagnostics } = await complete("一本书。\u3C9C 很少见，\u3C9D 也是。", "zh");
  expect(diagnostics.map(({ code, message }) => [code, message])).toEqual([
    ["missing-glyph", expect.stringContaining("`\u3C9C` (U+3C9C)")],
  ]);
});

test("signs that no font has are one warning with their first places, and stand as numbers", async () => {
  const { diagnostics, unreadable } = await complete("# Titre\n\nDeux\nlignes \uE0A0 et 𝀀.\n\n\uE0A0");
  expect(diagnostics).toEqual([
    {
      code: "missing-glyph",
      severity: "warning",
      message:
        "No font of this edition has `\uE0A0` (U+E0A0), `𝀀` (U+1D000), also in text.md:6: printed as numbers",
      hint: expect.stringContaining("Import a font"),
      location: { file: "text.md", line: 4, column: 8 },
    },
  ]);
  expect(withCodePoints("a \uE0A0\uE0A0 b𝀀", unreadable)).toBe("a [U+E0A0 U+E0A0] b[U+1D000]");
});

test("long dashes and letters in other forms are printed as what says the same, in silence", async () => {
  const { diagnostics, unreadable } = await complete("# Titre\n\nMot\u2E3B et\u2E3A; ㎐ et ㎏.");
  expect(diagnostics).toEqual([]);
  expect(withCodePoints("a\u2E3Bb\u2E3A ㎐ ㎏", unreadable)).toBe("a———b—— Hz kg");
});

test("powers have no plain form, and stand as numbers beside what has one", () => {
  expect(withCodePoints("x\u33A1\uFF17", new Set(["\u33A1", "\uFF17"]))).toBe("x[U+33A1]7");
});

test.each([
  ["Cherokee", "ᏣᎳᎩ", "@fontsource/noto-sans-cherokee", "chr"],
  ["Tibetan", "བོད", "@fontsource/noto-serif-tibetan", "bo"],
  ["Ethiopic", "አማርኛ", "@fontsource/noto-sans-ethiopic", "am"],
])("a book in %s is one error that names the package of its font", async (name, word, font, language) => {
  const { diagnostics } = await complete(`# ${word}\n\n${`${word} `.repeat(9)}\n\n${word}`, language);
  expect(diagnostics).toHaveLength(1);
  expect(diagnostics[0]).toMatchObject({ code: "script-without-font", severity: "error" });
  expect(diagnostics[0]!.message).toContain(`${name}: ${[...word].length * 12} letters, first in “${word}”`);
  expect(diagnostics[0]!.hint).toContain(`npm install ${font} `);
});

test("a word in such a script does not stop a book, and a page in it does", async () => {
  const french = "Une phrase en français, comme toutes les autres. ".repeat(40);
  const word = await complete(`${french} ᏣᎳᎩ ${french}`);
  expect(word.diagnostics.map(({ code }) => code)).toEqual(["missing-glyph"]);
  const page = await complete(`${french} ${"ᏣᎳᎩ ".repeat(70)} ${french}`);
  expect(page.diagnostics.map(({ code }) => code)).toEqual(["script-without-font"]);
});

test.each([
  ["emoji", "😀🚀✅❌🎉", "noto-emoji"],
  ["circled numbers and keys", "①⑩⌘", "noto-sans-symbols"],
  ["Greek and Russian in a sans-serif", "ἀρχή Привет", "source-sans-3"],
])("%s have a font that comes with the program", async (_, text, name) => {
  const { diagnostics, filesFor } = await complete(text, "en", NEWSREADER);
  expect(diagnostics).toEqual([]);
  expect(filesFor(text, "Source Sans 3 Display").some((file) => file.startsWith(name))).toBe(true);
});

test("what is set in bold or italics has it in the font that stands in, too", async () => {
  const { filesFor } = await complete("мир", "en", NEWSREADER);
  expect(filesFor("мир", "Newsreader").sort()).toEqual([
    "source-serif-4-cyrillic-400-italic.woff2",
    "source-serif-4-cyrillic-400-normal.woff2",
    "source-serif-4-cyrillic-700-normal.woff2",
  ]);
});

test("words in formulas have a font, and the signs of formulas need none", async () => {
  const { added, filesFor } = await complete("$x \\in \\mathbb{R}, \\text{日本}$", "ja", {
    ...THEME,
    faces: [...THEME.faces, ...takeFonts('@import "@fontsource/stix-two-math/400.css";', ROOT).faces],
  });
  expect(filesFor("日").length).toBeGreaterThan(0);
  expect(added.every(({ file }) => /noto-serif-jp/.test(file))).toBe(true);
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
  const first = await answers((await import("../../../../src/theme/glyphs/glyphs.js")).hasGlyph);
  expect(first).toEqual([true, true, false, true]);
  expect(entries.size).toBe(1);
  vi.doMock("fontkit", () => ({ create: () => expect.fail("the font is opened again") }));
  vi.resetModules();
  expect(await answers((await import("../../../../src/theme/glyphs/glyphs.js")).hasGlyph)).toEqual(first);
  vi.doUnmock("fontkit");
});
