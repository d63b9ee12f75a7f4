import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { noStore } from "../../../../src/cache/store.js";
import { fontFacts } from "../../../../src/theme/fonts/font-file.js";
import type { FontFace } from "../../../../src/theme/fonts/fonts.js";
import { staticFaces } from "../../../../src/theme/fonts/static-fonts.js";

const EMOJI = dirname(createRequire(import.meta.url).resolve("@fontsource-variable/noto-emoji/index.css"));
const face = (file: string, weight: number, family = "Text"): FontFace => ({
  family,
  weight,
  style: "normal",
  ranges: [[0x1f426, 0x1f426]],
  file,
});

test("a variable font has a static one for each weight, and families share it", async () => {
  const file = join(EMOJI, "files/noto-emoji-0-wght-normal.woff2");
  const faces = await staticFaces([face(file, 400), face(file, 700), face(file, 400, "Code")], noStore);
  expect(faces.map((each) => [each.family, each.weight, each.file])).toEqual([
    ["Text", 400, "noto-emoji-0-400.ttf"],
    ["Text", 700, "noto-emoji-0-700.ttf"],
    ["Code", 400, "noto-emoji-0-400.ttf"],
  ]);
  const [regular, bold, code] = faces.map(({ own }) => own!.bytes);
  expect(fontFacts(regular!).axes.size).toBe(0);
  expect(Buffer.from(regular!).equals(Buffer.from(bold!))).toBe(false);
  expect(code).toBe(regular);
});

test("a font without axes stays the file that it is", async () => {
  const faces = [face("/fonts/noto-sans-math-400-normal.woff2", 400)];
  expect(await staticFaces(faces, noStore)).toEqual(faces);
});
