import { PDFArray, PDFContext, PDFDict, PDFName, PDFNumber } from "@cantoo/pdf-lib";
import { expect, it } from "vitest";
import { writeTree } from "../../../../../src/formats/pdf/assemble/trees.js";
import { treeEntries } from "./book.js";

/** Goes down a number tree as a viewer does: into the kid whose limits hold the key. */
function find(node: PDFDict, key: number): number | undefined {
  for (const ref of node.lookupMaybe(PDFName.of("Kids"), PDFArray)?.asArray() ?? []) {
    const kid = node.context.lookup(ref, PDFDict);
    const [low, high] = kid.lookup(PDFName.of("Limits"), PDFArray).asArray() as [PDFNumber, PDFNumber];
    if (low.asNumber() <= key && key <= high.asNumber()) return find(kid, key);
  }
  const leaves = node.lookupMaybe(PDFName.of("Nums"), PDFArray)?.asArray() as PDFNumber[] | undefined;
  const at = leaves?.findIndex((each, index) => index % 2 === 0 && each.asNumber() === key) ?? -1;
  return leaves?.[at + 1]?.asNumber();
}

it.each([1, 64, 65, 5000])("a number tree of %i entries gives every value by its key", (size) => {
  const context = PDFContext.create();
  const entries = Array.from(
    { length: size },
    (_, key) => [PDFNumber.of(key), PDFNumber.of(key * 7)] as const,
  );
  const root = context.lookup(writeTree(context, "Nums", entries), PDFDict);
  const found = entries.map(([key]) => find(root, key.asNumber()));
  expect(found).toEqual(entries.map(([, value]) => value.asNumber()));
  expect(treeEntries(root, "Nums")).toEqual(entries);
});
