/** Turns the margin boxes that show page numbers into folios to draw, now that the numbers are known. */
import { toRoman } from "../../language/roman.js";
import type { FolioSlot } from "../../model/print.js";
import { type FontFace, shapeFile } from "../../theme/fonts/fonts.js";
import type { FolioBox } from "./paginate/engine/survey.js";
import { folioOf, type PlacedRun } from "./paginate/folios.js";

const PART = /"((?:[^"\\]|\\.)*)"|counter\(page(?:,\s*([\w-]+))?\)/g;

/**
 * @param faces the fonts of the theme; a box in another font gets the first of them.
 */
export function folioSlots(
  boxes: readonly FolioBox[],
  placed: PlacedRun,
  faces: readonly FontFace[],
): FolioSlot[] {
  // A book has two folios a page, in one or two fonts.
  const files = new Map<string, string>();
  return boxes.map(({ family, weight, style, content, ...box }) => {
    const name = `${family}\0${weight}\0${style}`;
    const font = files.get(name) ?? fontFile(faces, family, weight, style);
    files.set(name, font);
    return { ...box, font, text: folioText(content, placed, box.page) };
  });
}

/** The `content` of a margin box with the page's folio in it (CSS Generated Content 3, section 2). */
export function folioText(content: string, placed: PlacedRun, page: number): string {
  let text = "";
  for (const [, string, counterStyle] of content.matchAll(PART)) {
    text += string === undefined ? counterText(counterStyle, placed, page) : string.replace(/\\(.)/g, "$1");
  }
  return text;
}

/** A counter style that the style sheet names comes before the style of the run. */
function counterText(style: string | undefined, placed: PlacedRun, page: number): string {
  const number = placed.firstNumber + page;
  if (style === "lower-roman") return toRoman(number).toLowerCase();
  if (style === "upper-roman") return toRoman(number);
  return folioOf(placed, page);
}

/** The WOFF file next to the WOFF2 file of the face that serves digits and Latin letters. */
function fontFile(faces: readonly FontFace[], family: string, weight: number, style: string): string {
  const name = family.split(",")[0]!.trim().replace(/["']/g, "");
  const latin = faces.filter((face) => covers(face, "0".codePointAt(0)!));
  // As in CSS, the last one counts.
  const ofFamily = latin.filter((face) => face.family === name).reverse();
  const candidates = ofFamily.length > 0 ? ofFamily : latin;
  const ofStyle = candidates.filter((face) => face.style === style);
  const [best] = [...(ofStyle.length > 0 ? ofStyle : candidates)].sort(
    (a, b) => Math.abs(a.weight - weight) - Math.abs(b.weight - weight),
  );
  if (!best) throw new Error("The theme imports no font that has digits: page numbers cannot be drawn");
  return shapeFile(best.file);
}

function covers({ ranges }: FontFace, code: number): boolean {
  return ranges.length === 0 || ranges.some(([first, last]) => code >= first && code <= last);
}
