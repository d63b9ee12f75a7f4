/**
 * What those ask of an ebook who make them by hand: the rules of Standard Ebooks' `se lint` that are about any book, and
 * not about the style of their house. Their numbers are behind each.
 */
import { beforeAll, expect, it } from "vitest";
import { texts } from "../../../../support/xml.js";
import { publish } from "../book.js";
import { EVERYTHING } from "../content.js";

const HTML = `<h1>Tides<b></b></h1><p><span></span></p><p>Low <i></i>water<a>.</a></p>
<table><tr><th>a</th><td>1</td></tr><tr><th>b</th><td>2</td></tr></table><p id="kept"></p>`;

let documents: [name: string, xhtml: string][];
let opf: string;

beforeAll(async () => {
  const books = await Promise.all([
    publish(EVERYTHING),
    publish({ sections: [{ id: "tides", title: "Tides", html: HTML }] }),
  ]);
  const files = books.map(async ({ names, read }) => {
    const own = names.filter((name) => name.endsWith(".xhtml")).map((name) => name.replace(/^EPUB\//, ""));
    return await Promise.all(own.map(async (name): Promise<[string, string]> => [name, await read(name)]));
  });
  documents = (await Promise.all(files)).flat();
  opf = await books[0]!.read("package.opf");
});

it.each([
  ["s-004: pictures have an alternative text, if an empty one", "//h:img[not(@alt)]/@src"],
  [
    "s-010: no mark is around nothing",
    "//*[self::h:p or self::h:b or self::h:i or self::h:span][not(node()) and not(@*)]/..",
  ],
  ["s-017: formulas are fenced in MathML of today", "//*[local-name()='mfenced']/.."],
  ["s-042: tables have a body", "//h:table[not(h:tbody)]"],
  ["s-074: no heading of a table is empty", "//h:thead//h:th[not(node())]/ancestor::h:table[not(h:tbody)]"],
  ["s-090: languages have tags", "//*[@xml:lang = '' or contains(@xml:lang, ' ')]"],
  ["s-094: scripts are written as the standard has them", "//*[contains(@xml:lang, '-latn')]"],
  ["s-097: what is no link is no `a`", "//h:a[not(@href)]"],
  ["x-007: ids begin with no figure", "//*[contains('0123456789', substring(@id, 1, 1)) and @id]/@id"],
  ["x-010: titles of documents are words", "//h:title[* or not(normalize-space())]/.."],
])("%s", (_, query) => {
  expect(documents.flatMap(([name, xhtml]) => texts(xhtml, query).map((text) => `${name}: ${text}`))).toEqual(
    [],
  );
});

it("x-017: each id stands once in a document", () => {
  for (const [, xhtml] of documents) {
    const ids = texts(xhtml, "//@id");
    expect(new Set(ids).size).toBe(ids.length);
  }
});

it("what links lead to stays, though it is empty", () => {
  expect(documents.flatMap(([, xhtml]) => texts(xhtml, "//*[@id='kept']"))).toEqual([""]);
});

it("m-010, m-022: what is said of a thing is of one that is there, and says something", () => {
  const ids = new Set(texts(opf, "//@id"));
  for (const refined of texts(opf, "//@refines")) expect(ids).toContain(refined.slice(1));
  expect(texts(opf, "//*[namespace-uri()='http://purl.org/dc/elements/1.1/']")).not.toContain("");
});
