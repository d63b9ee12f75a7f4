/** Packages of whole fonts: which face an import names, and what stands in for one that is not there. */
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { wholeFace } from "../../../../src/theme/fonts/whole-fonts.js";

const root = mkdtempSync(path.join(tmpdir(), "whole-fonts-"));
const font = path.join(root, "node_modules/@expo-google-fonts/some-face");
for (const look of ["400Regular", "600SemiBold_Italic", "700Bold"]) {
  mkdirSync(path.join(font, look), { recursive: true });
  if (look !== "700Bold") writeFileSync(path.join(font, look, `SomeFace_${look}.ttf`), "");
}
writeFileSync(path.join(font, "package.json"), "{}");
writeFileSync(path.join(font, "metadata.json"), '{ "family": "Some Face" }');

describe("an import of a whole font", () => {
  test.each([
    ["400Regular", 400, "normal"],
    ["600SemiBold_Italic", 600, "italic"],
  ])("is the face of its folder: %s", (look, weight, style) => {
    const face = wholeFace(`@expo-google-fonts/some-face/${look}`, [root]);
    expect(face).toEqual({
      family: "Some Face",
      weight,
      style,
      file: path.join(font, look, `SomeFace_${look}.ttf`),
    });
  });

  test.each([
    "@expo-google-fonts/some-face/700Bold",
    "@expo-google-fonts/some-face/800ExtraBold",
    "@expo-google-fonts/other-face/400Regular",
    "@expo-google-fonts/some-face/../some-face/400Regular",
    "@fontsource/some-face/400.css",
    "some-face/400Regular",
  ])("is none of what is not there or is something else: %s", (name) =>
    expect(wholeFace(name, [root])).toBeUndefined(),
  );
});
