/** One structure tree for the whole book: ISO 32000-1, 14.7. */
import { type PDFContext, PDFDict, PDFName, PDFNumber, type PDFRef } from "@cantoo/pdf-lib";
import type { ImportedRun } from "./import-run.js";
import { compareTextStrings, textString } from "./text-string.js";
import { writeTree } from "./trees.js";

/**
 * Chromium writes some structure types of PDF 2.0, which PDF 1.7 does not know: a reader of
 * this file has to be told their nearest standard type (14.8.4).
 */
const ROLES_OF_PDF_2 = {
  Aside: "Sect",
  DocumentFragment: "Div",
  Em: "Span",
  FENote: "Note",
  Strong: "Span",
  Sub: "Span",
  Title: "P",
} as const;

/**
 * Hangs the elements of all runs under one Document element, in the order of the runs.
 *
 * @param nextParentKey First key that no page or annotation uses.
 * @returns The structure tree root.
 */
export function uniteStructure(
  context: PDFContext,
  runs: readonly ImportedRun[],
  language: string,
  nextParentKey: number,
): PDFRef {
  const root = context.nextRef();
  const elements = runs.flatMap((run) => run.elements);
  const document = context.register(
    context.obj({ Type: "StructElem", S: "Document", P: root, Lang: textString(language), K: elements }),
  );
  for (const element of elements) context.lookup(element, PDFDict).set(PDFName.of("P"), document);

  const identified = runs
    .flatMap((run) => run.identified)
    .sort(([left], [right]) => compareTextStrings(left, right))
    .map(([id, element]) => [textString(id), element] as const);
  const parents = runs.flatMap((run) => run.parents);
  context.assign(
    root,
    context.obj({
      Type: "StructTreeRoot",
      K: document,
      ParentTree: writeTree(context, "Nums", parents),
      ParentTreeNextKey: PDFNumber.of(nextParentKey),
      IDTree: identified.length === 0 ? undefined : writeTree(context, "Names", identified),
      RoleMap: unite(context.obj(ROLES_OF_PDF_2), runs, "roleMap"),
      ClassMap: unite(PDFDict.withContext(context), runs, "classMap"),
    }),
  );
  return root;
}

/** Adds the maps of all runs. They come from one program, so equal names mean the same. */
function unite(map: PDFDict, runs: readonly ImportedRun[], key: "roleMap" | "classMap"): PDFDict {
  for (const [name, value] of runs.flatMap((run) => run[key]?.entries() ?? [])) map.set(name, value);
  return map;
}
