import { PDFArray, PDFDict, PDFDocument, PDFName, PDFNumber, PDFRef } from "@cantoo/pdf-lib";
import { describe, expect, it } from "vitest";
import { assemble } from "../../../../../src/formats/pdf/assemble/assemble.js";
import { book, open, printed, treeEntries } from "./book.js";

interface Node {
  readonly role?: string;
  readonly lang?: string;
  readonly id?: string;
  readonly children?: readonly Node[];
}

/** What a screen reader gets on a page: the texts with the roles around them, in order. */
async function readAloud(bytes: Uint8Array, number: number): Promise<string[]> {
  const page = await (await open(bytes)).getPage(number);
  const texts = new Map<string, string>();
  let mark = "";
  for (const item of (await page.getTextContent({ includeMarkedContent: true })).items) {
    if ("str" in item) texts.set(mark, (texts.get(mark) ?? "") + item.str);
    else if ("id" in item && item.id !== undefined) mark = item.id;
  }
  const lines: string[] = [];
  const visit = (node: Node, roles: readonly string[]): void => {
    const text = texts.get(node.id ?? "");
    if (text !== undefined) lines.push(`${roles.join(">")}: ${text.trim()}`);
    const inner = node.role === undefined || /Root|NonStruct/.test(node.role) ? roles : [...roles, node.role];
    for (const child of node.children ?? []) visit(child, inner);
  };
  visit(((await page.getStructTree()) ?? {}) as Node, []);
  return lines;
}

async function structureOf(bytes: Uint8Array): Promise<{ pdf: PDFDocument; root: PDFDict }> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  return { pdf, root: pdf.catalog.lookup(PDFName.of("StructTreeRoot"), PDFDict) };
}

function elementsBelow(node: PDFDict): PDFDict[] {
  const kids = node.lookup(PDFName.of("K"));
  const items = kids instanceof PDFArray ? kids.asArray() : [kids];
  return items
    .map((item) => node.context.lookup(item))
    .filter((item) => item instanceof PDFDict)
    .flatMap((item) => [item, ...elementsBelow(item)]);
}

describe("the structure of an assembled book", () => {
  it("reaches the content of every page, with its roles, in order", async () => {
    const { bytes } = await assemble(book());
    expect(await readAloud(bytes, 2)).toEqual(["Document>H1: Thanks", "Document>P: To all."]);
    expect(await readAloud(bytes, 5)).toEqual(["Document>H1: Épilogue", "Document>P>Link: Plus haut"]);
  });

  it("follows the order of the runs", async () => {
    const { pdf, root } = await structureOf((await assemble(book())).bytes);
    const pages = pdf.getPages().map((page) => page.ref);
    const order = elementsBelow(root)
      .map((element) => element.get(PDFName.of("Pg")))
      .filter((page) => page instanceof PDFRef)
      .map((page) => pages.indexOf(page));
    expect(order).toEqual([...order].sort((left, right) => left - right));
    expect(new Set(order)).toEqual(new Set([0, 1, 3, 4]));
  });

  it("leaves nothing of the runs' own trees behind", async () => {
    const { pdf } = await structureOf((await assemble(book())).bytes);
    const dicts = pdf.context.enumerateIndirectObjects().map(([, object]) => object);
    const named = (key: string, value: string) =>
      dicts.filter((dict) => dict instanceof PDFDict && dict.get(PDFName.of(key)) === PDFName.of(value));
    expect(named("Type", "StructTreeRoot")).toHaveLength(1);
    expect(named("S", "Document")).toHaveLength(1);
    expect(named("Type", "Pages")).toHaveLength(1);
    expect(named("Type", "Catalog")).toHaveLength(1);
  });

  it("leads from every element back to the root", async () => {
    const { root } = await structureOf((await assemble(book())).bytes);
    const [document, ...elements] = elementsBelow(root).filter((each) => each.has(PDFName.of("S")));
    expect(document?.lookup(PDFName.of("P"))).toBe(root);
    for (const element of elements) {
      const parent = element.lookup(PDFName.of("P"), PDFDict);
      expect(elementsBelow(parent)).toContain(element);
    }
  });

  it("leads from every link on a page to the Link element that holds it", async () => {
    const { pdf, root } = await structureOf((await assemble(book())).bytes);
    const parents = new Map(
      treeEntries(root.lookup(PDFName.of("ParentTree"), PDFDict), "Nums").map(([key, value]) => [
        (key as PDFNumber).asNumber(),
        pdf.context.lookup(value),
      ]),
    );
    const links = pdf.getPages().flatMap((page) => page.node.Annots()?.asArray() ?? []);
    expect(links.length).toBeGreaterThan(6);
    for (const link of links) {
      const key = pdf.context.lookup(link, PDFDict).lookup(PDFName.of("StructParent"), PDFNumber).asNumber();
      const element = parents.get(key) as PDFDict;
      expect(element.get(PDFName.of("S"))).toBe(PDFName.of("Link"));
      expect(elementsBelow(element).map((kid) => kid.get(PDFName.of("Obj")))).toContain(link);
    }
    const next = root.lookup(PDFName.of("ParentTreeNextKey"), PDFNumber).asNumber();
    expect(next).toBeGreaterThan(Math.max(...parents.keys()));
  });

  it("keeps table heads of two runs apart and every cell with its own head", async () => {
    const { root } = await structureOf(
      (await assemble(book({ runs: [printed("body"), printed("body")] }))).bytes,
    );
    const identified = treeEntries(root.lookup(PDFName.of("IDTree"), PDFDict), "Names").map(([id]) =>
      String(id),
    );
    const elements = elementsBelow(root);
    const own = elements.flatMap((element) => element.get(PDFName.of("ID"))?.toString() ?? []);
    const named = [
      ...elements
        .map((element) => String(element.lookup(PDFName.of("A"))))
        .join()
        .matchAll(/\/Headers \[\s*(\(.*?\))/g),
    ];
    expect(new Set(own).size).toBe(2);
    expect(identified).toEqual(own);
    expect(named.map((match) => match[1])).toEqual(own);
  });

  it("says where the language is not the book's", async () => {
    const page = await (await open((await assemble(book())).bytes)).getPage(5);
    const languages = (node: Node): string[] => [
      ...(node.lang === undefined ? [] : [`${node.role} ${node.lang}`]),
      ...(node.children ?? []).flatMap(languages),
    ];
    const found = languages((await page.getStructTree()) as Node);
    expect(found[0]).toBe("Document en");
    expect(found.slice(1)).not.toEqual([]);
    expect(found.slice(1).every((each) => each.endsWith(" fr"))).toBe(true);
  });

  it("tells readers of PDF 1.7 what emphasis is", async () => {
    const { bytes } = await assemble(book());
    expect(await readAloud(bytes, 1)).toContain("Document>P>Span: Good");
  });

  it("finds the content of a page far down a long book", async () => {
    const { bytes } = await assemble(book({ runs: Array.from({ length: 40 }, () => printed("body")) }));
    const pdf = await open(bytes);
    expect(pdf.numPages).toBe(80);
    expect(await readAloud(bytes, 79)).toContain("Document>H1: Un");
    expect(await readAloud(bytes, 80)).toContain("Document>H1: Épilogue");
    expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true });
  });
});
