/** The manual's reference chapters say what the program does today. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { ENVIRONMENT } from "../../../src/cli/environment.js";
import { CODES } from "../../../src/diagnostics/codes.js";
import { publicationJsonSchema } from "../../../src/load/schema/json-schema.js";
import { publicationSchema } from "../../../src/load/schema/schema.js";
import { MANUAL_TEXT } from "../../../src/manual/place.js";
import { TOUR } from "../../../src/manual/publication-file.js";
import { referenceChapters } from "../../../src/manual/reference.js";
import { PACKAGE_ROOT } from "../../../src/runtime/package-root.js";

const chapters = await referenceChapters();

async function sources(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((each) => each.isFile() && each.name.endsWith(".ts"));
  return Promise.all(files.map((each) => readFile(join(each.parentPath, each.name), "utf8")));
}

function keysOf(value: unknown): Set<string> {
  if (typeof value !== "object" || value === null) return new Set();
  const own = Array.isArray(value) ? [] : Object.keys(value);
  return new Set([...own, ...Object.values(value).flatMap((each) => [...keysOf(each)])]);
}

/** Names of all properties, at any depth. */
function schemaKeys(schema: unknown): Set<string> {
  if (typeof schema !== "object" || schema === null) return new Set();
  const { properties = {}, ...rest } = schema as { properties?: object };
  const inner = [...Object.values(properties), ...Object.values(rest)];
  return new Set([...Object.keys(properties), ...inner.flatMap((each) => [...schemaKeys(each)])]);
}

describe("the reference chapters", () => {
  it.each([...chapters.keys()])("%s is what `npm run manual` writes", async (name) => {
    expect(await readFile(join(MANUAL_TEXT, name), "utf8")).toBe(chapters.get(name));
  });

  it("explain every key of the publication file", () => {
    const text = chapters.get("reference-publication.md")!;
    const { properties } = publicationJsonSchema() as { properties: object };
    const keys = Object.keys(properties);
    expect(keys.length).toBeGreaterThan(25);
    for (const key of keys)
      expect(text).toMatch(new RegExp(`^\\[\`${key}\`\\].*\\n:   \\*.+\\.\\* .{10}`, "m"));
  });

  it("show a publication file that is valid and has every key", async () => {
    const tour: unknown = parse(await readFile(TOUR, "utf8"));
    expect(publicationSchema.safeParse(tour).error?.issues ?? []).toEqual([]);
    const shown = keysOf(tour);
    // Each of the book's own words is a key: the table of words has them.
    const table = chapters.get("reference-values.md")!;
    const missing = [...schemaKeys(publicationJsonSchema())].filter(
      (key) => !shown.has(key) && !table.includes(`\`${key}\``),
    );
    expect(missing).toEqual([]);
  });

  it("give a cause and a cure for every diagnostic", () => {
    const text = chapters.get("reference-diagnostics.md")!;
    for (const code of Object.keys(CODES)) {
      expect(text).toMatch(
        new RegExp(`{#code-${code} .*\\n:   \\*.*\\n\\n {4}.{20,} \\*\\*What to do:\\*\\* .{10}`),
      );
    }
  });

  it("name every environment variable that the program reads", async () => {
    const code = (await sources(join(PACKAGE_ROOT, "src"))).join("\n");
    const read = new Set(
      [...code.matchAll(/\b(?:env|environment)\.([A-Z][A-Z_]+)/g)].map(([, name]) => name),
    );
    const taken = [...code.matchAll(/\{ ([A-Z][A-Z_]+)[^}]*\}(?:: NodeJS\.ProcessEnv| = process\.env)/g)].map(
      ([, name]) => name,
    );
    expect(read.size).toBeGreaterThan(3);
    for (const name of [...read, ...taken]) expect(ENVIRONMENT).toHaveProperty([name!]);
  });
});
