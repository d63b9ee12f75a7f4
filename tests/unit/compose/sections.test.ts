/** Files that only say how LaTeX sets pages are no sections. */
import { expect, it } from "vitest";
import { composeText } from "./compose-text.js";

const titles = (sections: Record<string, string>) => {
  const { book } = composeText({ sections });
  return book.sections.map(({ label, title }) => `${label ?? "–"} ${title}`);
};

it.each([
  "\\newpage\n",
  "\\pagenumbering{gobble}\n\n\\tableofcontents\n\n\\newpage\n",
  "\\clearpage\n\n\\newpage\n",
])("%j makes no chapter", (layout) => {
  expect(titles({ "chapter:one": "# Reeds\n", "chapter:lists": layout, "chapter:two": "# Sedge\n" })).toEqual(
    ["1 Reeds", "2 Sedge"],
  );
});

it("words beside a page break make one", () => {
  expect(titles({ "chapter:one": "# Reeds\n", "chapter:two": "\\newpage\n\nThey bend.\n" })).toHaveLength(2);
});

it("an empty text stays, and is told of where that matters", () => {
  expect(titles({ "chapter:one": "# Reeds\n", "chapter:two": "" })).toHaveLength(2);
});
