import { expect, it } from "vitest";
import { ornamentOf } from "../../../../../src/formats/epub/content/scene-break.js";
import { texts } from "../../../../support/xml.js";
import { publish } from "../book.js";

it.each([
  ['html { --ornament: "*\\2003*\\2003*"; }', "*\u2003*\u2003*"],
  ["html { --ornament: '❦' }", "❦"],
  ['html { --ornament: "*"; }--ornament: "a\\"b";', 'a"b'],
  ["html { --ornament: url(leaf.svg); }", undefined],
  ['html { --ornament: ""; }', undefined],
  ["html { color: black; }", undefined],
])("%s is read", (styles, ornament) => {
  expect(ornamentOf(styles)).toBe(ornament);
});

const scenes = async (theme: string) => {
  const html = "<h1>C</h1><p>One.</p><hr><p>Two.</p>";
  const { read, diagnostics } = await publish({ theme, sections: [{ id: "c", title: "C", html }] });
  expect(diagnostics).toEqual([]);
  return await read("c.xhtml");
};

it("is text where the theme has an ornament, so that every reading system shows it", async () => {
  const document = await scenes("novel");
  expect(texts(document, "//h:div[@class='scene-break'][@role='separator']")).toEqual(["* * *"]);
  expect(texts(document, "//h:hr")).toEqual([]);
});

it("is a rule elsewhere", async () => {
  expect(texts(await scenes("technical"), "//h:hr")).toHaveLength(1);
});
