import { describe, expect, it } from "vitest";
import { THEMES } from "../../../../src/load/editions/themes.js";
import { programStyles } from "../../../../src/theme/styles/style-files.js";
import { EMPTY_ROOT } from "../../formats/epub/book.js";

/** Relative luminance (WCAG 2.2) of `#rrggbb`. */
function luminance(color: string): number {
  const channels = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255);
  const [red, green, blue] = channels.map((each) =>
    each <= 0.04045 ? each / 12.92 : ((each + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light! + 0.05) / (dark! + 0.05);
}

const textColors = (css: string) => [...css.matchAll(/[^-]color: (#[0-9a-f]{6})/g)].map((match) => match[1]!);

describe.each(["base", ...THEMES])("the ebook styles of the theme %s", (theme) => {
  const css = programStyles({ theme: theme, root: EMPTY_ROOT }, "epub");
  const [always, dark] = css.split("@media (prefers-color-scheme: dark)");

  it("leave size, colour and typeface of the text to the reader", () => {
    const rules = [...css.matchAll(/([^{}/]+)\{([^{}]*)\}/g)];
    const text = ["html", "body", "p", ":root", "*"];
    const ofText = rules.filter((rule) => rule[1]!.split(",").some((each) => text.includes(each.trim())));
    expect(ofText.length).toBeGreaterThan(1);
    for (const [, , declarations] of ofText) {
      expect(declarations).not.toMatch(
        /(^|[^-])(color|background|background-color|font-size|font-family|font):/,
      );
    }
  });

  it("measure type in relative units only", () => {
    expect(css).not.toMatch(/(font-size|line-height|margin|padding|text-indent)[^;]*\d(px|pt|cm|mm|in)\b/);
  });

  it("colour code so that it can be read on white and on black", () => {
    expect(textColors(always!).length).toBeGreaterThan(5);
    for (const color of textColors(always!)) {
      expect(contrast(color, "#ffffff")).toBeGreaterThanOrEqual(4.5);
      expect(contrast(color, "#000000")).toBeGreaterThanOrEqual(4.5);
    }
  });

  it("colour code for dark grey pages where the reading system says so", () => {
    expect(textColors(dark!).length).toBeGreaterThan(5);
    for (const color of textColors(dark!)) expect(contrast(color, "#222222")).toBeGreaterThanOrEqual(4.5);
  });

  it("wrap code and table cells instead of cutting them off", () => {
    expect(css).toMatch(/pre \{[^}]*white-space: pre-wrap/);
    // A number is short, and must not be broken, nor must a sign from the letter behind it. A table of many
    // columns scrolls where pages do, and is a list where there is no room; the names of its columns are in the cells. A sign of a formula is one.
    const others = css.replace(/(td\.number|\.unbroken|\.table-box|\.as-list thead|math ms) \{[^}]*\}/g, "");
    expect(others).not.toMatch(/overflow(-x)?: (auto|scroll|hidden)|white-space: nowrap/);
  });
});
