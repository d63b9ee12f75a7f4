/** What a publication changes of a theme: its variables, its styles, its templates, one file at a time. */
import { beforeAll, describe, expect, test } from "vitest";
import type { Epub } from "../../support/epub.js";
import type { Pdf } from "../../support/pdf.js";
import { documentOf, filler, findWords, publishSmall } from "../../support/small-book.js";
import { temporaryFolders } from "../../support/temporary-folders.js";

const folders = temporaryFolders();
let plainPdf: Pdf;
let own: Pdf;
let epub: Epub;

beforeAll(async () => {
  const files = {
    "content/a.md": `# Themes\n\nA first paragraph. ${filler(60)}\n\n## Below\n\n${filler(10)}\n`,
  };
  const description = `
theme: technical
frontmatter: [{ role: titlepage }]
bodymatter: [{ file: a.md }]
`;
  plainPdf = await (await publishSmall(folders, { description, files })).pdf();
  const book = await publishSmall(folders, {
    description: `${description}\nvariables: { size-text: 14pt, margin-inner: 30mm }`,
    files: {
      ...files,
      "styles/print.css":
        'h2 { text-transform: uppercase; }\n.pagedjs_margin-right::after { content: "Thumb"; }\n',
      "styles/epub.css": ".mark-of-the-house { color: inherit }\n",
      "templates/print/titlepage.html.hbs":
        '<section id="{{section.id}}" class="section titlepage"><h1>House of {{metadata.title}}</h1></section>\n',
    },
  });
  [own, epub] = [await book.pdf(), await book.epub()];
});

describe("variables", () => {
  test("change sizes and margins", () => {
    expect(findWords(own, "A first paragraph.").size).toBeCloseTo(14, 0);
    expect(findWords(plainPdf, "A first paragraph.").size).toBeLessThan(11);
    expect(findWords(own, "A first paragraph.").left).toBeCloseTo((30 / 25.4) * 72, 0);
  });
});

describe("files of the publication", () => {
  test("show what they put into a margin that has no margin box with content", () => {
    const { left } = findWords(own, "Thumb");
    expect(left).toBeGreaterThan(findWords(own, "A first paragraph.").left);
  });

  test("add to the styles of the theme, in print and in the ebook", () => {
    expect(findWords(own, "BELOW").page).toBeDefined();
    expect(findWords(plainPdf, "Below").page).toBeDefined();
    const css = epub.names.filter((name) => name.endsWith(".css")).map((name) => epub.read(name));
    expect(css.join("")).toContain(".mark-of-the-house");
  });

  test("take the place of one template, and leave the others", () => {
    expect(findWords(own, "House of A Small Book").page.index).toBe(0);
    expect(findWords(own, "Chapter 1").page.index).toBeGreaterThan(0);
    expect(documentOf(epub, "titlepage")).not.toContain("House of");
  });
});
