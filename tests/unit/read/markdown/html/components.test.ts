/** Tags of a web site's components go, what they contain stays; what only looks like a tag is text. */
import { expect, test } from "vitest";
import { parseText } from "../parse-text.js";

test.each([
  ['Since <Badge type="tip" text="5.4"/> it floats.', "<p>Since  it floats.</p>"],
  ["<Tabs>\n\nBy *oar*.\n\n</Tabs>", "<p>By <em>oar</em>.</p>"],
  ['<SailLink href="/a" :wide="true">Sails</SailLink> are set.', "<p>Sails are set.</p>"],
  ["The <Harbour /> is open.", "<p>The  is open.</p>"],
])("%s", (text, html) => {
  const shown = parseText(text);
  expect(shown.html).toBe(html);
  expect(shown.diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual([
    expect.stringContaining("unknown-element `<"),
  ]);
  expect(shown.diagnostics[0]?.message).toContain("what it contains is kept");
});

test("one component is told once in a text", () => {
  expect(parseText('<Badge a="1"/>\n\n<Badge a="2"/>\n\n<Buoy a="1"/>').diagnostics).toHaveLength(2);
});

test.each([
  "A Vec<T> is long.",
  "A Map<String> and <K extends string>.",
  "<STRING>x</STRING>",
  "if a<Bend here",
])("%s is kept as it is written", (text) => {
  expect(parseText(text).html.replaceAll("&#x3C;", "<").replaceAll("&lt;", "<").replaceAll("&gt;", ">")).toBe(
    `<p>${text}</p>`,
  );
});

test("a picture with several files is its picture, in silence", () => {
  const text = '<picture><source srcset="dark.png"><img src="a.png" alt="A quay"></picture>';
  const { html, diagnostics } = parseText(text);
  expect(html).toContain('<img src="a.png" alt="A quay">');
  expect(html).not.toContain("source");
  expect(diagnostics).toEqual([]);
});
