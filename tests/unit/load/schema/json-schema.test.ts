import { describe, expect, test } from "vitest";
import { publicationJsonSchema } from "../../../../src/load/schema/json-schema.js";
import { RELATORS } from "../../../../src/model/marc-relators.js";
import { ROLES } from "../../../../src/model/roles.js";

interface Schema {
  readonly properties?: Record<string, object>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
}

function keysWithin({ properties, items, anyOf = [] }: Schema): Record<string, object> | undefined {
  const within = items === undefined ? anyOf : [items, ...anyOf];
  return properties ?? within.map(keysWithin).find((each) => each !== undefined);
}

describe("the JSON Schema for editors", () => {
  const schema = publicationJsonSchema() as {
    required: string[];
    properties: Record<string, Record<string, unknown>>;
  };

  /** The keys that an entry of a list may have, where it may be written in other ways too. */
  const entryKeys = (list: string) => keysWithin(schema.properties[list]!);

  test("asks for what the loader asks for", () => {
    expect(schema).toMatchObject({ type: "object", additionalProperties: false });
    expect(schema.required.toSorted()).toEqual(["language", "title"]);
  });

  test("describes every key of the publication", () => {
    const bare = Object.entries(schema.properties).filter(([, each]) => typeof each.description !== "string");
    expect(bare).toEqual([]);
  });

  test("offers the roles, the relators and the formats", () => {
    expect(entryKeys("frontmatter")?.role).toMatchObject({ enum: Object.keys(ROLES) });
    expect(entryKeys("contributors")?.role).toMatchObject({
      enum: expect.arrayContaining([...Object.keys(RELATORS), "translator"]),
    });
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
    expect(Object.keys(entryKeys("bodymatter") ?? {})).toEqual(
      expect.arrayContaining(["file", "files", "part", "sections"]),
    );
    expect(Object.keys(editions.additionalProperties.properties)).toEqual(
      expect.arrayContaining(["theme", "trim", "title"]),
    );
  });
});
