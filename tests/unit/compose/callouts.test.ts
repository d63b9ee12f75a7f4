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
