/** Addresses are whole in the text of a page: where their lines may end, and where not, no letter is joined to another. */
import { expect, test } from "vitest";
import { pageText, publishSmall } from "../../support/small-book.js";
import { temporaryFolders } from "../../support/temporary-folders.js";

const THEMES = ["novel", "technical", "magazine"];
const ADDRESSES = [
  "http://a.example/press-fit",
  "http://b.example/in-flow/x?ffi=1",
  "http://c.example/off-fjord",
];

const folders = temporaryFolders();

test("no ligature takes a letter out of them, in any theme", async () => {
  const editions = THEMES.map((theme) => `${theme}: { format: pdf, theme: ${theme} }`).join(", ");
  const book = await publishSmall(folders, {
    description: `bodymatter: [{ file: a.md }]\neditions: { ${editions} }`,
    files: { "content/a.md": `# Addresses\n\n${ADDRESSES.join("\n\n")}\n` },
  });
  expect(book.diagnostics).toEqual([]);
  for (const theme of THEMES) {
    const text = (await book.pdf(theme)).pages.map(pageText).join("").replace(/\s/g, "").toLowerCase();
    for (const address of ADDRESSES) expect(text).toContain(address);
  }
});
