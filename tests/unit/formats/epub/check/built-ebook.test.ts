import type JSZip from "jszip";
import { beforeEach, describe, expect, it } from "vitest";
import { openStore, type Store } from "../../../../../src/cache/store.js";
import { checkBuiltEbook } from "../../../../../src/formats/epub/check/built-ebook.js";
import { type Checker, plainChecker } from "../../../../../src/formats/epub/check/checker.js";
import type { EbookFiles } from "../../../../../src/model/ebook.js";
import { temporaryFolders } from "../../../../support/temporary-folders.js";
import { publish } from "../book.js";
import { EVERYTHING } from "../content.js";

const folders = temporaryFolders();
const FILLER = `<p>${"Words of a long chapter. ".repeat(20)}</p>`;
const SECTIONS = [
  { id: "one", title: "One", html: '<h1>One</h1><p>See <a href="#cork">Two</a>.</p>' },
  { id: "two", title: "Two", html: '<h1>Two</h1><p id="cork">Cork floats.</p>' },
  { id: "three", title: "Three", html: "<h1>Three</h1><p>Stones sink.</p>" },
];

let store: Store;
beforeEach(async () => {
  store = openStore(await folders.make());
});

async function filesOf(zip: JSZip): Promise<Map<string, Uint8Array>> {
  const files = Object.values(zip.files).filter(({ name }) => name !== "mimetype");
  const read = files.map(async (file) => [file.name, await file.async("uint8array")] as const);
  return new Map(await Promise.all(read));
}

async function ebook(sections = SECTIONS): Promise<Map<string, Uint8Array>> {
  return filesOf((await publish({ sections })).zip);
}

function change(files: EbookFiles, path: string, from: string, to: string): Map<string, Uint8Array> {
  const before = Buffer.from(files.get(path)!).toString("utf8");
  expect(before).toContain(from);
  return new Map([...files, [path, Buffer.from(before.replaceAll(from, to))]]);
}

/** Checks, and says which of the documents EPUBCheck was given as they are, run by run. */
async function check(files: EbookFiles, threads = 1) {
  const runs: string[][] = [];
  const checker: Checker = {
    ...plainChecker,
    threads,
    check: (given) => {
      const documents = [...given].filter(([path]) => path.endsWith(".xhtml"));
      const whole = documents.filter(([path, content]) => Buffer.compare(content, files.get(path)!) === 0);
      runs.push(whole.map(([path]) => path.replace("EPUB/", "")));
      return plainChecker.check(given);
    },
  };
  const diagnostics = await checkBuiltEbook(files, () => undefined, { checker, store });
  return { runs, messages: diagnostics.map(({ message }) => message) };
}

const ALL = ["nav.xhtml", "cover.xhtml", "one.xhtml", "two.xhtml", "three.xhtml"];

describe("the check of an ebook that is built again", () => {
  it("looks at the document whose words have changed, and at the navigation", async () => {
    const files = await ebook();
    expect(await check(files)).toEqual({ runs: [ALL], messages: [] });
    const changed = change(files, "EPUB/three.xhtml", "Stones", "Pebbles");
    expect(await check(changed)).toEqual({ runs: [["nav.xhtml", "three.xhtml"]], messages: [] });
    expect(await check(changed)).toEqual({ runs: [["nav.xhtml"]], messages: [] });
  });

  it("needs no document of a book with everything that a book may hold", async () => {
    const files = await filesOf((await publish(EVERYTHING)).zip);
    expect((await check(files)).messages).toEqual([]);
    expect(await check(files)).toEqual({ runs: [["nav.xhtml"]], messages: [] });
  });

  it("finds what is wrong with a document that changed, and goes on finding it", async () => {
    const files = await ebook();
    await check(files);
    const changed = change(files, "EPUB/three.xhtml", "Stones", '<a href="gone.xhtml">Stones</a>');
    for (const time of ["once", "again"]) {
      const { messages } = await check(changed);
      expect(messages.join("\n"), time).toMatch(/^EPUB\/three.xhtml.*gone\.xhtml.*RSC-007\)$/);
    }
  });

  it("finds a link of a document that did not change, whose target has gone", async () => {
    const files = await ebook();
    await check(files);
    const { messages } = await check(change(files, "EPUB/two.xhtml", ' id="cork"', ""));
    expect(messages.join("\n")).toMatch(/^EPUB\/one.xhtml.*#cork.*RSC-012\)$/);
  });

  it("finds a new link to an id that no document has, and takes one that another has", async () => {
    const files = await ebook();
    await check(files);
    const link = (href: string) =>
      change(files, "EPUB/three.xhtml", "Stones", `<a href="${href}">Stones</a>`);
    expect((await check(link("two.xhtml#cork"))).messages).toEqual([]);
    expect((await check(link("two.xhtml#lead"))).messages.join("\n")).toMatch(/#lead.*RSC-012/);
  });

  it("looks at everything when the package or the styles have changed", async () => {
    const files = await ebook();
    await check(files);
    const styled = change(files, "EPUB/styles/book.css", "\n", "\n\n");
    expect((await check(styled)).runs).toEqual([ALL]);
    const titled = change(files, "EPUB/package.opf", "</dc:title>", " anew</dc:title>");
    expect((await check(titled)).runs).toEqual([ALL]);
  });

  it("finds what readers with a disability miss in a document that changed", async () => {
    const files = await ebook();
    await check(files);
    const changed = change(
      files,
      "EPUB/three.xhtml",
      ">Stones sink.<",
      ">They sink.</p><h6>Stones</h6><p>They sink.<",
    );
    expect((await check(changed)).messages.join("\n")).toMatch(/A heading of level 6 follows one of level 1/);
  });
});

describe("the check of a large ebook", () => {
  const large = SECTIONS.map((each) => ({ ...each, html: each.html + FILLER.repeat(600) }));

  it("has every document in one of the parts", async () => {
    const { runs, messages } = await check(await ebook(large), 2);
    expect(messages).toEqual([]);
    expect(runs).toHaveLength(2);
    expect([...new Set(runs.flat())].sort()).toEqual([...ALL].sort());
    expect(runs[0]!.filter((path) => runs[1]!.includes(path))).toEqual(["nav.xhtml"]);
  });

  it("finds the same as one of the whole", async () => {
    const files = await ebook(large);
    const broken = change(files, "EPUB/two.xhtml", ' id="cork"', ' id="cork" align="left"');
    const wrong = change(broken, "EPUB/one.xhtml", "two.xhtml#cork", "two.xhtml#lead");
    const whole = await check(wrong, 1);
    expect(whole.messages.length).toBeGreaterThan(0);
    expect((await check(wrong, 2)).messages).toEqual(whole.messages);
  });
});
