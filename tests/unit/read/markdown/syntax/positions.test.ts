import type { Element } from "hast";
import { describe, expect, test } from "vitest";
import { elements, parseText, places } from "../parse-text.js";

describe("positions are places in the Markdown source", () => {
  test("a link in a list in a quotation has its exact line and column", () => {
    const { tree } = parseText("# Title\n\n> - one\n>   two [x](a.md) and\n>   *see [y](b.md)*\n");
    expect(places(tree, "a")).toEqual(["4:9", "5:10"]);
  });

  test("links and images in headings, cells, terms, captions and notes have theirs", () => {
    const text = [
      "Setext [a](a.md) ##x",
      "===",
      "",
      "# Atx [b](b.md) {#id} #",
      "",
      "| a | b |",
      "|---|---|",
      "| x \\| y | `z` [c](c.md) |",
      "| [d](d.md) | x |",
      "",
      "Term [e](e.md)",
      ":   Definition [f](f.md)",
      "",
      "  ![Caption [g](g.md)](g.png)",
      "",
      "text^[inline [h](h.md)] ![i](i.png)[^n]",
      "",
      "[^n]: note [j](j.md)",
      "",
      "    more [k](k.md)",
    ].join("\n");
    const { tree, notes } = parseText(text);
    const links = ["1:8", "4:7", "8:16", "9:3", "11:6", "12:16", "14:13"];
    expect(places(tree, "a")).toEqual(links);
    expect(places(tree, "img")).toEqual(["14:3", "16:25"]);
    const inNotes = [...notes.values()].flatMap(({ children }) =>
      children.flatMap((child) => places(child, "a")),
    );
    expect(inNotes).toEqual(["16:14", "18:12", "20:10"]);
    expect([...notes.values()].map(({ location }) => `${location.line}:${location.column}`)).toEqual([
      "16:5",
      "18:1",
    ]);
  });

  test("a link ends where its source ends", () => {
    const { tree } = parseText("a [b *c*](d.md) e\n");
    const link = elements(tree).find(({ tagName }) => tagName === "a") as Element;
    expect(link.position?.end).toEqual({ line: 1, column: 16 });
  });

  test("elements of an author's HTML have their own lines and columns", () => {
    const { tree } = parseText(
      '> <div>\n>   <p>a\n>   <img src="a.png" alt=""></p>\n> </div>\n\nb <em>c</em>\n',
    );
    expect(places(tree, "img")).toEqual(["3:5"]);
    expect(places(tree, "em")).toEqual(["6:3"]);
  });

  test("highlighted code has the lines of its fence", () => {
    const { tree } = parseText("- a\n\n  ```js\n  let x = 1;\n    return x;\n  ```\n");
    expect(places(tree, "span")).toEqual(["4:3", "4:11", "5:5"]);
  });

  test("escapes, line ends of Windows and a byte order mark shift nothing", () => {
    const { tree } = parseText("\uFEFFone\r\ntwo \\* &amp; **x** [a](a.md)\r\n");
    expect(places(tree, "a")).toEqual(["2:20"]);
  });

  test("every node has a place, those that the HTML parser adds too", () => {
    const { tree } = parseText("<table><tr><td>x</table>\n\ntext *a*\n");
    expect(elements(tree).map(({ tagName, position }) => `${tagName} ${position?.start.line}`)).toEqual([
      "table 1",
      "tbody 1",
      "tr 1",
      "td 1",
      "p 3",
      "em 3",
    ]);
  });
});
