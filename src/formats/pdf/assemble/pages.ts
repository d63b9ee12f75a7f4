/** The pages, their boxes and the page tree: ISO 32000-1, 7.7.3 and 14.11.2. */
import type { PDFContext, PDFRef } from "@cantoo/pdf-lib";
import type { PageBox, PageBoxes } from "../../../model/print.js";

/** A page in the document. */
export interface PlacedSheet {
  readonly ref: PDFRef;
  /** Text of the entries for its boxes. */
  readonly boxes: string;
  /** Top left corner of the trimmed page, in the page's own space (y upwards). */
  readonly left: number;
  readonly top: number;
  /** Height of the trimmed page. */
  readonly height: number;
}

/** Left, bottom, right and top of a printed sheet. */
export type MediaBox = readonly [number, number, number, number];

const FAN_OUT = 32;
/** Points. */
const PIXEL = 0.75;

/**
 * Finds the boxes of a page.
 *
 * @param boxes for sheets of each size, the usual one first; without any the whole printed sheet is the trimmed page.
 */
export function placeSheet(ref: PDFRef, mediaBox: MediaBox, boxes: readonly PageBoxes[]): PlacedSheet {
  const [x0, y0, x1, y1] = mediaBox;
  const whole: PageBox = { left: 0, top: 0, width: x1 - x0, height: y1 - y0 };
  const { trim, crop, bleed } = boxesOn(whole, boxes);
  const entry = (name: string, box: PageBox): string => {
    const left = x0 + box.left;
    const top = y1 - box.top;
    // The browser rounds the sheet to whole pixels, so a box of the exact size can stick out of it.
    const corners = [
      Math.max(left, x0),
      Math.max(top - box.height, y0),
      Math.min(left + box.width, x1),
      Math.min(top, y1),
    ].map(rounded);
    return `/${name} [${corners.join(" ")}]`;
  };
  const endsAtBleed = bleed.left === 0 && trim.left > 0;
  const entries = [
    // Without marks the sheet is no larger than its bleed, not by the part of a pixel either.
    endsAtBleed ? entry("MediaBox", bleed) : `/MediaBox [${mediaBox.join(" ")}]`,
    entry("CropBox", crop),
    entry("BleedBox", bleed),
    entry("TrimBox", trim),
  ];
  return { ref, boxes: entries.join("\n"), left: x0 + trim.left, top: y1 - trim.top, height: trim.height };
}

/** A page of another size takes the whole sheet but for the bleed that all pages have. */
function boxesOn(whole: PageBox, boxes: readonly PageBoxes[]): PageBoxes {
  const known = boxes.find((each) => isSheetOf(each, whole));
  if (known !== undefined) return known;
  const [usual] = boxes;
  const edge = usual === undefined ? 0 : usual.trim.left - usual.bleed.left;
  const [width, height] = [whole.width - 2 * edge, whole.height - 2 * edge];
  return { trim: { left: edge, top: edge, width, height }, crop: whole, bleed: whole };
}

/** Whether boxes are those of a sheet: the browser rounds its sides to whole pixels. */
function isSheetOf({ bleed }: PageBoxes, { width, height }: PageBox): boolean {
  const right = 2 * bleed.left + bleed.width;
  const bottom = 2 * bleed.top + bleed.height;
  return Math.abs(right - width) < PIXEL * 2 && Math.abs(bottom - height) < PIXEL * 2;
}

/** An empty page of the size of another one. */
export function blankSheet(ref: PDFRef, like: MediaBox, boxes: readonly PageBoxes[]): PlacedSheet {
  return placeSheet(ref, like, boxes);
}

export interface PageTree {
  readonly root: PDFRef;
  /** The node that each page hangs under. */
  readonly parents: ReadonlyMap<PDFRef, PDFRef>;
}

/** Builds the page tree, balanced so that a viewer finds a page without reading all. */
export function writePageTree(context: PDFContext, pages: readonly PDFRef[]): PageTree {
  const root = context.nextRef();
  const parents = new Map<PDFRef, PDFRef>();
  let level: Node[] = pages.map((ref) => ({ ref, count: 1 }));
  const nodes: { ref: PDFRef; kids: readonly Node[] }[] = [];
  while (level.length > FAN_OUT) {
    level = Array.from({ length: Math.ceil(level.length / FAN_OUT) }, (_, index) =>
      branch(context.nextRef(), level.slice(index * FAN_OUT, (index + 1) * FAN_OUT)),
    );
  }
  branch(root, level);
  for (const { ref, kids } of nodes) {
    const count = countOf(kids);
    const parent = parents.get(ref);
    context.assign(
      ref,
      context.obj({ Type: "Pages", Parent: parent, Count: count, Kids: kids.map((kid) => kid.ref) }),
    );
  }
  return { root, parents };

  function branch(ref: PDFRef, kids: readonly Node[]): Node {
    for (const kid of kids) parents.set(kid.ref, ref);
    nodes.push({ ref, kids });
    return { ref, count: countOf(kids) };
  }
}

interface Node {
  readonly ref: PDFRef;
  readonly count: number;
}

function countOf(kids: readonly Node[]): number {
  return kids.reduce((sum, kid) => sum + kid.count, 0);
}

/** Thousandths of a point are finer than any printer. */
export function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
