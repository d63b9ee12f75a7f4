/** Properties of the parser, for whatever text comes along. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { elements, parseText, textOf } from "./parse-text.js";

/** Pieces of Markdown and HTML, to be put together in every wrong way. */
const piece = fc.constantFrom(
  ..."# |\n\n|> |- |1. |[|](|)|![|]{.x #y}|**|_|`|```\n|~~~|$|$$\n|[^1]|\n[^1]: |^[|::: x\n|:::\n|| a |\n|---|\n|<div>|</div>|<b|>|<!--|-->|<script>|</script>|<p onclick=x>|<svg>|</svg>|<math>|&lt;|&#0;|\\|@fig-x|[@k]|: |\t|    |\r\n|\u202E|{{|}}".split(
    "|",
  ),
);
const word = fc.stringMatching(/^[a-z]{1,6}$/);
const markdown = fc.array(fc.oneof(piece, word, fc.string({ unit: "grapheme", maxLength: 6 })), {
  maxLength: 60,
});

describe("the parser, whatever the text", () => {
  test("never throws, and lets nothing unsafe through", () => {
    fc.assert(
      fc.property(markdown, (pieces) => {
        const { tree, notes } = parseText(pieces.join(""));
        const all = [tree, ...[...notes.values()].flatMap((note) => note.children)].flatMap(elements);
        for (const { tagName, properties } of all) {
          expect(["script", "style", "iframe"]).not.toContain(tagName);
          expect(Object.keys(properties).filter((name) => /^on/i.test(name))).toEqual([]);
        }
      }),
      { numRuns: 400 },
    );
  });

  test("keeps every word of plain paragraphs, in their order", () => {
    const paragraph = fc.array(word, { minLength: 1, maxLength: 20 }).map((words) => words.join(" "));
    fc.assert(
      fc.property(fc.array(paragraph, { minLength: 1, maxLength: 8 }), (paragraphs) => {
        const { tree } = parseText(paragraphs.join("\n\n"));
        expect(textOf(tree).trim().split(/\s+/)).toEqual(paragraphs.join(" ").split(/\s+/));
      }),
      { numRuns: 300 },
    );
  });

  test("keeps the letters of code, whatever they are", () => {
    const code = fc
      .string({ unit: "grapheme-ascii", minLength: 1 })
      .filter((text) => /[a-z]/.test(text) && !text.includes("~~~"));
    fc.assert(
      fc.property(code, (text) => {
        const { tree } = parseText(`~~~\n${text}\n~~~`);
        expect(textOf(tree).trim()).toBe(text.trim());
      }),
      { numRuns: 300 },
    );
  });
});
