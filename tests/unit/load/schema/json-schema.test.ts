import { describe, expect, test } from "vitest";
import { publicationJsonSchema } from "../../../../src/load/schema/json-schema.js";
import { RELATORS } from "../../../../src/model/marc-relators.js";
import { ROLES } from "../../../../src/model/roles.js";

describe("the JSON Schema for editors", () => {
  const schema = publicationJsonSchema() as {
    required: string[];
    properties: Record<string, Record<string, unknown>>;
  };

  test("asks for what the loader asks for", () => {
    expect(schema).toMatchObject({ type: "object", additionalProperties: false });
    expect(schema.required.toSorted()).toEqual(["language", "title"]);
  });

  test("describes every key of the publication", () => {
    const bare = Object.entries(schema.properties).filter(([, each]) => typeof each.description !== "string");
    expect(bare).toEqual([]);
  });

  test("offers the roles, the relators and the formats", () => {
    const front = schema.properties.frontmatter as { items: { properties: { role: { enum: string[] } } } };
    expect(front.items.properties.role.enum).toEqual(Object.keys(ROLES));
    const people = schema.properties.contributors as { items: { properties: { role: { enum: string[] } } } };
    expect(people.items.properties.role.enum).toEqual(Object.keys(RELATORS));
    const editions = schema.properties.editions as {
      additionalProperties: { properties: { format: { anyOf: { enum?: string[]; pattern?: string }[] } } };
    };
    const { anyOf } = editions.additionalProperties.properties.format;
    expect(anyOf.map((each) => each.enum ?? each.pattern)).toEqual([
      ["pdf", "epub", "text"],
      "\\{\\{.*\\}\\}",
    ]);
    // An edition may inherit its format.
    expect(editions.additionalProperties).not.toHaveProperty("required");
  });

  test("knows every key that the benchmark book uses, at its depth", () => {
    const editions = schema.properties.editions as { additionalProperties: { properties: object } };
    const body = schema.properties.bodymatter as { items: { properties: object } };
    expect(Object.keys(schema.properties)).toEqual(
      expect.arrayContaining([
        "title",
        "language",
        "contributors",
        "identifier",
        "date",
        "rights",
        "content",
        "editions",
      ]),
    );
    expect(Object.keys(body.items.properties)).toEqual(
      expect.arrayContaining(["file", "files", "part", "sections"]),
    );
    expect(Object.keys(editions.additionalProperties.properties)).toEqual(
      expect.arrayContaining(["theme", "trim", "title"]),
    );
  });
});
