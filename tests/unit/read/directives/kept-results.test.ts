import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { openFolder } from "../../../../src/input/folder.js";
import { openReader } from "../../../../src/input/reader.js";
import { keptResults } from "../../../../src/read/directives/kept-results.js";
import { temporaryFolders } from "../../../support/temporary-folders.js";

const folders = temporaryFolders();
const TEXT = "# Waves\n\n```{r}\nwaves()\n```\n\nThe end.\n";
const MARKDOWN =
  "# Waves\n\n::: {.cell}\n\n```{.r .cell-code}\nwaves()\n```\n\n![](waves_files/figure-html/a.png)\n:::\n\nThe end.\n";

async function kept(json: string, file = "sea/waves.qmd") {
  const root = await folders.make({ "_freeze/sea/waves/execute-results/html.json": json });
  const reader = openReader(root);
  return keptResults(file, TEXT, { folder: openFolder(root), reader, report: () => undefined });
}

const resultsOf = (text: string) =>
  JSON.stringify({ hash: createHash("md5").update(text).digest("hex"), result: { markdown: MARKDOWN } });

describe("what Quarto keeps of a text", () => {
  it("is the text with its outputs, each line with its place, and the pictures where they are kept", async () => {
    const results = await kept(resultsOf(TEXT));
    expect(results?.text).toContain("![](../_freeze/sea/waves/figure-html/a.png)");
    expect(results?.file).toBe("_freeze/sea/waves/execute-results/html.json");
    const lines = results!.text.split("\n");
    const placeOf = (line: string) => results!.origins[lines.indexOf(line)];
    expect([placeOf("# Waves"), placeOf("waves()"), placeOf("The end.")]).toEqual([0, 3, 6]);
  });

  it.each([
    ["of a text that has changed", resultsOf("# Waves\n")],
    ["that is no JSON", "{"],
    ["without a text", JSON.stringify({ hash: createHash("md5").update(TEXT).digest("hex") })],
  ])("does not count %s", async (_, json) => expect(await kept(json)).toBeUndefined());

  it("is that of its own text", async () => {
    expect(await kept(resultsOf(TEXT), "waves.qmd")).toBeUndefined();
  });
});
