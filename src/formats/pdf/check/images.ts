/** The resolution that images have at the size at which pages show them. */
import { PDFArray, type PDFDict, PDFName, type PDFObject, PDFStream } from "@cantoo/pdf-lib";
import type { Finding } from "../../../diagnostics/finding.js";
import { asDict, dictOf, identity, nameOf, numberOf, numbersOf, pagesText } from "./access.js";
import { operations } from "./content.js";
import type { OpenPdf, PdfPage } from "./open.js";
import { inherited } from "./page-tree.js";
import type { Work } from "./work-limit.js";

/** Pixels per inch below which print shows pixels. Printers ask for 300; half of that is the least they take. */
const LEAST = 150;

/** States that are saved; viewers have a limit too. */
const MOST_SAVED = 10_000;

/** Forms in forms: more is a loop, or nothing that a program draws. */
const DEEPEST = 12;

type Matrix = readonly [number, number, number, number, number, number];

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

interface Drawn {
  readonly name: string;
  readonly image: PDFDict;
  /** Pixels per inch in the direction in which it has fewer. */
  resolution: number;
  readonly pages: number[];
}

export function imageResolution(pdf: OpenPdf): Finding[] {
  const drawn = new Map<PDFDict, Drawn>();
  for (const page of pdf.pages) drawPage({ page, drawn, work: pdf.work });
  return [...drawn.values()]
    .filter(({ resolution }) => resolution < LEAST)
    .map(({ image, resolution, pages }) => {
      const size = `${numberOf(image, "Width")} × ${numberOf(image, "Height")} pixels`;
      return {
        code: "pdf-image-resolution" as const,
        message: `An image of ${size} is shown at ${Math.round(resolution)} pixels per inch, on ${pagesText(pages)}`,
        hint: `Use one with more pixels, or show it smaller: print needs ${LEAST}, better 300`,
      };
    });
}

interface Canvas {
  readonly page: PdfPage;
  readonly drawn: Map<PDFDict, Drawn>;
  readonly work: Work;
}

function drawPage(canvas: Canvas): void {
  const { page, work } = canvas;
  const { node } = page;
  const resources = asDict(inherited(node, "Resources"));
  // Most pages of a book have no image: their content need not be read.
  if (dictOf(resources, "XObject") === undefined) return;
  const unit = numberOf(node, "UserUnit") ?? 1;
  const content = streamsOf(node.context.lookup(node.get(PDFName.of("Contents"))), node);
  draw(content.map((each) => textOf(each, work)).join("\n"), resources, [unit, 0, 0, unit, 0, 0], 0, canvas);
}

function streamsOf(contents: PDFObject | undefined, node: PDFDict): (PDFObject | undefined)[] {
  return contents instanceof PDFArray
    ? contents.asArray().map((each) => node.context.lookup(each))
    : [contents];
}

function draw(
  content: string,
  resources: PDFDict | undefined,
  start: Matrix,
  depth: number,
  canvas: Canvas,
): void {
  let matrix = start;
  const saved: Matrix[] = [];
  for (const { operator, operands } of operations(content)) {
    canvas.work.step();
    if (operator === "q" && saved.length < MOST_SAVED) saved.push(matrix);
    else if (operator === "Q") matrix = saved.pop() ?? start;
    else if (operator === "cm") matrix = times(asMatrix(operands), matrix);
    else if (operator === "Do") {
      const name = String(operands.at(-1) ?? "");
      const object = dictOf(resources, "XObject")?.get(PDFName.of(name));
      drawObject(name, object, resources, matrix, depth, canvas);
    }
  }
}

function drawObject(
  name: string,
  object: PDFObject | undefined,
  resources: PDFDict | undefined,
  matrix: Matrix,
  depth: number,
  canvas: Canvas,
): void {
  const stream = canvas.page.node.context.lookup(object);
  if (!(stream instanceof PDFStream)) return;
  const { dict } = stream;
  if (nameOf(dict, "Subtype") === "Image") note(name, dict, matrix, canvas);
  else if (nameOf(dict, "Subtype") === "Form" && depth < DEEPEST && identity(object) !== undefined) {
    const own = asMatrix(numbersOf(dict.context, dict.get(PDFName.of("Matrix"))));
    draw(
      textOf(stream, canvas.work),
      dictOf(dict, "Resources") ?? resources,
      times(own, matrix),
      depth + 1,
      canvas,
    );
  }
}

/** An image fills the unit square (8.9.5), so the matrix says how large it is, in points. */
function note(name: string, image: PDFDict, [a, b, c, d]: Matrix, { page, drawn }: Canvas): void {
  const across = (numberOf(image, "Width") ?? 0) / (Math.hypot(a, b) / 72);
  const down = (numberOf(image, "Height") ?? 0) / (Math.hypot(c, d) / 72);
  const resolution = Math.min(across, down);
  if (!Number.isFinite(resolution)) return;
  const known = drawn.get(image) ?? { name, image, resolution, pages: [] };
  known.resolution = Math.min(known.resolution, resolution);
  if (known.pages.at(-1) !== page.number) known.pages.push(page.number);
  drawn.set(image, known);
}

/** What is compressed in a way that only images are draws nothing. */
function textOf(stream: PDFObject | undefined, work: Work): string {
  return work.read(stream)?.toString("latin1") ?? "";
}

function asMatrix(numbers: readonly (number | string)[]): Matrix {
  const six = numbers.slice(-6).map(Number);
  return six.length === 6 && six.every(Number.isFinite) ? (six as unknown as Matrix) : IDENTITY;
}

/** First `m`, then `n`: 8.3.4. */
function times(m: Matrix, n: Matrix): Matrix {
  return [
    m[0] * n[0] + m[1] * n[2],
    m[0] * n[1] + m[1] * n[3],
    m[2] * n[0] + m[3] * n[2],
    m[2] * n[1] + m[3] * n[3],
    m[4] * n[0] + m[5] * n[2] + n[4],
    m[4] * n[1] + m[5] * n[3] + n[5],
  ];
}
