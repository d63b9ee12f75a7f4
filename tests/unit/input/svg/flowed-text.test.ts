import { describe, expect, it } from "vitest";
import { safeSvg } from "../../../../src/input/svg/svg.js";

const unseen = (content: string) => safeSvg(Buffer.from(`<svg>${content}</svg>`)).unseen;

describe("text that flows in a region", () => {
  it("is found, line by line", () => {
    const lines = "<flowPara>Low\n tide</flowPara><flowPara>at <flowSpan>noon</flowSpan></flowPara>";
    expect(unseen(`<flowRoot><flowRegion><rect/></flowRegion>${lines}</flowRoot><text>seen</text>`)).toBe(
      "Low tide at noon",
    );
    expect(unseen("<svg:flowRoot><svg:flowPara>&#x5e9;</svg:flowPara></svg:flowRoot>")).toBe("ש");
  });

  it("is nothing when there are no words in it, or no such text", () => {
    expect(unseen("<flowRoot><flowPara> </flowPara></flowRoot><text>a</text>")).toBe("");
    expect(unseen("<text>a<tspan>b</tspan></text>")).toBe("");
  });
});
