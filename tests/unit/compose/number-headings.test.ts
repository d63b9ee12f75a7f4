/** Numbers of headings below chapters: which have one, and where it is said. */
import { describe, expect, it } from "vitest";
import { composeText } from "./compose-text.js";

const GARDENS = `# Gardens

## Beds {#sec-beds}

### Soil {#sec-soil}

### Seeds

## Paths {.unnumbered}

## Walls

#### Moss
`;

const composed = (text: string, edition = {}) =>
  composeText({
    sections: { preface: "# Before\n\n## Thanks\n", chapter: text },
    edition: { headingNumbers: 3, ...edition },
  });

const headings = (html: string) =>
  [...html.matchAll(/<h[2-6][^>]*>(.*?)<\/h/g)].map(([, words = ""]) => words.replace(/<[^>]*>/g, ""));

describe("headings", () => {
  it("have the number of their chapter and their own, down to the level that is asked for", () => {
    expect(headings(composed(GARDENS).html())).toEqual([
      "1.1\u2002Beds",
      "1.1.1\u2002Soil",
      "1.1.2\u2002Seeds",
      "Paths",
      "1.2\u2002Walls",
      "Moss",
    ]);
  });

  it("have none below a section without one, nor when nothing asks for them", () => {
    expect(headings(composed(GARDENS).html("preface"))).toEqual(["Thanks"]);
    expect(headings(composed(GARDENS, { headingNumbers: 1 }).html())).toContain("Beds");
  });

  it("keep those that they say themselves", () => {
    const typed = "# Gardens\n\n## 1.1 Beds\n\n## 1.2 Paths\n\n## Walls\n";
    expect(headings(composed(typed).html())).toEqual(["1.1 Beds", "1.2 Paths", "Walls"]);
  });

  it("begin anew where the level above does, and count what is missing as none", () => {
    const text = "# A\n\n### Deep\n\n## One\n\n### Below\n\n## Two\n\n### Below\n";
    expect(headings(composed(text).html()).map((words) => words.split("\u2002")[0])).toEqual([
      "1.0.1",
      "1.1",
      "1.1.1",
      "1.2",
      "1.2.1",
    ]);
  });
});

describe("a number", () => {
  it("is said by references", () => {
    const { html, problems } = composed(`${GARDENS}\nSee @sec-beds and @Sec-soil.\n`);
    expect(problems).toEqual([]);
    expect(html()).toMatch(/section\u00A01\.1</i);
    expect(html()).toMatch(/Section\u00A01\.1\.1</);
  });

  it("stands before the title in contents, and is no part of it", () => {
    const { book } = composed(GARDENS);
    const beds = book.contents.find(({ title }) => title === "Gardens")!.children[0]!;
    expect([beds.label, beds.title]).toEqual(["1.1", "Beds"]);
  });

  it("has the digits of its language", () => {
    const { html } = composeText({
      sections: { chapter: "# الحدائق\n\n## الأحواض\n" },
      language: "fa",
      edition: { headingNumbers: 2 },
    });
    expect(headings(html())[0]).toMatch(/^۱\.۱/);
  });
});
