/**
 * All hostile HTML in one book, printed and packed: nothing of it acts, every word stays, each
 * removal is one warning with its place, and not one request leaves the machine.
 */
import { beforeAll, describe, expect, test } from "vitest";
import type { Diagnostic } from "../../../src/diagnostics/diagnostic.js";
import { countingServer } from "../../support/counting-server.js";
import { type Epub, readEpub } from "../../support/epub.js";
import { type Pdf, readPdf } from "../../support/pdf.js";
import { publish } from "../../support/publish.js";
import { temporaryFolders } from "../../support/temporary-folders.js";
import { SERVER } from "./case.js";
import { HTML } from "./html.js";

const folders = temporaryFolders();
const server = countingServer();
const IMAGE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle r="4"/></svg>';
const YAML = (sections: string) => `title: A Book
language: en
date: 2026
bodymatter: [${sections}]
editions:
  print: { format: pdf }
  ebook: { format: epub, page-source: none }
`;

let epub: Epub;
let pdf: Pdf;
let diagnostics: readonly Diagnostic[];

const nameOf = (index: number) => `${String(index).padStart(3, "0")}.md`;

beforeAll(async () => {
  const cases = HTML.map(([claim, html], index) => [
    `content/${nameOf(index)}`,
    `# Case ${index}: ${claim}\n\nBefore.\n\n${html.replaceAll(SERVER, server.address())}\n`,
  ]);
  const files = {
    "publication.yaml": YAML(HTML.map((_, index) => `{ file: ${nameOf(index)} }`).join(", ")),
    "content/pot.svg": IMAGE,
    "content/EVIL-x.png": Buffer.from(IMAGE),
    // A link to a server, in a style that nobody has to trust less for it: it is asked for, and refused.
    "styles/print.css": `h1 { background: url(${server.address()}/style.png) }\n@import url(${server.address()}/style.css);\n`,
    ...Object.fromEntries(cases),
  };
  const published = await publish(await folders.make(files), { out: await folders.make(), jobs: 2 });
  // Both editions tell what is wrong with the text that they share.
  diagnostics = [...new Map(published.diagnostics.map((each) => [JSON.stringify(each), each])).values()];
  epub = await readEpub(await published.bytesOf("ebook"));
  pdf = await readPdf(await published.bytesOf("print"));
}, 300_000);

describe("hostile HTML", () => {
  test.each(HTML.map(([claim, , warnings], index) => ({ claim, warnings, index })))(
    "is harmless in an ebook: $claim",
    ({ claim, warnings, index }) => {
      const document = epub.names.find(
        (name) =>
          name.endsWith(".xhtml") && epub.read(name).includes(`Case ${index}:`) && !name.includes("nav"),
      );
      const xhtml = epub.read(document!);
      const body = xhtml.slice(xhtml.indexOf("Before."));
      expect(body, claim).toContain("kept");
      expect(body).not.toMatch(
        /<(?:\w+:)?(?:script|iframe|object|embed|form|base|meta|link|style|audio|video|template|animate|set|foreignObject[^>]*><iframe)\b/i,
      );
      expect(body).not.toMatch(/<[^>]*\s(?:on\w+|srcdoc|srcset|formaction|data-ref|data-source)\s*=/i);
      expect(body).not.toMatch(
        /<[^>]*(?:href|src|cite)="\s*(?:javascript|vbscript|data|file|blob|view-source)/i,
      );
      // A link may lead there, when somebody follows it: what a frame or a film would have shown.
      expect(body.replace(/<a [^>]*>.*?<\/a>/gs, "")).not.toContain(server.address());
      const own = diagnostics.filter(({ location }) => location?.file === `content/${nameOf(index)}`);
      const removals = own.filter(({ code }) => code === "unsafe-html" || code === "reserved-name");
      if (warnings >= 0) expect(removals.map(({ message }) => message)).toHaveLength(warnings);
      expect(removals.every(({ location }) => location!.line >= 5 && location!.column >= 1)).toBe(true);
    },
  );

  // That no word of it is lost is checked by the build itself: see `text-lost`.
  test("is printed, each case in a chapter of its own", () => {
    expect(pdf.pages.length).toBeGreaterThanOrEqual(HTML.length);
  });

  test("leads nowhere but to the web from the PDF", () => {
    const links = pdf.pages.flatMap((page) => page.links.flatMap(({ url }) => url ?? []));
    expect(links.filter((url) => !/^(?:https?|mailto):/.test(url))).toEqual([]);
  });

  test("asks nobody for anything, nor does a style", () => {
    expect(server.requests()).toEqual([]);
  });
});
