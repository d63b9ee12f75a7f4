/** The line that says who publishes a book, and since when. */
import { expect, test } from "vitest";
import { publisherLine } from "../../../src/adapt/colophon-imprint.js";
import type { Book } from "../../../src/model/book.js";

const line = (metadata: Partial<Book["metadata"]>) =>
  publisherLine({ metadata: { language: "en", ...metadata } } as Book);

test.each([
  [{ publisher: "Low Press", date: "2026-11-22" }, "Published by Low Press, 2026"],
  [{ publisher: "Presses", date: "2026", language: "fr" }, "Éditeur : Presses, 2026"],
  [{ publisher: "低潮社", language: "ja" }, "発行：低潮社"],
  [{ date: "2026-11" }, "2026"],
  [{ date: "2026", rights: "© 2026 Ada Roe" }, undefined],
  [{}, undefined],
])("%o", (metadata, expected) => {
  expect(line(metadata)).toBe(expected);
});
