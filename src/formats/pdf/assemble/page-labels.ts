/** Page labels, so that a viewer's page box counts as the book does: ISO 32000-1, 12.4.2. */
import { type PDFContext, PDFNumber, type PDFRef } from "@cantoo/pdf-lib";
import type { PageLabelRange } from "../../../model/print.js";
import { textString } from "./text-string.js";
import { writeTree } from "./trees.js";

const STYLES = { roman: "r", ROMAN: "R", decimal: "D", none: undefined } as const;

/** The tree has to say something on page 0. */
const FROM_THE_START: PageLabelRange = { start: 0, style: "decimal", first: 1 };

/** Writes the number tree of the label ranges. */
export function writePageLabels(context: PDFContext, ranges: readonly PageLabelRange[]): PDFRef {
  const all = ranges[0]?.start === 0 ? ranges : [FROM_THE_START, ...ranges];
  const entries = all.map(({ start, style, prefix, first }) => {
    const label = context.obj({
      S: STYLES[style],
      P: prefix === undefined ? undefined : textString(prefix),
      St: style === "none" ? undefined : first,
    });
    return [PDFNumber.of(start), label] as const;
  });
  return writeTree(context, "Nums", entries);
}
