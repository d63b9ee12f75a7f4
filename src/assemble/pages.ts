/** The page tree and the boxes of its pages: ISO 32000-1, 7.7.3 and 14.11.2. */
import {
  type PDFArray,
  type PDFContext,
  PDFName,
  PDFNumber,
  PDFPageLeaf,
  type PDFRef,
} from "@cantoo/pdf-lib";
import type { PageBox, PageBoxes } from "../model/print.js";

/** A page in the document. */
export interface Sheet {
  readonly ref: PDFRef;
  readonly leaf: PDFPageLeaf;
  /** Top left corner of the trimmed page, in the page's own space (y upwards). */
  readonly left: number;
  readonly top: number;
  /** Height of the trimmed page. */
  readonly height: number;
}

const FAN_OUT = 32;
const PARENT = PDFName.of("Parent");

/** Sets the boxes of a page; without `boxes` the whole printed sheet is the trimmed page. */
export function placeSheet(context: PDFContext, ref: PDFRef, boxes: PageBoxes | undefined): Sheet {
  const leaf = context.lookup(ref);
  if (!(leaf instanceof PDFPageLeaf)) throw new TypeError(`Object ${ref} of a printed run is not a page`);
  const [x0, y0, x1, y1] = corners(leaf.MediaBox());
  const whole: PageBox = { left: 0, top: 0, width: x1 - x0, height: y1 - y0 };
  const trim = boxes?.trim ?? whole;
  const set = (name: string, box: PageBox): void => {
    const left = x0 + box.left;
    const top = y1 - box.top;
    const rectangle = [left, top - box.height, left + box.width, top].map(rounded);
    leaf.set(PDFName.of(name), context.obj(rectangle));
  };
  set("CropBox", boxes?.crop ?? whole);
  set("BleedBox", boxes?.bleed ?? whole);
  set("TrimBox", trim);
  return { ref, leaf, left: x0 + trim.left, top: y1 - trim.top, height: trim.height };
}

/** An empty page of the size of another one. */
export function blankSheet(context: PDFContext, like: Sheet, boxes: PageBoxes | undefined): Sheet {
  const page = context.obj({ Type: "Page", Resources: {}, MediaBox: like.leaf.MediaBox() });
  const leaf = PDFPageLeaf.fromMapWithContext(new Map(page.entries()), context);
  return placeSheet(context, context.register(leaf), boxes);
}

/** Builds the page tree, balanced so that a viewer finds a page without reading all. */
export function writePageTree(context: PDFContext, sheets: readonly Sheet[]): PDFRef {
  const root = context.nextRef();
  let level: Node[] = sheets.map(({ ref, leaf }) => ({ ref, count: 1, adopt: (by) => leaf.set(PARENT, by) }));
  while (level.length > FAN_OUT) {
    level = Array.from({ length: Math.ceil(level.length / FAN_OUT) }, (_, index) =>
      branch(context, context.nextRef(), level.slice(index * FAN_OUT, (index + 1) * FAN_OUT)),
    );
  }
  return branch(context, root, level).ref;
}

interface Node {
  readonly ref: PDFRef;
  readonly count: number;
  readonly adopt: (parent: PDFRef) => void;
}

function branch(context: PDFContext, ref: PDFRef, kids: readonly Node[]): Node {
  const count = kids.reduce((sum, kid) => sum + kid.count, 0);
  const dict = context.obj({ Type: "Pages", Count: count, Kids: kids.map((kid) => kid.ref) });
  context.assign(ref, dict);
  for (const kid of kids) kid.adopt(ref);
  return { ref, count, adopt: (parent) => dict.set(PARENT, parent) };
}

function corners(box: PDFArray): [number, number, number, number] {
  const [a, b, c, d] = [0, 1, 2, 3].map((index) => box.lookup(index, PDFNumber).asNumber());
  return [Math.min(a!, c!), Math.min(b!, d!), Math.max(a!, c!), Math.max(b!, d!)];
}

/** Thousandths of a point are finer than any printer. */
export function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
