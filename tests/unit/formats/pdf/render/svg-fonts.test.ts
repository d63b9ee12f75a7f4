import { describe, expect, it, test } from "vitest";
import { withThemeFonts } from "../../../../../src/formats/pdf/render/svg-fonts.js";
import type { FontFace } from "../../../../../src/theme/fonts/fonts.js";

const face = (family: string, ranges: FontFace["ranges"] = [[0, 0xff]]): FontFace => ({
  family,
  weight: 400,
  style: "normal",
  ranges,
  file: `/fonts/${family}-${ranges[0]?.[0] ?? 0}.woff2`,
});
const FACES = [
  face("Source Serif 4"),
  face("Source Sans 3"),
  face("Source Code Pro"),
  face("Source Sans 3", [[0x65e5, 0x65e5]]),
];
const read = ({ file }: FontFace) => Buffer.from(file);
const served = (family: string, first = 0) =>
  Buffer.from(`/fonts/${family}-${first}.woff2`).toString("base64");
const embedded = (family: string, of: string, first = 0) =>
  new RegExp(`"${family}";[^}]*${served(of, first)}`);

describe("a picture", () => {
  it("gets the theme's font that it names", () => {
    const svg = withThemeFonts(
      `<svg><text font-family="'Source Sans 3', sans-serif">A</text></svg>`,
      FACES,
      read,
    );
    expect(svg).toMatch(embedded("Source Sans 3", "Source Sans 3"));
    expect(svg).toContain(`font-family="'Source Sans 3', colophon-sans-serif"`);
  });

  test.each([
    [`font-family="Times,serif"`, "serif", "Source Serif 4"],
    [`font-family="Courier New"`, "monospace", "Source Code Pro"],
    [`font-family='monospace'`, "monospace", "Source Code Pro"],
    [`style="font-family: &quot;Segoe UI&quot;, Arial; fill: red"`, "sans-serif", "Source Sans 3"],
    [`style="fill: red; font: bold 12px/1.2 Helvetica, sans-serif"`, "sans-serif", "Source Sans 3"],
    ["", "sans-serif", "Source Sans 3"],
  ])("that asks for %s gets the theme's own of the same kind", (attribute, kind, family) => {
    const svg = withThemeFonts(`<svg><text ${attribute}>A</text></svg>`, FACES, read);
    expect(svg).toMatch(embedded(`colophon-${kind}`, family));
    expect(svg).toContain(`colophon-${kind}`);
    expect(svg).not.toMatch(/Times|Courier|Segoe|Helvetica|Arial/);
  });

  test.each([
    ["", "sans-serif"],
    [`font-family="Times"`, "serif"],
  ])(
    "gets a font of text where the theme has none of the kind, and none of formulas: %s",
    (attribute, kind) => {
      const faces = [face("STIX Two Math", []), face("EB Garamond"), face("Source Code Pro")];
      const svg = withThemeFonts(`<svg><text ${attribute}>A</text></svg>`, faces, read);
      expect(svg).toMatch(embedded(`colophon-${kind}`, "EB Garamond"));
      expect(svg).not.toContain(served("STIX Two Math"));
    },
  );

  it("gets the fonts that stand in for its characters, written as they are or as numbers", () => {
    for (const text of ["日", "&#x65e5;", "&#26085;"]) {
      const svg = withThemeFonts(
        `<svg><style>.a{font-family:"Inter",Arial}</style><text>${text}</text></svg>`,
        FACES,
        read,
      );
      expect(svg).toMatch(embedded("colophon-sans-serif", "Source Sans 3", 0x65e5));
      expect(svg).toContain(".a{font-family:colophon-sans-serif}");
    }
  });

  it("names every font by an address of its own, so that no memory of the browser decides what is shared", () => {
    const addresses = ["A", "B"].flatMap((text) => {
      const svg = `<svg><text font-family="Source Sans 3">${text}</text><text font-family="Arial">1</text></svg>`;
      return [...withThemeFonts(svg, FACES, read).matchAll(/url\(([^)]+)\)/g)].map(([, address]) => address);
    });
    expect(addresses).toHaveLength(4);
    expect(new Set(addresses).size).toBe(4);
  });

  it.each([
    ["", [400]],
    ["<tspan font-weight='700'>B</tspan>", [400, 700]],
    ["<foreignObject><strong>B</strong></foreignObject>", [400, 700]],
  ])("gets bold faces only where something may be bold: %s", (content, weights) => {
    const faces = [400, 700].map((weight) => ({ ...face("Source Sans 3"), weight }));
    const svg = withThemeFonts(`<svg><text>A${content}</text></svg>`, faces, read);
    expect([...svg.matchAll(/font-weight: (\d+)/g)].map(([, weight]) => Number(weight))).toEqual(weights);
  });

  it("without text stays as it is", () => {
    const svg = `<svg><path d="M0 0"/></svg>`;
    expect(withThemeFonts(svg, FACES, read)).toBe(svg);
  });
});
