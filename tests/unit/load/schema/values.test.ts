import { describe, expect, test } from "vitest";
import { nearest } from "../../../../src/diagnostics/nearest.js";
import { catalogueFaults, selectedEditions } from "../../../../src/load/catalogue.js";
import { isIsbn } from "../../../../src/load/schema/identifier.js";
import { publicationJsonSchema } from "../../../../src/load/schema/json-schema.js";
import { parseTrim } from "../../../../src/load/schema/trim.js";
import { RELATORS } from "../../../../src/model/marc-relators.js";
import type { Publication } from "../../../../src/model/publication.js";
import { ROLES } from "../../../../src/model/roles.js";
import { HEAD, loadYaml } from "../publication-folder.js";

describe("trim sizes", () => {
  test.each([
    ["a4", 595.28, 841.89],
    ["A5", 419.53, 595.28],
    ["us-trade", 432, 648],
    ["148mm 210mm", 419.53, 595.28],
    ["14.8cm  210mm", 419.53, 595.28],
    ["600px 50pc", 450, 600],
    ["400q .5in", undefined, undefined],
    ["6in", undefined, undefined],
    ["6in 9in 1in", undefined, undefined],
    ["6 9", undefined, undefined],
    ["-6in 9in", undefined, undefined],
    ["201in 9in", undefined, undefined],
    ["constructor", undefined, undefined],
  ])("%s", (text, width, height) => {
    const trim = parseTrim(text);
    if (width === undefined) expect(trim).toBeUndefined();
    else expect(trim).toEqual({ width: expect.closeTo(width, 2), height: expect.closeTo(height, 2) });
  });
});

describe("ISBN", () => {
  test.each(["9780306406157", "978-2-07-036822-8", "979-10-90636-07-1", "0-306-40615-2", "080442957X"])(
    "%s is right",
    (isbn) => {
      expect(isIsbn(isbn)).toBe(true);
    },
  );
  test.each(["9780306406158", "9770306406157", "0306406153", "X804429570", "978030640615"])(
    "%s is wrong",
    (isbn) => {
      expect(isIsbn(isbn)).toBe(false);
    },
  );
});

describe("suggestions", () => {
  test("come for a slip of the pen and not for another word", () => {
    expect(nearest("subtitel", ["title", "subtitle"])).toBe("subtitle");
    expect(nearest("Title", ["title"])).toBe("title");
    expect(nearest("pfd", ["epub", "pdf"])).toBe("pdf");
    expect(nearest("publisher", ["language", "rights"])).toBeUndefined();
    expect(nearest("xy", ["ab"])).toBeUndefined();
  });
});

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

describe("the editions that a build asks for", () => {
  async function publication(editions: string): Promise<Publication> {
    const { publication: loaded } = await loadYaml(`${HEAD}editions:\n${editions}`);
    if (loaded === undefined) throw new Error("the test's publication must load");
    return loaded;
  }

  test("are all of them, or those that are named", async () => {
    const book = await publication("  print: { format: pdf }\n  ebook: { format: epub }\n");
    expect(selectedEditions(book, undefined).map((each) => each.id)).toEqual(["print", "ebook"]);
    expect(selectedEditions(book, ["ebook"]).map((each) => each.id)).toEqual(["ebook"]);
  });

  test("must be known to one publication of the build at least", async () => {
    const one = await publication("  print: { format: pdf }\n");
    const two = await publication("  ebook: { format: epub }\n");
    expect(catalogueFaults([one, two], ["print", "ebook"])).toEqual([]);
    expect(catalogueFaults([one, two], ["ebok"])).toMatchObject([
      { code: "unknown-edition", message: "There is no edition `ebok`", hint: "Did you mean `ebook`?" },
    ]);
  });

  test("would write over each other when two folders have one name", async () => {
    const one = await publication("  print: { format: pdf }\n");
    const other = { ...one, root: "/elsewhere/book" };
    expect(catalogueFaults([one, other], undefined)).toMatchObject([{ code: "publication-clash" }]);
    expect(catalogueFaults([one, one], undefined)).toEqual([]);
  });
});
