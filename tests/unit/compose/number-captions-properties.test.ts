/** What numbering keeps to, whatever a book is made of. */
import fc from "fast-check";
import { toHtml } from "hast-util-to-html";
import { describe, expect, it } from "vitest";
import { composeText } from "./compose-text.js";

const KINDS = ["fig", "tbl", "lst"] as const;
const WORDS = { fig: "Figure", tbl: "Table", lst: "Listing" } as const;

interface Block {
  readonly kind: (typeof KINDS)[number];
  readonly numbered: boolean;
}

const block: fc.Arbitrary<Block> = fc.record({ kind: fc.constantFrom(...KINDS), numbered: fc.boolean() });
const chapters = fc.array(fc.array(block, { maxLength: 6 }), { minLength: 1, maxLength: 4 });

const markdown = ({ kind, numbered }: Block, id: string): string => {
  const attributes = numbered ? ` {#${kind}-${id}}` : "";
  if (kind === "fig") return `![Caption](a.png)${attributes.trim()}\n`;
  if (kind === "tbl") return `| a |\n|---|\n| 1 |\n\n: Caption${attributes}\n`;
  return `\`\`\`{.js${numbered ? ` #lst-${id}` : ""} caption="Caption"}\na\n\`\`\`\n`;
};

function composed(book: readonly (readonly Block[])[], numbering: "chapter" | "through") {
  const sections = Object.fromEntries(
    book.map((blocks, chapter) => [
      `chapter:c${chapter}`,
      `# Chapter\n\n${blocks.map((each, index) => markdown(each, `${chapter}-${index}`)).join("\n")}`,
    ]),
  );
  const { book: composedBook } = composeText({ sections, edition: { numbering } });
  const trees = composedBook.sections.flatMap(({ bodies }) => bodies.map(({ tree }) => tree));
  const all = trees.map((tree) => toHtml(tree)).join("");
  return [...all.matchAll(/caption-label">([^<]*)</g)].map((match) => match[1]!.replace("\u00A0", " "));
}

/** The numbers of a kind, one after another. */
const numbersOf = (labels: readonly string[], kind: Block["kind"]) =>
  labels.filter((label) => label.startsWith(WORDS[kind])).map((label) => label.slice(WORDS[kind].length + 1));

describe("numbering", () => {
  it("counts each kind from 1 without a gap, and only what has an id", () => {
    fc.assert(
      fc.property(chapters, (book) => {
        const labels = composed(book, "through");
        for (const kind of KINDS) {
          const count = book.flat().filter((each) => each.kind === kind && each.numbered).length;
          expect(numbersOf(labels, kind)).toEqual(
            Array.from({ length: count }, (_, index) => `${index + 1}`),
          );
        }
      }),
      { numRuns: 60, seed: 1 },
    );
  });

  it("begins anew in every chapter when it goes by chapter", () => {
    fc.assert(
      fc.property(chapters, (book) => {
        const labels = composed(book, "chapter");
        for (const kind of KINDS) {
          const expected = book.flatMap((blocks, chapter) =>
            blocks
              .filter((each) => each.kind === kind && each.numbered)
              .map((_, index) => `${chapter + 1}.${index + 1}`),
          );
          expect(numbersOf(labels, kind)).toEqual(expected);
        }
      }),
      { numRuns: 60, seed: 2 },
    );
  });
});
