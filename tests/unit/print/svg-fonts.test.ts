import { describe, expect, it } from "vitest";
import { withThemeFonts } from "../../../src/print/svg-fonts.js";
import type { FontFace } from "../../../src/render/fonts.js";

const face = (family: string): FontFace => ({
  family,
  weight: 400,
  style: "normal",
  ranges: [[0, 0xff]],
  file: `/fonts/${family}.woff2`,
});
const FACES = [face("Source Serif 4"), face("Source Sans 3"), face("Source Code Pro")];
const read = (file: string) => Buffer.from(file);
const served = (family: string) => Buffer.from(`/fonts/${family}.woff2`).toString("base64");

describe("a picture", () => {
  it("gets the theme's font that it names", () => {
    const svg = withThemeFonts(
      `<svg><text font-family="'Source Sans 3', sans-serif">A</text></svg>`,
      FACES,
      read,
    );
    expect(svg).toMatch(new RegExp(`"Source Sans 3";[^}]*${served("Source Sans 3")}`));
  });

  it("that names a font of the system gets the theme's own of the same kind", () => {
    const svg = withThemeFonts(`<svg><text font-family="Times,serif">A</text></svg>`, FACES, read);
    expect(svg).toMatch(new RegExp(`"Times";[^}]*${served("Source Serif 4")}`));
  });

  it("without text stays as it is", () => {
    const svg = `<svg><path d="M0 0"/></svg>`;
    expect(withThemeFonts(svg, FACES, read)).toBe(svg);
  });
});
