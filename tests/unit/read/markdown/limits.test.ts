import { describe, expect, test } from "vitest";
import { processorTime } from "../../../support/processor-time.js";
import { parseText, textOf } from "./parse-text.js";

/** Texts that make a parser of quadratic cost take minutes, each about 100,000 characters long. */
const HOSTILE: Record<string, string> = {
  brackets: "[".repeat(100_000),
  "half links": "[a](".repeat(25_000),
  "half images": "![".repeat(50_000),
  "half notes": "^[".repeat(50_000),
  "half references": "[^".repeat(50_000),
  spans: "[a]{.x} ".repeat(12_500),
  "closed spans": `${"[".repeat(20_000)}a${"]{.x}".repeat(20_000)}`,
  "attributes of emphasis": "*a*{.x} ".repeat(12_500),
  "nested emphasis": `${"*a ".repeat(15_000)}${"b* ".repeat(15_000)}`,
  "open divs": "::: x\n".repeat(15_000),
  "open tags": "<b>".repeat(30_000),
  "crossed tags": `<div>${"<b>".repeat(12_000)}${"</i>".repeat(12_000)}`,
  "half tags": `<div>${'<a "'.repeat(25_000)}`,
  "half comments": "<!-- \n\n".repeat(15_000),
  "half scripts": `a ${"<script>".repeat(12_000)}`,
  "half scripts of a block": `<div>${"<script>".repeat(12_000)}`,
  "a fence of blanks": `:::${" ".repeat(100_000)}x y`,
  "a fence of colons": `${":".repeat(50_000)} x y ${":".repeat(50_000)}z`,
  quotations: ">".repeat(100_000),
  definitions: "[^a]: b\n\n".repeat(10_000),
};

describe("hostile texts", () => {
  test.each(Object.entries(HOSTILE))("%s are parsed in seconds", (_, text) => {
    const start = processorTime();
    expect(textOf(parseText(`Before.\n\n${text}`).tree)).toMatch(/^Before\./);
    expect(processorTime() - start).toBeLessThan(10_000);
  });
});
