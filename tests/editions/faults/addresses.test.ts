/** Addresses in styles that lead nowhere: the page gets its answer, and is laid out without them. */
import { expect, it } from "vitest";
import { build } from "../../support/program.js";
import { temporaryFolders } from "../../support/temporary-folders.js";

const folders = temporaryFolders();

it.each(["100%.png", "missing.png", "%", "../../etc/passwd", "file:///etc/passwd"])(
  "url(%s) keeps no page waiting",
  async (address) => {
    const folder = await folders.make({
      "publication.yaml":
        "title: A Book\nlanguage: en\ndate: 2026\nbodymatter: [{ file: one.md }]\neditions: { print: { format: pdf } }\n",
      "content/one.md": "# One\n\nA text.\n",
      "styles/print.css": `p { background: url("${address}") }`,
    });
    const out = await folders.make();
    const { editions } = await build({ publications: [folder], out, cache: "none", limits: { stall: 20 } });
    expect(editions.map(({ status }) => status)).toEqual(["published"]);
  },
);
