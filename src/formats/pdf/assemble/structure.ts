/** One structure tree for the whole book: ISO 32000-1, 14.7. */
import { type PDFContext, type PDFDict, PDFName, PDFNumber, PDFRef } from "@cantoo/pdf-lib";
import { identifierOf } from "./fill-marks.js";
import type { NumberedRun, PlacedBook } from "./number-runs.js";
import type { RunOutline } from "./prepared-run.js";
import { rawObject } from "./raw-object.js";
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
 * @param document Where the Document element belongs.
 * @returns The structure tree root.
 */
export function uniteStructure(
  context: PDFContext,
  { runs, nextParentKey }: PlacedBook,
  language: string,
  document: PDFRef,
): PDFRef {
  const root = context.nextRef();
  const refs = ({ numbers }: NumberedRun, own: readonly number[]) =>
    own.map((number) => PDFRef.of(numbers[number]!));
  const elements = runs.flatMap((placed) => refs(placed, placed.run.outline.elements));
  context.assign(
    document,
    context.obj({ Type: "StructElem", S: "Document", P: root, Lang: textString(language), K: elements }),
  );
  const identified = runs
    .flatMap((placed) => {
      const { identified } = placed.run.outline;
      return refs(placed, identified).map((ref, index) => [identifierOf(placed, index + 1), ref] as const);
    })
    .sort(([left], [right]) => compareTextStrings(left.decodeText(), right.decodeText()));
  const parents = runs.flatMap(({ run, numbers, firstParentKey }) =>
    run.outline.parents.map(
      ([key, number]) => [PDFNumber.of(key + firstParentKey), PDFRef.of(numbers[number]!)] as const,
    ),
  );
  context.assign(
    root,
    context.obj({
      Type: "StructTreeRoot",
      K: document,
      ParentTree: writeTree(context, "Nums", parents),
      ParentTreeNextKey: PDFNumber.of(nextParentKey),
      IDTree: identified.length === 0 ? undefined : writeTree(context, "Names", identified),
      RoleMap: unite(context.obj(ROLES_OF_PDF_2), runs, "roleMap"),
      ClassMap: unite(context.obj({}), runs, "classMap"),
    }),
  );
  return root;
}

/** Adds the maps of all runs. They come from one program, so equal names mean the same. */
function unite(
  map: PDFDict,
  runs: readonly NumberedRun[],
  key: keyof Pick<RunOutline, "roleMap" | "classMap">,
): PDFDict {
  for (const [name, text] of runs.flatMap(({ run }) => run.outline[key])) {
    map.set(PDFName.of(name), rawObject(text));
  }
  return map;
}
