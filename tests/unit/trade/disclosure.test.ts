/** The answers to a shop's form, and the table of what is sent where. */
import { describe, expect, test } from "vitest";
import type { ProvenancePlace } from "../../../src/model/facts.js";
import { disclosureOf } from "../../../src/trade/disclosure.js";
import { overviewOf } from "../../../src/trade/overview.js";
import { FACTS, productsOf } from "./trade-items.js";

const answersOf = async (
  yaml: string,
  places: readonly ProvenancePlace[] = [],
): Promise<Record<string, unknown>> => {
  const facts = { ...FACTS, provenance: { statements: [], places, credentials: [] } };
  const { items } = await productsOf(yaml, {}, facts);
  const { answers, assisted } = disclosureOf(items[0]!);
  return { ...Object.fromEntries(answers.map(({ question, answer }) => [question, answer])), assisted };
};

const place = (kind: ProvenancePlace["kind"], made: ProvenancePlace["made"]): ProvenancePlace => ({
  kind,
  name: "One",
  made,
  tools: ["Claude"],
  reviewers: [],
});

describe("answers", () => {
  test("are none where nothing is declared, and “None” for what people made", async () => {
    expect(await answersOf("")).toEqual({ text: undefined, images: undefined, assisted: [] });
    expect(await answersOf("provenance: human\n")).toEqual({ text: "None", images: "None", assisted: [] });
  });

  test("say how much, and how much it was edited", async () => {
    const yaml =
      "provenance:\n  text: { made: generated, extent: entire, editing: extensive }\n" +
      "  images: { made: generated, extent: few, editing: minimal }\n  translation: { made: generated, editing: minimal }\n";
    expect(await answersOf(yaml)).toEqual({
      text: "Entire work, with extensive editing",
      images: "One or a few AI-generated images, with minimal or no editing",
      translation: "Entire work, with minimal or no editing",
      assisted: [],
    });
  });

  test("count the places of a text that people made with help", async () => {
    const places = [place("section", "generated"), place("image", "generated"), place("passage", "assisted")];
    const { text, images, assisted } = await answersOf("provenance: { text: assisted }\n", places);
    expect(text).toMatch(/^Some sections, editing not declared/);
    expect(images).toMatch(/^One or a few/);
    expect(assisted).toEqual(["text", "passage “One”"]);
  });
});

test("the table says what is there, where it goes, and who asks for what is missing", async () => {
  const { items } = await productsOf("publisher: P\n");
  const rows = new Map(overviewOf(items[1]!).map((row) => [row.field, row]));
  expect(rows.get("title")).toMatchObject({ value: "A Book", file: true, onix: true });
  expect(rows.get("description")).toMatchObject({ value: "", onix: false });
  expect(rows.get("description")?.askedBy).toContain("KDP");
  expect(rows.get("subtitle")?.askedBy).toEqual([]);
});
