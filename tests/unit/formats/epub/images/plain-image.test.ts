import sharp from "sharp";
import { expect, it } from "vitest";
import { isPlain } from "../../../../../src/formats/epub/images/plain-image.js";

const picture = () => sharp({ create: { width: 8, height: 6, channels: 3, background: "#7a3" } });

it.each([
  ["a JPEG", () => picture().jpeg(), true],
  ["a PNG", () => picture().png(), true],
  ["a picture with the profile of screens", () => picture().withIccProfile("srgb").jpeg(), true],
  ["a PNG with that profile", () => picture().withIccProfile("srgb").png(), true],
  ["a picture that a camera held upright", () => picture().withMetadata({ orientation: 1 }).jpeg(), true],
  ["a picture in grey", () => picture().greyscale().jpeg(), true],
  ["a picture that a camera turned", () => picture().withMetadata({ orientation: 6 }).jpeg(), false],
  ["a picture in the inks of print", () => picture().toColourspace("cmyk").jpeg(), false],
  ["a picture with the profile of inks", () => picture().withIccProfile("cmyk").jpeg(), false],
  ["a picture with the colours of cinema", () => picture().withIccProfile("p3").jpeg(), false],
  ["a PNG of 16 bits", () => picture().toColourspace("rgb16").png(), false],
] as const)("%s", async (_, make, plain) => {
  expect(isPlain(await make().toBuffer())).toBe(plain);
});

it("files that are cut short or are no pictures are left to those who read them", () => {
  for (const bytes of [[], [0xff, 0xd8], [0xff, 0xd8, 0xff, 0xe1, 0, 3], [1, 2, 3, 4, 5]]) {
    expect(isPlain(Uint8Array.from(bytes))).toBe(true);
  }
});
