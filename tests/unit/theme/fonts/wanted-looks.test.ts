import { describe, expect, test } from "vitest";
import { instancesOf } from "../../../../src/theme/fonts/font-instances.js";
import { settingsOf, wantedLooks } from "../../../../src/theme/fonts/wanted-looks.js";

const weight = { least: 200, usual: 400, most: 800 };

describe("looks that styles ask for", () => {
  test.each([
    ["h1 { font-weight: 650 }", [400, 700, 650]],
    ["h1 { font: italic 300 12pt/1.2 Lora }", [400, 700, 300]],
    [settingsOf({ "weight-heading": 550, leading: 700 }), [400, 700, 550]],
    ['p { font-variation-settings: "wght" 333 }', [400, 700, 333]],
    ["h1 { line-height: 900 }", [400, 700]],
  ])("weights of %s", (css, weights) => {
    expect(wantedLooks(css).weights).toEqual(weights);
  });

  test("widths, by number and by word", () => {
    expect(wantedLooks("a { font-stretch: 80% } b { font-width: condensed }").widths).toEqual([100, 80, 75]);
  });

  test("become fonts within the axes that there are, each once", () => {
    const axes = new Map([["wght", weight]]);
    const weights = instancesOf(axes, wantedLooks("a { font-weight: 100 } b { font-weight: 200 }"));
    expect(weights.map((each) => each.axes)).toEqual([{ wght: 200 }, { wght: 400 }, { wght: 700 }]);
    expect(instancesOf(new Map(), wantedLooks("")).map((each) => each.axes)).toEqual([{}]);
  });

  test("hold other axes at what is set, else where the font has them", () => {
    const axes = new Map([
      ["GRAD", { least: 0, usual: 10, most: 100 }],
      ["opsz", { least: 20, usual: 40, most: 80 }],
    ]);
    expect(instancesOf(axes, wantedLooks(""))[0]!.axes).toEqual({ GRAD: 10, opsz: 20 });
    const set = wantedLooks('p { font-variation-settings: "GRAD" 300, "opsz" 50 }');
    expect(instancesOf(axes, set)[0]!.axes).toEqual({ GRAD: 100, opsz: 50 });
  });
});
