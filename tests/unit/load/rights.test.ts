/** Rights and provenance in the publication file: what they become, and every way to get them wrong. */
import { describe, expect, test } from "vitest";
import { HEAD, loadYaml, shown } from "./publication-folder.js";

describe("rights", () => {
  test.each([
    ["© 2026 Jane Doe", "© 2026 Jane Doe", undefined],
    ["CC BY 4.0, but the maps", "CC BY 4.0, but the maps", undefined],
    ["CC-BY-4.0", "CC BY 4.0", "CC-BY-4.0"],
    ["https://creativecommons.org/licenses/by/4.0/", "CC BY 4.0", "CC-BY-4.0"],
  ])("a line stays a line, and a licence if it is one: %s", async (line, rights, licence) => {
    const { publication } = await loadYaml(`${HEAD}rights: ${line}\n`);
    const metadata = publication?.editions[0]?.metadata;
    expect([metadata?.rights, metadata?.terms?.licence?.id]).toEqual([rights, licence]);
  });

  test("a mapping has licence, holders and mining, and a line of its own", async () => {
    const { publication, diagnostics } = await loadYaml(`${HEAD}rights:
  licence: cc by-sa 4.0
  holders: [{ name: Jane Doe, share: 66.7 }, { name: John Roe, share: 33.3, year: 2024 }, Press]
  text-and-data-mining: { status: reserved, policy: https://example.org/tdm }
`);
    expect(shown(diagnostics)).toEqual([]);
    expect(publication?.editions[0]?.metadata).toMatchObject({
      rights: "© 2026 Jane Doe, Press; © 2024 John Roe",
      terms: {
        licence: { id: "CC-BY-SA-4.0", url: "https://creativecommons.org/licenses/by-sa/4.0/" },
        mining: { status: "reserved", policy: "https://example.org/tdm" },
      },
    });
  });
});

describe("bad input", () => {
  test.each([
    ["a licence that nobody knows", "rights: { licence: CC-BY-5.0 }", "unknown-licence", 6, 20],
    [
      "shares of more than all",
      "rights:\n  holders:\n    - { name: A, share: 70 }\n    - { name: B, share: 40 }",
      "bad-shares",
      9,
      25,
    ],
    [
      "a policy that is no address",
      "rights:\n  text-and-data-mining: { status: reserved, policy: ask us }",
      "bad-value",
      7,
      53,
    ],
    ["a reservation that is none", "rights:\n  text-and-data-mining: no thanks", "bad-value", 7, 25],
    ["a making that is none", "provenance: { text: robot }", "unknown-provenance", 6, 21],
    [
      "an extent that is none",
      "provenance: { text: { made: generated, extent: all } }",
      "unknown-provenance",
      6,
      48,
    ],
    ["a share with its sign", "rights:\n  holders:\n    - { name: A, share: 60 % }", "wrong-type", 8, 25],
    ["a reservation as a switch", "rights: { text-and-data-mining: false }", "wrong-type", 6, 33],
    ["a section that is not there", "provenance:\n  sections:\n    three.md: human", "unknown-section", 8, 5],
  ])("%s is told once, at its place", async (_, lines, code, line, column) => {
    const { diagnostics } = await loadYaml(`${HEAD}${lines}\n`);
    expect(diagnostics.map((each) => [each.code, each.location?.line, each.location?.column])).toEqual([
      [code, line, column],
    ]);
  });
});

describe("provenance", () => {
  test("a word is said of text and images", async () => {
    const { publication } = await loadYaml(`${HEAD}provenance: human\n`);
    expect(publication?.editions[0]?.provenance?.parts).toMatchObject({
      text: { made: "human" },
      images: { made: "human" },
    });
  });

  test("a section has it from its own entry, or by the name of its file", async () => {
    const { publication, diagnostics } = await loadYaml(
      `${HEAD.replace("- file: one.md", "- { file: one.md, provenance: assisted }\n  - file: two.md")}provenance:\n  sections: { two.md: { made: generated, tool: Claude } }\n`,
    );
    expect(shown(diagnostics)).toEqual([]);
    expect(publication?.editions[0]?.sections.map(({ provenance }) => provenance)).toMatchObject([
      { made: "assisted", tools: [] },
      { made: "generated", tools: ["Claude"] },
    ]);
  });
});
