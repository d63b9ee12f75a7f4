/** A project of mdBook is published as it is: both editions, without a line of configuration. */
import { join } from "node:path";
import { EpubCheck } from "@likecoin/epubcheck-ts";
import { beforeAll, describe, expect, test } from "vitest";
import { composeEdition, readSources } from "../../../src/build/sources.js";
import { loadPublication } from "../../../src/load/load.js";
import { type Epub, linksOf, readEpub, resolves } from "../../support/epub.js";
import { letters } from "../../support/lost-text.js";
import { RUST_BOOK } from "../../support/needs.js";
import { type Pdf, readPdf } from "../../support/pdf.js";
import { bodyText } from "../../support/pdf-text.js";
import { publish } from "../../support/publish.js";
import { temporaryFolders } from "../../support/temporary-folders.js";
import { texts } from "../../support/xml.js";

const PROJECT = {
  "book.toml": '[book]\ntitle = "Knots"\nauthors = ["Anne Roy"]\n',
  "src/SUMMARY.md": `# Summary

[Introduction](intro.md)

# Loops

- [Loops](loops/README.md)
  - [The bowline](loops/bowline.md)
- [Unwritten]()

[Words](words.md)
`,
  "src/intro.md":
    "# Introduction\n\nStart with [loops](loops/index.html) or the [bowline](loops/bowline.html).\n",
  "src/loops/README.md": "# Loops\n\nA loop does not slip.\n",
  "src/loops/bowline.md": `# The bowline

\`\`\`rust
# fn hidden() {}
{{#include ../../listings/knot.rs:tie}}
\`\`\`

Back to [the chapter](./README.md).
`,
  "src/words.md": "# Words\n\nBight: a bend of rope.\n",
  "listings/knot.rs": "// ANCHOR: tie\nlet bowline = tie(rope);\n// ANCHOR_END: tie\n",
};

describe("a project of mdBook", () => {
  const folders = temporaryFolders();
  let pdf: Pdf;
  let printed: string;
  let epub: Epub;
  let bytes: Uint8Array;
  let codes: readonly string[];

  beforeAll(async () => {
    const { bytesOf, diagnostics } = await publish(await folders.make(PROJECT), {
      out: await folders.make(),
    });
    codes = diagnostics.map(({ code }) => code);
    pdf = await readPdf(await bytesOf("print"));
    printed = letters(pdf.pages.map(bodyText).join(""));
    bytes = await bytesOf("ebook");
    epub = await readEpub(bytes);
  });

  test("is published with nothing but a warning of its draft", () => {
    expect(codes).toEqual(["entry-left-out"]);
    expect(pdf.information).toMatchObject({ Title: "Knots", Author: "Anne Roy", Language: "en" });
  });

  test("says no date, since it has none, and its ebook is valid all the same", async () => {
    expect(pdf.information).not.toHaveProperty("CreationDate");
    expect(texts(epub.read(epub.packagePath), "//dc:date")).toEqual([]);
    const { messages } = await EpubCheck.validate(bytes);
    expect(messages.filter(({ severity }) => severity === "fatal" || severity === "error")).toEqual([]);
  });

  test("has its part, its chapters and their nested ones in the outline", () => {
    const titles = (items: Pdf["outline"]): unknown[] =>
      items.map(({ title, children }) => (children.length > 0 ? [title, titles(children)] : title));
    expect(titles(pdf.outline)).toEqual([
      "Introduction",
      ["I Loops", [["1 Loops", ["The bowline"]]]],
      "Words",
    ]);
  });

  test("shows what is included and not what is hidden", () => {
    expect(printed).toContain(letters("let bowline = tie(rope);"));
    expect(printed).not.toContain("hidden");
    expect(printed).not.toContain("ANCHOR");
  });

  test("leads from README to README, whatever its links call them", () => {
    const written = ["loops", "bowline", "the chapter"];
    const hrefs = epub.spine.flatMap((path) =>
      written.flatMap((text) =>
        texts(epub.read(path), `//h:section//h:a[text()="${text}"]/@href`).map((href) => ({ path, href })),
      ),
    );
    expect(hrefs).toHaveLength(3);
    const links = hrefs.flatMap(({ path, href }) => linksOf(epub, path).filter((each) => each.href === href));
    expect(links.every((each) => resolves(epub, each) && each.target?.endsWith(".xhtml"))).toBe(true);
  });
});

describe("the benchmark book", { tags: "rust-book" }, () => {
  test("is composed from its SUMMARY.md without an error", async () => {
    const codes: string[] = [];
    const publication = await loadPublication(join(RUST_BOOK, "SUMMARY.md"), (each) => codes.push(each.code));
    expect(codes).toEqual([]);
    const sources = await readSources(publication!, publication!.editions);
    for (const edition of publication!.editions) {
      const { diagnostics, book } = await composeEdition(sources, edition);
      expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
      expect(book.sections.filter(({ role }) => role === "chapter")).toHaveLength(21);
    }
  });
});
