/** Content for some editions only. */
import { describe, expect, test } from "vitest";
import type { Edition } from "../../../src/model/publication.js";
import { composeText, htmlOf } from "./compose-text.js";

const PRINT: Partial<Edition> = {
  names: {
    own: ["paper", "pdf", "print", "teacher"],
    known: ["paper", "pdf", "print", "teacher", "epub", "ebook"],
  },
};
const compose = (chapter: string, edition: Partial<Edition> = PRINT) =>
  composeText({ sections: { chapter }, edition });

describe("what is marked for other editions", () => {
  test("is left out: blocks, spans, paragraphs, list items, figures", () => {
    const { html, problems } = compose(`# One

::: {only=ebook}
Gone.
:::

::: {only="teacher, epub"}
Kept.
:::

::: {.note not=print}
Gone too.
:::

Text [here]{not=ebook}[ there]{only=ebook}. {.x}

A paragraph. {only=epub}

- first
- second {only=epub}

1. only {only=epub}
`);
    expect(problems).toEqual([]);
    expect(html().replaceAll(/\s*\n\s*/g, "")).toBe(
      '<h1>One</h1><p>Kept.</p><p class="x">Text here.</p><ul><li>first</li></ul>',
    );
  });

  test("takes the section below a heading with it, to the next heading of its level", () => {
    const { html } = compose(`# One

Kept.

## Two {only=ebook}

Gone.

### Three

Gone.

## Four {only=print}

Kept.
`);
    expect(html().replaceAll(/\s*\n\s*/g, "")).toBe(
      '<h1>One</h1><p>Kept.</p><h2 id="chapter--four">Four</h2><p>Kept.</p>',
    );
  });

  test("is not counted: figures, notes and chapters go on from what is there", () => {
    const { book, html, problems } = composeText({
      sections: {
        "chapter:a":
          "# A\n\n::: {only=ebook}\n![One](a.svg){#fig-a}\n\nNote[^x].\n:::\n\n![Two](b.svg){#fig-b}\n\nSee @fig-b[^y].\n\n[^x]: X\n[^y]: Y\n",
        "chapter:b": "# B {only=ebook}\n\nAll of it.\n",
        "chapter:c": "# C\n",
      },
      edition: PRINT,
    });
    expect(problems).toEqual([]);
    expect(book.sections.map(({ label, title }) => [label, title])).toEqual([
      ["1", "A"],
      ["2", "C"],
    ]);
    expect(book.sections[0]!.notes.map(({ label, children }) => [label, htmlOf(children)])).toEqual([
      ["1", "<p>Y</p>"],
    ]);
    expect(html()).toContain("Figure\u00A01");
    expect(html()).not.toContain("Figure\u00A02");
  });

  test("leaves no empty paragraph, list or figure behind, but every cell of a table", () => {
    const { html } = compose(`# One

[Gone]{only=epub}

- a {only=epub}

| A | B |
| - | - |
| [x]{only=epub} | y |
`);
    expect(html()).not.toMatch(/<p>|<ul>/);
    expect(html()).toMatch(/<td><\/td>\s*<td>y<\/td>/);
  });

  test("is gone from notes too", () => {
    const { book } = compose("# One\n\nA[^n]\n\n[^n]: Here[ and there]{only=epub}.\n");
    expect(htmlOf(book.sections[0]!.notes[0]!.children)).toBe("<p>Here.</p>");
  });

  test("is said to be left out when something refers to it", () => {
    const { diagnostics } = composeText({
      sections: {
        "chapter:a":
          "# A\n\nSee @fig-a, [the rest](#rest) and [B](chapter-b.md).\n\n![One](a.svg){#fig-a only=epub}\n\n## The *rest* {#rest only=epub}\n",
        "chapter:b": "# B {only=epub}\n",
      },
      edition: PRINT,
    });
    expect(diagnostics.map(({ code, message }) => `${code}: ${message}`)).toEqual([
      "reference-left-out: `@fig-a` leads to something that this edition leaves out",
      "reference-left-out: `#rest` leads to something that this edition leaves out",
      "reference-left-out: `chapter-b.md` leads to something that this edition leaves out",
    ]);
  });

  test("is warned of when a word names nothing", () => {
    const { diagnostics } = compose('# One\n\n::: {only="prnt ebook"}\nX\n:::\n');
    expect(diagnostics).toMatchObject([
      {
        code: "unknown-condition",
        severity: "warning",
        location: { line: 3, column: 1 },
        hint: "Did you mean `print`? Use one of: paper, pdf, print, teacher, epub, ebook",
      },
    ]);
  });
});
