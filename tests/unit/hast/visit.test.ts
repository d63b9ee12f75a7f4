import type { Element, ElementContent, Root } from "hast";
import { fromHtml } from "hast-util-from-html";
import { describe, expect, it } from "vitest";
import { visitElements, visitNodes } from "../../../src/hast/visit.js";

const parse = (html: string): Root => fromHtml(html, { fragment: true });

function names(tree: Root, visit: (element: Element) => "skip" | undefined = () => undefined): string[] {
  const seen: string[] = [];
  visitElements(tree, (element) => {
    seen.push(element.tagName);
    return visit(element);
  });
  return seen;
}

describe("walking a tree", () => {
  it("meets outer elements before inner ones, in document order", () => {
    expect(names(parse("<p><b><i>x</i></b><u>y</u></p><hr>"))).toEqual(["p", "b", "i", "u", "hr"]);
  });

  it("leaves out what a skipped element contains", () => {
    const visited = names(parse("<p><b>x</b></p><hr>"), ({ tagName }) =>
      tagName === "p" ? "skip" : undefined,
    );
    expect(visited).toEqual(["p", "hr"]);
  });

  it("goes on at the index that the visitor gives", () => {
    const tree = parse("<p>a<b>b</b>c</p>");
    const texts: string[] = [];
    visitNodes(tree, (node, index, parent) => {
      if (node.type === "text") texts.push(node.value);
      if (node.type !== "element" || node.tagName !== "b") return undefined;
      // The element goes, what it contained stands in its place and is visited there.
      (parent.children as ElementContent[]).splice(index, 1, ...node.children.splice(0));
      return index;
    });
    expect(texts).toEqual(["a", "b", "c"]);
  });
});
