import { createRequire } from "node:module";
import hljs from "highlight.js/lib/core";
import { describe, expect, test } from "vitest";
import { languageName, languageNames } from "../../../../src/read/tree/languages.js";

const require = createRequire(import.meta.url);

/** Names of languages that a grammar of highlight.js hands code over to. */
function handedTo(grammar: unknown, seen = new Set<unknown>()): string[] {
  if (typeof grammar !== "object" || grammar === null || grammar instanceof RegExp || seen.has(grammar))
    return [];
  seen.add(grammar);
  return Object.entries(grammar).flatMap(([key, value]) =>
    key === "subLanguage" ? [value].flat() : handedTo(value, seen),
  );
}

describe("languages of code", () => {
  test.each([
    "rust",
    "console",
    "toml",
    "html",
    "js",
    "ts",
    "yaml",
    "perl",
    "md",
    "dockerfile",
    "nix",
    "dart",
  ])("the result for %s does not depend on what was highlighted before", (written) => {
    const names = languageNames(languageName(written)!);
    for (const name of names) {
      const grammar = require(`highlight.js/lib/languages/${name}`)(hljs);
      expect([...names]).toEqual(expect.arrayContaining(handedTo(grammar)));
    }
  });

  test("a name is no path", () => {
    expect(languageName("../../core")).toBeUndefined();
    expect(languageName("constructor")).toBeUndefined();
  });
});
