/** What the font of the text lacks is told, once, and not made up. */
import { expect, test } from "vitest";
import type { Diagnostic } from "../../../../src/diagnostics/diagnostic.js";
import { PACKAGE_ROOT } from "../../../../src/runtime/package-root.js";
import { takeFonts } from "../../../../src/theme/fonts/fonts.js";
import { reportLackingFeatures } from "../../../../src/theme/fonts/lacking-features.js";

const WEB = '@import "@fontsource/newsreader/400.css"; html { --font-text: "Newsreader", serif; }';
const WHOLE =
  '@import "@expo-google-fonts/eb-garamond/400Regular"; html { --font-text: "EB Garamond", serif; }';
const CAPITALS = ".label { font-variant-caps: all-small-caps; }";

async function told(css: string, settings = "") {
  const found: Diagnostic[] = [];
  const { styles, faces } = takeFonts(css, PACKAGE_ROOT);
  const instead = await reportLackingFeatures(styles, settings, faces, (each) => found.push(each));
  return { instead, messages: found.map(({ code, message }) => `${code}: ${message}`) };
}

test("a font cut for the web lacks small capitals and old-style figures: one message", async () => {
  const { messages, instead } = await told(`${WEB} ${CAPITALS}`, "--figures: oldstyle-nums;");
  expect(messages).toEqual([
    "font-lacks: The font `Newsreader` has no small capitals and no old-style figures, which the styles ask for",
  ]);
  expect(instead).toContain("font-synthesis-small-caps: none");
});

test.each([
  ["a whole font", `${WHOLE} ${CAPITALS}`, "--figures: oldstyle-nums;"],
  ["styles that ask for nothing", WEB, ""],
  ["a class that the base has for a few texts", `${WEB} .smallcaps { font-variant-caps: small-caps; }`, ""],
  [
    "figures that the edition does not want",
    `${WEB} html { --figures: oldstyle-nums; }`,
    "--figures: normal;",
  ],
  ["a font that the edition does not have", CAPITALS, '--font-text: "Nowhere", serif;'],
])("nothing is to be said of %s", async (_, css, settings) => {
  expect(await told(css, settings)).toEqual({ messages: [], instead: "" });
});

test("the font is that of the edition's variables", async () => {
  const { messages } = await told(`${WHOLE} ${WEB} ${CAPITALS}`, '--font-text: "EB Garamond", serif;');
  expect(messages).toEqual([]);
});
