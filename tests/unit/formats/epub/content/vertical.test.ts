/** A book whose lines run down the page: which way it turns, how its figures stand, on which sides its styles are. */
import { describe, expect, it } from "vitest";
import { namedByFlow } from "../../../../../src/theme/styles/flow-sides.js";
import { texts } from "../../../../support/xml.js";
import { publish } from "../book.js";

const HTML = `<h1>第12章</h1><p>3月、2026年、<em>11</em>時!?とABC12社、v1.5、<code>20</code>、<span lang="en">on 12 May</span></p>`;

const book = async (writingMode?: "vertical-rl" | "vertical-lr") =>
  await publish({
    metadata: { language: "ja" },
    sections: [{ id: "c", title: "港", html: HTML, language: "ja" }],
    ...(writingMode ? { options: { writingMode } } : {}),
  });

describe("vertical-rl", () => {
  it("turns its pages to the left, and tells Kindle", async () => {
    const { read, diagnostics } = await book("vertical-rl");
    expect(diagnostics).toEqual([]);
    const opf = await read("package.opf");
    expect(texts(opf, "//*[local-name()='spine']/@page-progression-direction")).toEqual(["rtl"]);
    expect(texts(opf, "//*[@name='primary-writing-mode']/@content")).toEqual(["vertical-rl"]);
  });

  it("sets one or two figures and pairs of signs upright, in the languages that do", async () => {
    const { read } = await book("vertical-rl");
    expect(texts(await read("c.xhtml"), "//*[@class='upright']")).toEqual(["12", "3", "11", "!?"]);
  });

  it("has styles in which no side is that of a page with lines across it", async () => {
    const { read } = await book("vertical-rl");
    const css = await read("styles/book.css");
    expect(css).toContain("writing-mode: vertical-rl");
    expect(css.replaceAll(/"[^"]*"/g, "")).not.toMatch(
      /(?:margin|padding|border)-(?:top|left|right|bottom)\b/,
    );
  });
});

it("Mongolian turns its pages to the right", async () => {
  const { read } = await book("vertical-lr");
  const opf = await read("package.opf");
  expect(texts(opf, "//*[local-name()='spine']/@page-progression-direction")).toEqual(["ltr"]);
});

it("lines across the page change nothing", async () => {
  const { read } = await book();
  expect(texts(await read("c.xhtml"), "//*[@class='upright']")).toEqual([]);
  expect(texts(await read("package.opf"), "//*[@name='primary-writing-mode']")).toEqual([]);
});

describe("sides by the flow of the text", () => {
  it.each([
    [
      "p { margin: 1em 0 2em; }",
      "p { margin-block-start: 1em; margin-inline-end: 0; margin-block-end: 2em; margin-inline-start: 0; }",
    ],
    ["p { margin: 1em; text-align: left }", "p { margin: 1em; text-align: start }"],
    [
      "hr { border-top-width: 1px; height: 0 !important }",
      "hr { border-block-start-width: 1px; block-size: 0 !important }",
    ],
    ["figure img { width: 3em; margin-left: auto }", "figure img { width: 3em; margin-inline-start: auto }"],
    [
      "@media (max-width: 30em) { pre { padding-left: 1px } }",
      "@media (max-width: 30em) { pre { padding-inline-start: 1px } }",
    ],
  ])("%s", (given, flowed) => {
    expect(namedByFlow(given)).toBe(flowed);
  });
});
