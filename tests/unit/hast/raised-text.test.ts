/** Titles have no markup in the menus of reading systems, and formulas stay what they are. */
import { describe, expect, it } from "vitest";
import { composeText } from "../compose/compose-text.js";

const titleOf = (heading: string) =>
  composeText({ sections: { chapter: `# ${heading}\n` } }).book.contents[0]!.title;

describe("the title of a heading", () => {
  it.each([
    ["Why $E = mc^2$ holds", "Why E = mc² holds"],
    ["$x_1^2 + x_2^2$", "x₁² + x₂²"],
    ["On $\\sqrt{a+b}$ and $\\frac{a+b}{2}$", "On √(a + b) and (a + b)/2"],
    ["$e^{i\\pi}$", "e^(iπ)"],
    ["The vector $\\vec{v}$, $f'$", "The vector v\u20D7, f′"],
    ["Some 10^6^ molecules of H~2~O", "Some 10⁶ molecules of H₂O"],
    ["The 1^st^ tide", "The 1st tide"],
    ["Ebb<br>and flow", "Ebb and flow"],
    ["Ebb<br/> and *flow*^[A note.]", "Ebb and flow"],
  ])("%s is read as %s", (heading, title) => {
    expect(titleOf(heading)).toBe(title);
  });

  it("makes the same names as before", () => {
    const { book } = composeText({ sections: { chapter: "# Title\n\n## Area in m^2^ and $x^2$\n" } });
    expect(book.contents[0]!.children[0]!.id).toContain("area-in-m2-and-x2");
  });
});
