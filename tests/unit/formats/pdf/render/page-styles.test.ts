/** Variables in the styles of an edition: whatever they hold, the styles after them still count. */
import { describe, expect, test } from "vitest";
import { pageStyles } from "../../../../../src/formats/pdf/render/page-styles.js";
import type { Book, Section } from "../../../../../src/model/book.js";
import type { PdfEdition } from "../../../../../src/model/publication.js";

function property(value: string | number, name = "value"): string {
  const edition = {
    trim: { width: 1, height: 1 },
    variables: { [name]: value },
    metadata: { language: "en" },
  } as unknown as PdfEdition;
  const book = { metadata: { title: "T", contributors: [] } } as unknown as Book;
  const styles = pageStyles(edition, book, { title: "" } as Section);
  return new RegExp(`--${name}: (.*);\\n\\}\\n$`, "s").exec(styles)![1]!;
}

describe("a variable in the styles", () => {
  test.each([
    ["10.5pt"],
    ["calc(var(--size-text) * 0.9)"],
    ['"EB Garamond", serif'],
    ["#7a3b14"],
    ["a 'b' c"],
  ])("is the value %s as it is written", (value) => expect(property(value)).toBe(value));

  test.each([
    ["L’eau d'ici", '"L’eau d\'ici"'],
    ['5" disk', '"5\\22  disk"'],
    ["one (and", '"one (and"'],
    ["one) and", '"one) and"'],
    ["a /* b", '"a /* b"'],
    ["two\nlines", '"two lines"'],
  ])("is a string when %j is no value", (value, written) => expect(property(value)).toBe(written));

  test.each([
    ["leading", "14pt", "round(14pt, 1px)"],
    ["leading-small", "4.2mm", "round(4.2mm, 1px)"],
    ["leading-code", "calc(var(--leading) * 0.8)", "calc(var(--leading) * 0.8)"],
    ["leading-figure", "none", "none"],
    ["misleading", "14pt", "14pt"],
  ])("that is a distance of lines is one of whole pixels: %s", (name, value, written) =>
    expect(property(value, name)).toBe(written),
  );

  test("cannot end its declaration, its rule or the style element", () => {
    expect(property("red; } </style>")).toBe("red     /style>");
  });
});

describe("the page", () => {
  const styles = (bleed: number) => {
    const edition = {
      trim: { width: 300, height: 500 },
      bleed,
      variables: {},
      metadata: { language: "en" },
    } as unknown as PdfEdition;
    const book = { metadata: { title: "T", contributors: [] } } as unknown as Book;
    return pageStyles(edition, book, { title: "" } as Section);
  };

  test("has its bleed, which styles may ask for", () => {
    expect(styles(9)).toContain("@page { size: 300pt 500pt; bleed: 9pt; }");
    expect(styles(9)).toContain("--bleed: 9pt;");
  });

  test("says nothing of a bleed that it has not", () => {
    expect(styles(0)).toContain("@page { size: 300pt 500pt; }");
    expect(styles(0)).not.toContain("bleed");
  });
});
