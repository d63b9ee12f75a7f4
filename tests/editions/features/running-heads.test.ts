/** What stands at the head of a page says what the heading says, beside the folio, and is no fault when it is long. */
import { beforeAll, expect, test } from "vitest";
import type { Diagnostic } from "../../../src/diagnostics/diagnostic.js";
import { marginsOf, publishSmall } from "../../support/small-book.js";
import { temporaryFolders } from "../../support/temporary-folders.js";

const TEXT = "Words that fill the pages of this chapter, so that there are some with a head.\n\n".repeat(90);
const LONG = "A heading that goes on and on until no line at the head of any page has room for all of it";

const folders = temporaryFolders();
let heads: string[];
let diagnostics: readonly Diagnostic[];

beforeAll(async () => {
  const book = await publishSmall(folders, {
    description: "theme: technical\nbodymatter: [{ file: a.md }]",
    files: {
      "content/a.md": `# Heads\n\n## ${LONG}\n\n${TEXT}\n\nTwo lines and C:\\begin\nwith \`\\d\`\n---\n\n${TEXT}`,
    },
  });
  heads = (await book.pdf()).pages.map((page) => marginsOf(page).join(" "));
  diagnostics = await book.diagnostics;
});

test("a heading that is too long ends in an ellipsis, before the folio", () => {
  expect(diagnostics).toEqual([]);
  expect(heads.find((head) => head.includes("A heading that goes on"))).toMatch(/…\s*3$/);
});

test("backslashes, code and the end of a line are what they are in the heading", () => {
  expect(heads.join("\n")).toContain("Two lines and C:\\begin with \\d");
});

test("a box without content takes nothing from the boxes after it", async () => {
  const margins = (box: string, content: string) => `@${box} { content: ${content}; }`;
  const book = await publishSmall(folders, {
    description: "theme: novel\nbodymatter: [{ file: a.md }]",
    files: {
      "content/a.md": `# The *Heron*\n\n::: kind\nA *pocket* book\n:::\n\n${TEXT}\n\n## On \`reeds\`\n\n${TEXT}`,
      "styles/print.css": [
        ".kind { position: running(kind); }",
        "h2 { string-set: part content(text); }",
        `@page { ${margins("bottom-center", "none")} ${margins("bottom-left", "var(--section-title)")}`,
        `${margins("bottom-right", "string(part)")} ${margins("top-left", "element(kind)")} }`,
      ].join("\n"),
    },
  });
  const last = marginsOf((await book.pdf()).pages.at(-1)!).join(" ");
  for (const words of ["The Heron", "On reeds", "A pocket book"]) expect(last).toContain(words);
});
