/** Styles that authors write by hand are read by day and at night, in letters of any size, on a phone. */
import { describe, expect, it } from "vitest";
import { colourOf, inkOn, readableOnBoth, written } from "../../../../../src/formats/epub/content/colours.js";
import { texts } from "../../../../support/xml.js";
import { publish } from "../book.js";

async function chapter(html: string) {
  const { read, diagnostics } = await publish({
    sections: [{ id: "c", title: "C", html: `<h1>C</h1>${html}` }],
  });
  expect(diagnostics).toEqual([]);
  return await read("c.xhtml");
}

const styles = async (html: string) => texts(await chapter(html), "//h:section//@style");
const styled = async (style: string) => (await styles(`<p style="${style}">Tide</p>`))[0];

describe("a colour", () => {
  it.each([
    ["black", undefined],
    ["#FFF", undefined],
    ["rgb(40, 40, 42)", undefined],
    ["crimson", "#dc143c"],
    ["#767676", "#767676"],
    ["hsl(0, 100%, 50%)", "#ff0000"],
  ])("%s reads on white and on black as %s", (value, shown) => {
    const readable = readableOnBoth(colourOf(value)!);
    expect(readable && written(readable)).toBe(shown);
  });

  it.each(["navy", "yellow", "#003300", "#ffccff"])(
    "%s keeps its hue and becomes one that is read on both",
    (value) => {
      const readable = readableOnBoth(colourOf(value)!)!;
      expect(readableOnBoth(readable)).toBe(readable);
      expect(written(readable)).not.toBe(written(colourOf(value)!));
    },
  );

  it("that depends on where it stands is nobody's business", () => {
    for (const value of ["inherit", "currentColor", "rgba(0, 0, 0, 0.5)", "#12345678", "no colour"])
      expect(colourOf(value)).toBeUndefined();
  });

  it("of a ground asks for black ink or for white", () => {
    expect(written(inkOn(colourOf("lemonchiffon")!))).toBe("#000000");
    expect(written(inkOn(colourOf("maroon")!))).toBe("#ffffff");
  });
});

describe("ink that an author chose", () => {
  it("goes where a page at night would swallow it, on words, borders and titles", async () => {
    expect(await styles('<p style="color: black">a</p><p style="border: 1px solid #222">b</p>')).toEqual([
      "border: 1px solid",
    ]);
    expect(await styled("border-left: 4px solid #0000aa")).toMatch(/^border-left: 4px solid #[\da-f]{6}$/);
  });

  it("stays on a ground of the author's, and on what stands in it", async () => {
    expect(await styled("background-color: #222; color: #eee")).toBe("background-color: #222; color: #eee");
    const within = '<div style="background-color: #222"><p><em style="color: white">a</em></p></div>';
    expect(await styles(within)).toEqual(["background-color: #222; color: #ffffff", "color: white"]);
  });

  it("comes with a ground that has none, or one that nobody knows", async () => {
    for (const ink of ["", "; color: inherit", "; color: var(--ink)"])
      expect(await styled(`background-color: lightyellow${ink}`)).toBe(
        "background-color: lightyellow; color: #000000",
      );
    expect(await styled("background-color: hsl(210, 60%, 20%)")).toMatch(/color: #ffffff$/);
  });
});

it.each([
  ["color: var(--ink); font-weight: bold", "font-weight: bold"],
  ["background-color: var(--ground); margin: 0", "margin: 0"],
  ["color: black !important; font-weight: bold ! important", "font-weight: bold"],
])("%s says nothing that only one page knows, and overrules nobody", async (given, shown) => {
  expect(await styled(given)).toBe(shown);
});

describe("a size", () => {
  it.each([
    ["font-size: 24px; line-height: 28px", "font-size: 1.5em"],
    ["font-size: 9pt", "font-size: 0.75em"],
    ["font-size: x-large", "font-size: 1.5em"],
    ["font-size: 120%; line-height: 1.2", "font-size: 120%; line-height: 1.2"],
  ])("%s goes with the reader's", async (given, shown) => {
    expect(await styled(given)).toBe(shown);
  });

  it.each([
    ["width: 900px", "width: 900px; max-width: 100%"],
    ["width: 60em; padding: 4px", "width: 60em; padding: 4px; max-width: 100%; box-sizing: border-box"],
    ["width: 50%", "width: 50%"],
    ["min-width: 500px", undefined],
    ["height: 40px", "min-height: 40px"],
    ["margin-left: 300px", "margin-left: min(300px, 15%)"],
    [
      "margin: 1em 10em",
      "margin-top: 1em; margin-right: min(10em, 15%); margin-bottom: 1em; margin-left: min(10em, 15%)",
    ],
    ["margin: 1em 2em", "margin: 1em 2em"],
    ["margin-left: -40px", undefined],
  ])("%s leaves room on a phone", async (given, shown) => {
    expect(await styled(given)).toBe(shown);
  });

  it("of a long line that may not break does not hold, and code goes on", async () => {
    const long = "words and words and words and words";
    expect(await styles(`<p style="white-space: nowrap">${long}</p>`)).toEqual([]);
    expect(await styles(`<p style="white-space: pre">${long}</p>`)).toEqual(["white-space: pre-wrap"]);
    expect(await styles('<p style="white-space: nowrap">No. 5</p>')).toEqual(["white-space: nowrap"]);
  });
});

describe("what is drawn", () => {
  it("by a rule shows, whatever border was written", async () => {
    expect(
      await styles('<hr style="border: none; height: 2px; background-color: black; width: 50%">'),
    ).toEqual(["width: 50%"]);
  });

  it("beside the text stands below it on a phone, but for an initial", async () => {
    const document = await chapter(
      '<div style="float: right; width: 12em">Some words</div><p><span style="float: left">T</span>ide</p>',
    );
    expect(texts(document, "//h:div[@class='float-right']/@style")).toEqual(["width: 12em; max-width: 100%"]);
    expect(texts(document, "//h:span/@style")).toEqual(["float: left"]);
  });
});
