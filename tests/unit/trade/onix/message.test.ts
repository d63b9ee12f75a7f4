/** ONIX messages: every fact in its place, the same bytes each time, and valid by the schema of EDItEUR. */
import { execFileSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import type { TradeItem } from "../../../../src/trade/item.js";
import { onixMessage } from "../../../../src/trade/onix/message.js";
import { ONIX_SCHEMA } from "../../../support/needs.js";
import { texts } from "../../../support/xml.js";
import { FACTS, productsOf } from "../trade-items.js";

const FULL = `subtitle: With <signs> & "marks"
publisher: Example Press
description: A book.
identifier: urn:uuid:7c1f0d5a-52c6-4a3e-9f0b-8f3f6d2b9a41
contributors:
  - { name: Ada Example, file-as: "Example, Ada" }
  - { name: Drawbot, role: ill, provenance: generated }
  - { name: Bo Sample, role: trl }
series: { name: Examples, position: 2 }
subjects: [tides, { scheme: thema, code: FBA }, { scheme: thema, code: 1DDU }, { scheme: bisac, code: FIC019000 }]
rights:
  licence: CC BY 4.0
  holders: [{ name: Ada Example, share: 50 }]
  text-and-data-mining: { status: reserved, policy: "https://example.org/mining" }
provenance:
  text: { made: assisted, tool: Claude }
  translation: { made: generated, tool: Claude }
trade:
  audience: [general, students]
  ages: { from: 12, to: 99 }
  prices: prices.csv
  supplier: { name: Fen Supply, gln: "4012345678901", email: a@example.org, website: "https://example.org" }
  territory: [DE, AT]
  sender: { name: Example Press, email: onix@example.org }
  imprint: Low
  city: Pellan
  country: GB
  website: https://example.org/book
  cover-image: https://example.org/cover.jpg
  sample: https://example.org/sample.pdf
  related: [{ relation: replaces, identifier: "urn:isbn:978-1-4028-9462-6" }]
  short-description: Short.
  keywords: [sea]
  edition: 2
  accessibility-contact: a11y@example.org
editions:
  print:
    format: pdf
    trim: 6in 9in
    identifier: urn:isbn:978-3-16-148410-0
    trade: { form: hardback, weight: 300, thickness: 12.5 }
  ebook: { format: epub, identifier: "urn:isbn:0-306-40615-2" }
  plain: { format: text, identifier: "https://doi.org/10.1000/182" }
`;

const PRICES = `edition,isbn,amount,currency,tax,tax-rate,countries,from,until,type
print,,24.90,EUR,included,7,DE AT,2026-12-01,,fixed
,978-0-306-40615-7,9.99,EUR,excluded,,,,2027-01-31,
`;

const at = (xml: string, product: number, path: string) =>
  texts(xml, `//*[local-name() = "Product"][${product}]//${path.replace(/\w+/g, '*[local-name() = "$&"]')}`);

const full = async () => (await productsOf(FULL, { "prices.csv": PRICES })).items;

/** What xmllint says; empty when the message is valid. */
function invalid(xml: string): string {
  try {
    execFileSync("xmllint", ["--noout", "--schema", ONIX_SCHEMA, "-"], { input: xml, stdio: "pipe" });
    return "";
  } catch (error) {
    return String((error as { readonly stderr: Buffer }).stderr);
  }
}

describe("a message", () => {
  test("says what each product is, and how large its file is", async () => {
    const xml = onixMessage(await full(), { release: "3.1" });
    expect(at(xml, 1, "DescriptiveDetail/ProductForm")).toEqual(["BB"]);
    expect(at(xml, 2, "DescriptiveDetail/ProductForm")).toEqual(["ED"]);
    expect(at(xml, 1, "Measurement")).toEqual(["228.6", "152.4", "12.5", "300"]);
    expect(at(xml, 1, "ExtentValue")).toEqual([String(FACTS.extent), String(FACTS.words)]);
    expect(at(xml, 2, "ExtentValue")).toEqual([String(FACTS.words), String(FACTS.bytes)]);
  });

  test("has one sender, and is dated by its latest book, or by whoever sends it", async () => {
    const items = await full();
    expect(texts(onixMessage(items, { release: "3.1" }), "//*[local-name() = 'SentDateTime']")).toEqual([
      "20261122T000000Z",
    ]);
    const sent = new Date("2026-12-24T18:00:00Z");
    expect(texts(onixMessage(items, { release: "3.0", sent }), "//*[local-name() = 'SentDateTime']")).toEqual(
      ["20261224T180000Z"],
    );
  });

  test("names machines by the code for AI, in their roles, and who was assisted", async () => {
    const xml = onixMessage(await full(), { release: "3.1" });
    expect(at(xml, 1, "ContributorRole")).toEqual(["A01", "A12", "B06", "B06", "Z01"]);
    expect(at(xml, 1, "UnnamedPersons")).toEqual(["09", "09", "09"]);
    expect(at(xml, 1, "AlternativeName/CorporateName")).toEqual(["Drawbot", "Claude", "Claude"]);
  });

  test("reserves text and data mining of digital products, with licence and policy", async () => {
    const xml = onixMessage(await full(), { release: "3.1" });
    expect(at(xml, 2, "EpubUsageConstraint/EpubUsageType")).toEqual(["11"]);
    expect(at(xml, 2, "EpubUsageConstraint/EpubUsageStatus")).toEqual(["03"]);
    expect(at(xml, 2, "EpubLicenseExpressionLink")).toEqual([
      "https://creativecommons.org/licenses/by/4.0/",
      "https://example.org/mining",
    ]);
    expect(at(xml, 1, "EpubUsageConstraint/EpubUsageType")).toEqual([]);
  });

  test("relates the forms of a book to each other", async () => {
    const xml = onixMessage(await full(), { release: "3.1" });
    expect(at(xml, 1, "ProductRelationCode")).toEqual(["27", "27", "03"]);
    expect(at(xml, 2, "ProductRelationCode")).toEqual(["13", "06", "03"]);
    expect(at(xml, 2, "RelatedProduct/ProductIdentifier/IDValue")[0]).toBe("9783161484100");
  });

  test("has prices of a data file, by edition or ISBN", async () => {
    const xml = onixMessage(await full(), { release: "3.1" });
    expect(at(xml, 1, "Price/PriceType")).toEqual(["04"]);
    expect(at(xml, 1, "Price/PriceAmount")).toEqual(["24.90"]);
    expect(at(xml, 2, "Price/PriceType")).toEqual(["01"]);
    expect(at(xml, 3, "UnpricedItemType")).toEqual(["02"]);
  });

  test("is the same in both releases, but for its name", async () => {
    const items = await full();
    const [older, newer] = [onixMessage(items, { release: "3.0" }), onixMessage(items, { release: "3.1" })];
    expect(older.replaceAll("3.0", "3.1")).toBe(newer);
  });

  test("tells of a book that is to come", async () => {
    const { items } = await productsOf("publisher: P\n");
    const sent = new Date("2026-01-01T00:00:00Z");
    const xml = onixMessage(items, { release: "3.1", sent });
    expect(at(xml, 1, "PublishingStatus")).toEqual(["02"]);
    expect(at(xml, 1, "ProductAvailability")).toEqual(["10"]);
  });

  test("without any trade keys says what is known and no more", async () => {
    const { items } = await productsOf("");
    const xml = onixMessage(items, { release: "3.1" });
    expect(at(xml, 1, "ProductSupply")).toEqual([]);
    expect(at(xml, 1, "NoContributor")).toHaveLength(1);
    expect(at(xml, 2, "ProductFormFeatureValue")).toEqual(["08"]);
  });
});

describe("by the schema of EDItEUR", { tags: "onix-schema" }, () => {
  test("a message with everything is valid", async () => {
    const facts = {
      ...FACTS,
      provenance: { statements: ["Text: generated."], places: [], credentials: [] },
      accessibility: {
        modes: ["textual"],
        sufficient: ["textual"],
        features: ["tableOfContents", "MathML", "longDescription"],
        hazards: [],
        summary: "All text.",
        conformsTo: "EPUB Accessibility 1.1 - WCAG 2.1 Level AAA",
        certifier: "Fen",
        credential: "https://example.org/c",
        report: "https://example.org/r",
        exemption: "eaa-microenterprise",
      },
    };
    const { items, problems } = await productsOf(FULL, { "prices.csv": PRICES }, facts);
    expect(problems).toEqual([]);
    expect(invalid(onixMessage(items, { release: "3.1" }))).toBe("");
  });

  test("so is one of a publication that says little", async () => {
    const { items } = await productsOf("publisher: P\n");
    expect(invalid(onixMessage(items, { release: "3.1" }))).toBe("");
  });

  test("so is that of a catalogue of 300 editions", async () => {
    const [print, ebook] = (await productsOf("publisher: P\ntrade: { prices: free }\n")).items;
    const items = Array.from({ length: 150 }, (_, index) => {
      const publication = { ...print!.publication, id: `book-${index}` };
      return [print!, ebook!].map((each): TradeItem => ({ ...each, publication }));
    }).flat();
    expect(items).toHaveLength(300);
    expect(invalid(onixMessage(items, { release: "3.1" }))).toBe("");
  });

  test("and the test can fail", () => {
    expect(invalid("<ONIXMessage/>")).toContain("ONIXMessage");
  });
});
