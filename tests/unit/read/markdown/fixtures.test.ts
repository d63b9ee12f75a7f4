/**
 * Each file of `fixtures/` is a list of claims: a sentence, then Markdown, the HTML that comes
 * of it and the problems reported (`! line:column code`), between lines with a single point. A file that is called
 * as a dialect is read as that.
 */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { DIALECT_NAMES } from "../../../../src/model/dialect.js";
import { parseText } from "./parse-text.js";

const folder = new URL("fixtures/", import.meta.url);

interface Fixture {
  readonly claim: string;
  readonly markdown: string;
  readonly html: string;
  readonly problems: string[];
}

function readFixtures(name: string): Fixture[] {
  const parts = readFileSync(new URL(name, folder), "utf8").split(/^\.\n/m);
  const fixtures: Fixture[] = [];
  for (let index = 0; index + 2 < parts.length; index += 3) {
    const [claim, markdown, result] = parts.slice(index, index + 3) as [string, string, string];
    const lines = result.trimEnd().split("\n");
    fixtures.push({
      claim: claim.trim(),
      markdown,
      html: lines.filter((line) => !line.startsWith("! ")).join("\n"),
      problems: lines.filter((line) => line.startsWith("! ")).map((line) => line.slice(2)),
    });
  }
  return fixtures;
}

for (const name of readdirSync(folder).sort()) {
  const dialect = DIALECT_NAMES.find((each) => name === `${each}.txt`);
  describe(name.replace(/\.txt$/, ""), () => {
    test.each(readFixtures(name))("$claim", ({ markdown, html, problems }) => {
      const result = parseText(markdown, dialect);
      expect(result.html).toBe(html);
      expect(result.problems).toEqual(problems);
    });
  });
}
