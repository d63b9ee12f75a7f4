/** A link without words says where it leads. */
import { expect, it } from "vitest";
import { composeText } from "./compose-text.js";

const TEXT = `# Tides

See [](#ebb), [](#fig-low), [](https://example.org/tides) and [](mailto:a@example.org).

## Low *water* {#ebb}

![A beach](b.png){#fig-low}

<a class="up" href="#ebb"></a>

[![A beach](b.png)](#ebb)

### Deep <a href="#ebb"></a>
`;

it("by the title of a heading, the number of a figure, or the address", () => {
  const { html, problems } = composeText({ sections: { chapter: TEXT }, images: ["b.png"] });
  expect(problems).toEqual([]);
  const links = [...html().matchAll(/<a href="[^"]*">(.*?)<\/a>/g)].map(([, words]) => words);
  expect(links.slice(0, 4)).toEqual([
    "Low water",
    "Figure\u00A01",
    "https://example.org/tides",
    "a@example.org",
  ]);
});

it("but for anchors of headings, links with a class and pictures", () => {
  const { html } = composeText({ sections: { chapter: TEXT }, images: ["b.png"] });
  expect(html()).toContain('<a class="up" href="#ebb"></a>');
  expect(html()).toMatch(/<a href="#ebb"><img [^>]*><\/a>/);
  expect(html()).toMatch(/Deep <a href="#ebb"><\/a>/);
});
