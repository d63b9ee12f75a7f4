/** What a phone has no room for is known from the letters of its cells. */
import { describe, expect, it } from "vitest";
import { texts } from "../../../../support/xml.js";
import { publish } from "../book.js";

async function chapter(html: string) {
  const { read, diagnostics } = await publish({
    sections: [{ id: "c", title: "C", html: `<h1>C</h1>${html}` }],
  });
  expect(diagnostics).toEqual([]);
  return await read("c.xhtml");
}

const row = (cells: readonly string[], name = "td") =>
  `<tr>${cells.map((cell) => `<${name}>${cell}</${name}>`).join("")}</tr>`;
const table = (head: readonly string[], ...rows: readonly string[][]) =>
  `<table><caption>Depths</caption><thead>${row(head, "th")}</thead><tbody>${rows.map((each) => row(each)).join("")}</tbody></table>`;

describe("a table", () => {
  it("that a phone has room for keeps its words whole", async () => {
    const document = await chapter(table(["City", "Zone"], ["Hilo", "<code>UTC-10</code>"]));
    expect(texts(document, "//h:table/@class")).toEqual([]);
    expect(texts(document, "//h:div[@class='table-box']")).toEqual([]);
  });

  it("that it has no room for with letters twice as large becomes a list there", async () => {
    const document = await chapter(table(["Verb", "Participle"], ["λαμβάνω", "λαβούσαις"]));
    expect(texts(document, "//h:div[@class='table-box for-large-letters']/h:table/@class")).toEqual([
      "as-list",
    ]);
    expect(texts(document, "//h:td/@data-column")).toEqual(["Verb", "Participle"]);
  });

  it("of many columns stands in a box with its name, and can become a list of its rows", async () => {
    const head = ["Name", "A", "B", "C", "D"];
    const document = await chapter(table(head, ["x", "1", "2", "3", "4"], ["y", "5", "6", "7", "8"]));
    expect(texts(document, "//h:div[@class='table-box'][@role='region'][@tabindex='0']/@aria-label")).toEqual(
      ["Depths"],
    );
    expect(texts(document, "//h:div/h:table/@class")).toEqual(["many-columns as-list"]);
    expect(texts(document, "//h:tbody/h:tr[1]/h:td/@data-column")).toEqual(head);
  });

  it("has no name of a column before a cell that is empty", async () => {
    const head = ["Name", "A", "B", "C", "D"];
    const document = await chapter(table(head, ["x", "", "2", " ", "4"]));
    expect(texts(document, "//h:tbody/h:tr[1]/h:td/@data-column")).toEqual(["Name", "B", "D"]);
  });

  it("of few columns with long words is too wide, too", async () => {
    const long = "w".repeat(30);
    const document = await chapter(table(["A", "B"], [long, long]));
    expect(texts(document, "//h:div/h:table/@class")).toEqual(["as-list"]);
  });

  it.each([
    ["without a head", `<table><tbody>${row(["a", "b", "c", "d", "e"])}</tbody></table>`],
    [
      "with cells over columns",
      table(["N", "A", "B", "C", "D"], ["x", "1", "2", "3", "4"]).replace(
        "<td>1</td><td>2</td>",
        '<td colspan="2">1</td>',
      ),
    ],
    ["with a column that has no name", table(["N", "", "B", "C", "D"], ["x", "1", "2", "3", "4"])],
  ])("%s stays a table", async (_, html) => {
    const document = await chapter(html);
    expect(texts(document, "//h:div[@class='table-box']/h:table/@class")).toEqual(["many-columns"]);
    expect(texts(document, "//@data-column")).toEqual([]);
  });

  it("in a cell is left to the table around", async () => {
    const inner = table(["N", "A", "B", "C", "D"], ["x", "1", "2", "3", "4"]);
    const document = await chapter(`<table><tbody><tr><td>${inner}</td></tr></tbody></table>`);
    expect(texts(document, "//h:td//h:div[@class='table-box']")).toEqual([]);
  });
});

describe("code", () => {
  const code = (text: string, attributes = "") => chapter(`<pre${attributes}><code>${text}</code></pre>`);
  const long = `    return ${"x + ".repeat(12)}1`;

  it("goes on deeper than it began where a line is long, and is copied as it was written", async () => {
    const text = `def a():\n${long}\n    pass\n`;
    const document = await code(text);
    expect(texts(document, "//h:pre//h:span[@class='line']/@style")).toEqual([
      "padding-left: 6ch; text-indent: -6ch",
    ]);
    const [source] = /<pre>[\s\S]*<\/pre>/.exec(document) ?? [];
    expect(source?.replace(/<[^>]*>/g, "")).toBe(text);
  });

  it("of short lines stays as it is", async () => {
    expect(texts(await code("a\n    b\n"), "//h:pre//h:span")).toEqual([]);
  });

  it("is not indented without end", async () => {
    const document = await code(`${" ".repeat(60)}x`);
    expect(texts(document, "//h:span[@class='line']/@style")).toEqual([
      "padding-left: 14ch; text-indent: -14ch",
    ]);
  });
});
