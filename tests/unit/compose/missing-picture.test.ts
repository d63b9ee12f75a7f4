/** A picture that is not there takes no place along that the text refers to. */
import { expect, test } from "vitest";
import { composeFolder } from "../../support/compose-folder.js";
import { temporaryFolders } from "../../support/temporary-folders.js";

const folders = temporaryFolders();

test("the label in a caption of a missing picture stays", async () => {
  const { html } = await composeFolder(
    await folders.make({
      "publication.yaml":
        "title: Tides\nlanguage: en\nbodymatter: [{ file: a.md }]\neditions: { ebook: { format: epub } }\n",
      "content/a.md": "# Ebb\n\nSee \\ref{fig:sea}.\n\n![The sea.\\label{fig:sea}](gone.png)\n",
    }),
  );
  const [, id] = /href="#([^"]+)"/.exec(html) ?? [];
  expect(id).toBeDefined();
  expect(html).toContain(`id="${id}"`);
  expect(html).toContain("The sea.");
});
