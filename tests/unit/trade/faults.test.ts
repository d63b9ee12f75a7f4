/** What is wrong with products, and with what the trade is told: once each, at its place. */
import { describe, expect, test } from "vitest";
import { tradeFaults } from "../../../src/trade/faults.js";
import { productsOf } from "./trade-items.js";

describe("products", () => {
  test.each([
    ["two with one ISBN", "identifier: urn:isbn:978-3-16-148410-0\n", "isbn-used-twice", 1, 1],
    ["a role that ONIX lacks", "contributors:\n  - { name: A, role: bnd }\n", "role-without-onix", 7, 22],
    [
      "a code that is none of Thema",
      "subjects:\n  - { scheme: thema, code: fba }\n",
      "bad-subject-code",
      7,
      28,
    ],
    [
      "a code that is none of BISAC",
      "subjects:\n  - { scheme: bisac, code: FIC19 }\n",
      "bad-subject-code",
      7,
      28,
    ],
  ])("%s", async (_, yaml, code, line, column) => {
    const { items } = await productsOf(`${yaml}publisher: P\n`);
    const found = new Set(
      tradeFaults(items).map(
        ({ diagnostic: { code, location } }) => `${code} ${location?.line}:${location?.column}`,
      ),
    );
    expect([...found]).toEqual([`${code} ${line}:${column}`]);
  });

  test("without a publisher", async () => {
    const { items } = await productsOf("");
    expect(new Set(tradeFaults(items).map(({ diagnostic: { code } }) => code))).toEqual(
      new Set(["missing-key"]),
    );
  });

  test("with ISBNs of their own are sound", async () => {
    const { items } = await productsOf(
      "publisher: P\neditions:\n  print: { format: pdf, identifier: 'urn:isbn:978-3-16-148410-0' }\n  ebook: { format: epub, identifier: 'urn:isbn:978-0-306-40615-7' }\n",
    );
    expect(tradeFaults(items)).toEqual([]);
  });
});

describe("keys for the trade", () => {
  test.each([
    ["form: softback", "unknown-trade-code", "7:9"],
    ["audience: [general, kids]", "unknown-trade-code", "7:23"],
    ["territory: UK-ish", "unknown-trade-code", "7:14"],
    ["prices: [{ amount: 5, currency: XYZ }]", "unknown-trade-code", "7:35"],
    ["prices: [{ amount: 5,50, currency: EUR }]", "unknown-key", undefined],
    ["prices: [{ amount: 5, currency: EUR, from: 2026-13-01 }]", "bad-date", "7:46"],
    ["supplier: { name: S, gln: 4012345678901 }", "wrong-type", "7:29"],
    ["website: example.org", "bad-value", "7:12"],
    ["related: [{ relation: replaces, identifier: 'urn:isbn:978-3-16-148410-1' }]", "bad-isbn", "7:47"],
  ])("%s", async (line, code, place) => {
    const { problems } = await productsOf(`trade:\n  ${line}\n`);
    expect(problems[0]).toContain(place === undefined ? code : `${place} ${code}`);
    expect(problems).toHaveLength(1);
  });

  test("a price in a data file is told at its cell", async () => {
    const { problems } = await productsOf("trade: { prices: prices.csv }\n", {
      "prices.csv": "edition,amount,currency\nprint,cheap,EUR\n",
    });
    expect(problems).toEqual([
      "2:7 bad-data: `amount` cannot be `cheap` | Write it as in `trade` → `prices`: 12.99 and EUR",
    ]);
  });
});
