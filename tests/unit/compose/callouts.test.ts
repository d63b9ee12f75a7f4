import { expect, it } from "vitest";
import { composeText } from "./compose-text.js";

it("gives a callout without a title the book's own word for its kind", () => {
  const { html } = composeText({
    language: "de",
    sections: { chapter: "# Ebbe\n\n> [!WARNING]\n> Sturm[^1].\n\n[^1]: Nachts.\n" },
  });
  expect(html()).toContain('<p class="callout-title">Warnung</p>');
});

it("keeps the title that the author has written", () => {
  const { html } = composeText({
    language: "de",
    sections: { chapter: "# Ebbe\n\n> [!WARNING] Warning\n> Sturm.\n" },
  });
  expect(html()).toContain('<p class="callout-title">Warning</p>');
});

const TIPS = `::: {#tip-ebb .callout-tip}
## Go *early*

Wait.
:::

::: {#tip-flood .callout-tip}
Run.
:::

::: {#nte-mud .callout-note title="Mud"}
Soft.
:::

See @tip-ebb, [-@tip-flood], @Nte-mud and [@tip-ebb; @tip-flood].
`;

const bare = (html: string) => html.replace(/\s/g, " ").replace(/<[^>]+>/g, "");

it.each([
  ["en", "See Tip 1, 2, Note 1 and Tip 1, Tip 2.", "Tip 1: Go early", "Tip 2", "Note 1: Mud"],
  [
    "fr",
    "See Astuce 1, 2, Remarque 1 and Astuce 1, Astuce 2.",
    "Astuce 1 : Go early",
    "Astuce 2",
    "Remarque 1 : Mud",
  ],
  ["de", "See Tipp 1, 2, Hinweis 1 and Tipp 1, Tipp 2.", "Tipp 1: Go early", "Tipp 2", "Hinweis 1: Mud"],
])(
  "counts callouts with an id of their kind in %s, and names them where the text refers to them",
  (...row) => {
    const [language, sentence, ...titles] = row;
    const { html, problems } = composeText({ language, sections: { chapter: `# Ebb\n\n${TIPS}` } });
    expect(problems).toEqual([]);
    const found = [...html().matchAll(/<p class="callout-title">(.*?)<\/p>/g)].map(([, title]) =>
      bare(title!),
    );
    expect(found).toEqual(titles);
    expect(bare(html())).toContain(sentence);
  },
);

it("says of a reference of MyST that leads nowhere which name it has", () => {
  const { problems, diagnostics } = composeText({
    dialect: "myst",
    sections: { chapter: "# Ebb\n\n{ref}`lw`\n" },
  });
  expect(problems).toEqual(["chapter.md:3:1 unknown-reference"]);
  expect(diagnostics[0]?.hint).toContain("`{#lw}`");
});

it("counts callouts by chapter where captions are, and no other divs", () => {
  const { html, problems } = composeText({
    edition: { numbering: "chapter" },
    sections: {
      chapter: "# Ebb\n\n::: {#tip-a .tip}\nA.\n:::\n\n::: {#tip-b .box}\nB.\n:::\n\n@tip-a\n",
    },
  });
  expect(problems).toEqual([]);
  expect(bare(html())).toMatch(/Tip 1\.1\s+A\.\s+B\.\s+Tip 1\.1/);
});

it("calls a callout that has no number by its title, where MyST refers to it", () => {
  const chapter =
    ":::{note} Low *water*\n:name: low\nMud.\n:::\n\n```{dropdown} More\n:name: more\nSand.\n```\n\n{ref}`low`, {ref}`more`\n";
  const { html, problems } = composeText({ dialect: "myst", sections: { chapter: `# Ebb\n\n${chapter}` } });
  expect(problems).toEqual([]);
  expect(html()).toMatch(/href="#low">Low water<\/a>, <a[^>]*href="#more">More<\/a>/);
});
