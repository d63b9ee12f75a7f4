/** Fonts that know no soft hyphen: all else stays in them. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { create } from "fontkit";
import { expect, test } from "vitest";
import { noStore } from "../../../../src/cache/store.js";
import { pinFont } from "../../../../src/theme/fonts/font-instances.js";
import { withoutSoftHyphen } from "../../../../src/theme/fonts/soft-hyphen.js";

const require = createRequire(import.meta.url);

async function codesOf(sfnt: Uint8Array): Promise<number[]> {
  const font = await create(Buffer.from(sfnt));
  if (font === null || "fonts" in font) throw new Error("not one font");
  return font.characterSet.filter((code) => font.glyphForCodePoint(code)?.id !== 0);
}

test.each([
  "@fontsource/source-serif-4/files/source-serif-4-latin-400-normal.woff2",
  "@fontsource/source-code-pro/files/source-code-pro-latin-400-normal.woff2",
  "@fontsource/source-sans-3/files/source-sans-3-latin-600-italic.woff2",
])("a font forgets the soft hyphen and nothing else: %s", async (name) => {
  const sfnt = await pinFont(readFileSync(require.resolve(name)), {}, noStore);
  const before = await codesOf(sfnt);
  const bytes = Buffer.from(sfnt);
  expect(before).toContain(0xad);
  expect(await codesOf(withoutSoftHyphen(sfnt))).toEqual(before.filter((code) => code !== 0xad));
  expect(bytes.equals(sfnt), "the bytes that were given").toBe(true);
});
