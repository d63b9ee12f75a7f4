/** Metadata for websites, libraries, citations and servers: read back by other means. */
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { crossrefFaults } from "../../../../src/trade/faults.js";
import { FEEDS } from "../../../../src/trade/feeds/feeds.js";
import { texts } from "../../../support/xml.js";
import { productsOf } from "../trade-items.js";

const YAML = `subtitle: A <sub>
publisher: Example Press
identifier: urn:isbn:978-3-16-148410-0
contributors:
  - { name: Ada Example, file-as: "Example, Ada" }
  - { name: Bot, role: ill, provenance: generated }
rights:
  licence: CC BY 4.0
  text-and-data-mining: { status: reserved, policy: "https://example.org/mining" }
provenance: { text: assisted }
`;

const items = async () => (await productsOf(YAML)).items;

describe("feeds", () => {
  test("schema.org has books, people and machines apart", async () => {
    const { "@graph": graph } = JSON.parse(FEEDS["json-ld"](await items()));
    expect(graph).toHaveLength(2);
    expect(graph[0]).toMatchObject({
      "@type": "Book",
      isbn: "9783161484100",
      author: [{ "@type": "Person", name: "Ada Example" }],
      contributor: [{ "@type": "SoftwareApplication", name: "Bot" }],
      license: "https://creativecommons.org/licenses/by/4.0/",
      numberOfPages: 212,
    });
    expect(graph[1]).toMatchObject({ bookFormat: "https://schema.org/EBook" });
    expect(graph[1]).not.toHaveProperty("numberOfPages");
  });

  test("CITATION.cff is for one work, without anchors", async () => {
    const text = FEEDS.cff(await items());
    expect(text).not.toContain("&a1");
    expect(parse(text)).toMatchObject({
      "cff-version": "1.2.0",
      title: "A Book: A <sub>",
      authors: [{ "family-names": "Example", "given-names": "Ada" }],
      license: "CC-BY-4.0",
      "preferred-citation": { type: "book", isbn: "9783161484100", year: 2026 },
    });
  });

  test("MARC has fields of fixed length that are as long as they must be", async () => {
    const xml = FEEDS.marcxml(await items());
    expect(xml.match(/<leader>(.*)<\/leader>/)?.[1]).toHaveLength(24);
    const fixed = xml.match(/tag="008">(.*)<\/controlfield>/)?.[1] ?? "";
    expect(fixed).toHaveLength(40);
    expect(fixed.slice(35, 38)).toBe("eng");
    expect(fixed.slice(7, 11)).toBe("2026");
    expect(texts(xml, "//*[local-name() = 'leader']")).toHaveLength(2);
  });

  test("tdmrep.json has a rule for each file", async () => {
    const rules = JSON.parse(FEEDS.tdmrep(await items()));
    expect(rules.map((each: Record<string, unknown>) => each["tdm-reservation"])).toEqual([1, 1]);
    expect(rules[0].location).toMatch(/^\/.+\/print\.pdf$/);
    expect(rules[0]["tdm-policy"]).toBe("https://example.org/mining");
  });

  test("of a name alone nobody says that it is that of a person", async () => {
    const { items: all } = await productsOf(
      "contributors: [Salt, { name: Harbour Office, kind: organisation }, { name: Ann, kind: person }]\n",
    );
    const { author } = JSON.parse(FEEDS["json-ld"](all))["@graph"][0];
    expect(author).toEqual([
      { name: "Salt" },
      { "@type": "Organization", name: "Harbour Office" },
      { "@type": "Person", name: "Ann" },
    ]);
    const marc = FEEDS.marcxml(all);
    expect(texts(marc, "//*[@tag='100']/@ind1")[0]).toBe("0");
    expect(texts(marc, "//*[@tag='710']/@ind1")[0]).toBe("2");
  });
});

describe("a deposit for Crossref", () => {
  const REPORT = `subtitle: A Year
publisher: Example Press
description: What the sea did.
identifier: https://doi.org/10.5555/tides
contributors:
  - { name: Ada Example, file-as: "Example, Ada" }
  - { name: Harbour Office, kind: organisation, role: edt }
  - { name: Bot, provenance: generated }
rights: { licence: CC BY 4.0, text-and-data-mining: { status: reserved, policy: "https://example.org/mining" } }
trade: { website: "https://example.org/tides", sender: { name: Example Press, email: doi@example.org }, edition: 2 }
editions:
  print: { format: pdf, identifier: "urn:isbn:978-3-16-148410-0" }
  ebook: { format: epub }
`;
  const of = (xml: string, name: string) => texts(xml, `//*[local-name()='${name}']`);

  test("has each DOI once, with the people that are people, in the order of the schema", async () => {
    const { items: all, problems } = await productsOf(REPORT);
    expect(problems).toEqual([]);
    const xml = FEEDS.crossref(all);
    expect(of(xml, "doi")).toEqual(["10.5555/tides"]);
    expect(of(xml, "resource")).toEqual(["https://example.org/tides"]);
    expect(of(xml, "surname")).toEqual(["Example"]);
    expect(of(xml, "organization")).toEqual(["Harbour Office"]);
    expect(of(xml, "isbn")).toEqual(["9783161484100"]);
    expect(of(xml, "year").concat(of(xml, "month"), of(xml, "day"))).toEqual(["2026", "11", "22"]);
    expect(of(xml, "timestamp")).toEqual(["20261122000000"]);
    expect(texts(xml, "//*[local-name()='license_ref']/@applies_to")).toEqual(["vor", "tdm"]);
    expect([...xml.matchAll(/^ {8}<([\w:]+)/gm)].map(([, name]) => name)).toEqual(
      [
        "contributors",
        "titles",
        "jats:abstract",
        "edition_number",
        "publication_date",
        "isbn",
        "publisher",
      ].concat(["ai:program", "doi_data"]),
    );
  });

  test("is not made without what Crossref asks for", async () => {
    const { items: all } = await productsOf("publisher: Press\neditions: { ebook: { format: epub } }\n");
    const [identifier, website, sender] = crossrefFaults(all).map(({ diagnostic: { message } }) => message);
    expect(identifier).toContain("`identifier` is missing");
    expect(website).toContain("website");
    expect(sender).toContain("sender");
  });
});
