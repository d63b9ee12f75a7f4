import type { Root } from "hast";
import { fromHtml } from "hast-util-from-html";
import { describe, expect, it } from "vitest";
import { cloneTree } from "../../../src/hast/clone.js";
import { visitElements } from "../../../src/hast/visit.js";

const parse = (html: string): Root => fromHtml(html, { fragment: true });

describe("copying a tree", () => {
  const html = '<p class="a b" id="c">x<img src="i.png" alt=""><template><b>t</b></template></p>';

  it("gives an equal tree", () => {
    const tree = parse(html);
    expect(cloneTree(tree)).toEqual(tree);
  });

  it("shares nothing that a change of the copy could reach", () => {
    const tree = parse(html);
    const copy = cloneTree(tree);
    visitElements(copy, (element) => {
      if (Array.isArray(element.properties.className)) element.properties.className.push("changed");
      element.properties.changed = true;
      element.children.push({ type: "text", value: "changed" });
      if (element.content) element.content.children = [];
    });
    expect(tree).toEqual(parse(html));
  });
});
