/** A paragraph in a script that runs the other way has that direction. */
import { expect, it } from "vitest";
import { texts } from "../../../../support/xml.js";
import { publish } from "../book.js";

async function directions(html: string, language: string) {
  const { read } = await publish({
    metadata: { language },
    sections: [{ id: "c", title: "C", html: `<h1>C</h1>${html}` }],
  });
  return texts(await read("c.xhtml"), "//h:section//@dir");
}

it.each([
  ["a Hebrew one", "<p>שלום עליכם!</p>", "en", ["rtl"]],
  ["an Arabic one in a quotation", "<blockquote><p>سلام (one)</p></blockquote>", "de", ["rtl"]],
  ["an English one in an Arabic book", "<p>Peace be with you.</p>", "ar", ["ltr"]],
  ["cells", "<table><tr><td>שלום</td><td>Peace</td></tr></table>", "en", ["rtl"]],
  ["none that only quotes a word", "<p>שלום means peace, and more.</p>", "en", []],
  ["none of signs", "<p>1234!</p>", "ar", []],
  ["none that has one already", '<p dir="ltr">שלום</p>', "en", ["ltr"]],
])("%s", async (_, html, language, expected) => {
  const found = await directions(html, language);
  // The heading is in Latin letters.
  expect(language === "ar" ? found.slice(1) : found).toEqual(expected);
});
