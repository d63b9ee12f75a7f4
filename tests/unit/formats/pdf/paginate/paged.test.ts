import { expect, test } from "vitest";
import { pagedScript } from "../../../../../src/formats/pdf/paginate/paged.js";

test("selectors are taken apart at commas between them, and not at those in their brackets", async () => {
  const script = await pagedScript();
  const [, pattern] = /selector\.split\(\/(.+?)\/\)\.filter/.exec(script)!;
  const split = (selectors: string) => selectors.split(new RegExp(pattern!)).map((each) => each.trim());
  expect(split("h1, h2 > p,h3")).toEqual(["h1", "h2 > p", "h3"]);
  expect(split("p:has(em, strong)")).toEqual(["p:has(em, strong)"]);
  expect(split("a:is(h1, :not(b, :is(c, d))) + p, :where(e, f):not(g), h")).toEqual([
    "a:is(h1, :not(b, :is(c, d))) + p",
    ":where(e, f):not(g)",
    "h",
  ]);
  expect(script).not.toContain('elector.split(",")');
});
