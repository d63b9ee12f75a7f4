/**
 * What the program takes of packages that they do not promise to keep. Such a package is pinned, and each thing is
 * named here: a new version in which one is gone or has another shape fails here, not in a book.
 */
import { readFileSync } from "node:fs";
import * as pdfLib from "@cantoo/pdf-lib";
import { EPub } from "epub-gen-memory";
import highlighter from "highlight.js";
import createMarkdownIt from "markdown-it";
import deflist from "markdown-it-deflist";
import footnote from "markdown-it-footnote";
import Printer from "pagedjs-cli";
import puppeteer from "puppeteer-core/internal/puppeteer-core-browser.js";
import temml from "temml";
import { describe, expect, it } from "vitest";
import { SPLIT_SELECTORS } from "../../../src/formats/pdf/paginate/paged.js";
import { ScopeTree } from "../../../src/read/tree/scope-tree.js";

const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), "utf8");

const PINNED = [
  "@cantoo/pdf-lib",
  // Short documents stand in for sound ones: they hold what the rules of this version look at.
  "@likecoin/epubcheck-ts",
  "epub-gen-memory",
  "highlight.js",
  "markdown-it",
  "markdown-it-deflist",
  "markdown-it-footnote",
  "pagedjs-cli",
  "puppeteer",
  "puppeteer-core",
  "temml",
];

describe("packages whose private interfaces are used", () => {
  const { dependencies, devDependencies } = JSON.parse(read("package.json")) as Record<string, object>;
  const ranges: Readonly<Record<string, string>> = { ...dependencies, ...devDependencies };

  it.each(PINNED)("pin %s", (name) => {
    expect(ranges[name]).toMatch(/^(?:npm:[a-z-]+@)?\d+\.\d+\.\d+$/);
  });

  it.each(PINNED)("are installed in that version: %s", (name) => {
    const { version } = JSON.parse(read(`node_modules/${name}/package.json`)) as { version: string };
    expect(ranges[name]!.split("@").at(-1)).toBe(version);
  });
});

describe("Paged.js", () => {
  const source = read("node_modules/pagedjs-cli/dist/browser.js");

  it.each([
    ["BreakToken", "equals(otherBreakToken)"],
    ["Layout", "findOverflow(rendered, bounds = this.bounds, gap = this.gap)"],
    ["Layout", "findBreakToken(rendered, source, bounds = this.bounds, prevBreakToken, extract = true)"],
    ["Layout", "createBreakToken(overflow, rendered, source)"],
    ["Layout", "textBreak(node, start, end, vStart, vEnd)"],
    ["Layout", "hyphenateAtBreak(startContainer, breakLetter)"],
    ["Page", "create(template, after)"],
    ["Page", "index(pgnum)"],
    ["Page", "removeListeners()"],
    ["Chunker", "async clonePage(originalPage)"],
    ["Previewer", "async preview(content, stylesheets, renderTo)"],
    ["Footnotes", "moveFootnote(node, pageArea, needsNoteCall)"],
    ["Footnotes", "beforePageLayout(page)"],
    ["Footnotes", "afterOverflowRemoved(removed, rendered)"],
    ["Counters", "onDeclaration(declaration, dItem, dList, rule)"],
    ["Counters", "processCounterIncrements(parsed, counter)"],
    ["StringSets", "onDeclaration(declaration, dItem, dList, rule)"],
    ["StringSets", "afterPageLayout(fragment)"],
  ])("has %s with %s", (name, method) => {
    expect(classes(source).get(name)).toContain(`\n\t\t${method} {`);
  });

  it.each([
    ["the layout of a page for handlers", "this.hooks.onPageLayout.trigger(wrapper, prevBreakToken, this)"],
    ["its own handlers in one list", "registeredHandlers: registeredHandlers"],
    ["the strings of running heads", "this.stringSetSelectors = {}"],
    ["the rest of notes", "this.needsLayout = []"],
    ["one way to take selectors apart", SPLIT_SELECTORS],
    ["the handler of notes", "processFootnotes(parsed, notes)"],
  ])("has %s", (_, text) => {
    expect(source).toContain(text);
  });
});

/** The bodies of the classes of a script whose classes stand one tab from the margin. The last of a name counts. */
function classes(source: string): ReadonlyMap<string, string> {
  const found = source.matchAll(/\n\tclass (\w+)(?: extends [\w.]+)? \{\n([\s\S]*?)\n\t\}/g);
  return new Map([...found].map(([, name, body]) => [name!, `\n${body}`]));
}

describe("Printer of pagedjs-cli", () => {
  it("says for how long and for which medium it renders, and tells its listeners", () => {
    const printer = new Printer({ closeAfter: false, timeout: 0 });
    expect(printer).toMatchObject({ timeout: 0, emulateMedia: "print" });
    expect(printer.render).toHaveLength(1);
    let pages = 0;
    printer.on("page", () => {
      pages += 1;
    });
    printer.emit("page");
    expect(pages).toBe(1);
  });
});

describe("puppeteer-core", () => {
  it("has an entry that connects to browsers and starts none", () => {
    expect(puppeteer.connect).toBeTypeOf("function");
    expect(puppeteer).not.toHaveProperty("launch");
  });

  it("asks for its packages for installed browsers when that is wanted, not before", () => {
    const source = read("node_modules/puppeteer-core/lib/esm/puppeteer/common/BrowserConnector.js");
    expect(source.match(/@puppeteer\/browsers/g)).toHaveLength(1);
    expect(source).toContain("await import('@puppeteer/browsers')");
  });
});

describe("epub-gen-memory", () => {
  it("lets a subclass write the files, into its archive", async () => {
    class Own extends EPub {
      protected override async generateTemplateFiles(): Promise<void> {
        this.zip.file("own", "content");
      }
    }
    const made = await new Own({ title: "-", verbose: false }, []).render();
    const archive = await made.generateAsync({ type: "nodebuffer" });
    expect(archive.toString("latin1")).toMatch(/mimetype[\s\S]*own/);
  });
});

describe("highlight.js", () => {
  it("emits to a class of ours", () => {
    const own = highlighter.newInstance();
    own.registerLanguage("json", highlighter.getLanguage("json")!.rawDefinition!);
    own.configure({ __emitter: ScopeTree });
    const { root } = own.highlight("[1]", { language: "json" })._emitter as ScopeTree;
    expect(root.children).toContainEqual({ name: "number", children: ["1"] });
  });
});

describe("temml", () => {
  it("gives the tree of a formula", () => {
    const { __renderToMathMLTree: render } = temml as unknown as {
      __renderToMathMLTree(tex: string, options: object): unknown;
    };
    expect(render("x", {})).toMatchObject({
      type: "math",
      attributes: {},
      children: expect.any(Array),
      toMarkup: expect.any(Function),
    });
  });
});

describe("markdown-it", () => {
  const md = createMarkdownIt().use(footnote).use(deflist);

  it.each(["html_block", "footnote_def", "deflist"])("reads blocks by a function named %s", (name) => {
    expect(md.block.ruler.getRules("").find((rule) => rule.name === name)).toHaveLength(4);
  });

  it.each([
    ["block", "fence"],
    ["block", "table"],
    ["inline", "escape"],
    ["inline", "emphasis"],
    ["inline", "footnote_inline"],
    ["inline", "footnote_ref"],
    ["core", "inline"],
    ["core", "footnote_tail"],
  ] as const)("has in %s a rule %s to put others before", (chain, name) => {
    expect(() => md[chain].ruler.at(name, () => false)).not.toThrow();
  });
});

describe("@cantoo/pdf-lib", () => {
  it("takes text that is PDF already as an object", () => {
    const object = pdfLib.PDFInvalidObject.of(Buffer.from("<< /Own true >>", "latin1"));
    const bytes = new Uint8Array(object.sizeInBytes());
    object.copyBytesInto(bytes, 0);
    expect(Buffer.from(bytes).toString("latin1")).toBe("<< /Own true >>");
  });

  it("counts and lists the objects of a context", () => {
    const context = pdfLib.PDFContext.create();
    const { objectNumber } = context.nextRef();
    expect(context.largestObjectNumber).toBe(objectNumber);
    expect(context.enumerateIndirectObjects()).toEqual([]);
  });

  it("makes subsets of a font that it is given", () => {
    expect(pdfLib.CustomFontSubsetEmbedder.for).toBeTypeOf("function");
    expect(Object.getOwnPropertyNames(pdfLib.CustomFontSubsetEmbedder.prototype)).toContain("encodeText");
  });
});
