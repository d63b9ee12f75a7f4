/** Turns the margin boxes that show page numbers into folios to draw, now that the numbers are known. */
import { counterText } from "../../language/counter-style.js";
import type { FolioSlot } from "../../model/print.js";
import { type FontFace, shapeFile } from "../../theme/fonts/fonts.js";
import { withCodePoints } from "../../theme/glyphs/glyphs-report.js";
import { folioPieces } from "./folio-pieces.js";
import type { FolioBox } from "./paginate/engine/survey.js";
import { folioOf, type PlacedRun } from "./paginate/folios.js";

const PART = /"((?:[^"\\]|\\.)*)"|counters?\((page|pages)(?:,\s*"(?:[^"\\]|\\.)*")?(?:,\s*([\w-]+))?\)/g;
/** How the program's own name for decimal numbers begins: see `theme/styles/page-counters.ts`. */
const OWN_STYLE = /^colophon-/;

/** A page in its book. */
export interface PlacedPage {
  readonly placed: PlacedRun;
  /** Index in the run, from 0. */
  readonly page: number;
  /** Pages of the whole book, empty ones included. */
  readonly total: number;
}

/**
 * @param faces the fonts of the theme; a box in another font gets the first of them.
 */
export function folioSlots(
  boxes: readonly FolioBox[],
  run: Omit<PlacedPage, "page">,
  faces: readonly FontFace[],
): FolioSlot[] {
  // A book has two folios a page, in one or two fonts.
  const known = new Map<string, (letter: string) => string | undefined>();
  return boxes.map(({ family, weight, style, direction, content, ...box }) => {
    const name = `${family}\0${weight}\0${style}`;
    const fontOf = known.get(name) ?? fontsOf(faces, family, weight, style);
    known.set(name, fontOf);
    const has = (text: string) => [...text].every((letter) => fontOf(letter) !== undefined);
    const text = folioText(content, { ...run, page: box.page }, has);
    const lacking = new Set([...text].filter((letter) => !has(letter)));
    const [first, ...rest] = folioPieces(
      withCodePoints(text, lacking),
      direction,
      (letter) => fontOf(letter)!,
    );
    return { ...box, ...first, ...(rest.length > 0 ? { rest } : {}) };
  });
}

/**
 * The `content` of a margin box with the page's folio in it (CSS Generated Content 3, section 2).
 *
 * `counter(pages)` is the number of pages of the whole book, whatever is printed as their numbers
 * (CSS Paged Media 3, section 7.1).
 *
 * @param has whether fonts have all letters of a text; a number that cannot be set is a decimal one.
 */
export function folioText(
  content: string,
  page: PlacedPage,
  has: (text: string) => boolean = () => true,
): string {
  let text = "";
  for (const [, string, counter, style] of content.matchAll(PART)) {
    text += string === undefined ? numberText(counter, style, page, has) : string.replace(/\\(.)/g, "$1");
  }
  return text;
}

/** A counter style that the style sheet names comes before the style of the run. */
function numberText(
  counter: string | undefined,
  style: string | undefined,
  { placed, page, total }: PlacedPage,
  has: (text: string) => boolean,
): string {
  const folio = folioOf(placed, page);
  if (counter === "page" && style === undefined && has(folio)) return folio;
  const number = counter === "page" ? placed.firstNumber + page : total;
  const written = counterText((style ?? "decimal").replace(OWN_STYLE, ""), number);
  return has(written) ? written : String(number);
}

/**
 * Finds the font of each letter of a box: the WOFF file next to the WOFF2 file of the face that serves digits and
 * Latin letters, and for a letter that it does not serve that of another face which does.
 */
function fontsOf(
  faces: readonly FontFace[],
  family: string,
  weight: number,
  style: string,
): (letter: string) => string | undefined {
  const name = family.split(",")[0]!.trim().replace(/["']/g, "");
  const best = (serving: readonly FontFace[]): FontFace | undefined => {
    // As in CSS, the last one counts.
    const ofFamily = serving.filter((face) => face.family === name).reverse();
    const candidates = ofFamily.length > 0 ? ofFamily : serving;
    const ofStyle = candidates.filter((face) => face.style === style);
    return [...(ofStyle.length > 0 ? ofStyle : candidates)].sort(
      (a, b) => Math.abs(a.weight - weight) - Math.abs(b.weight - weight),
    )[0];
  };
  const main = best(faces.filter((face) => serves(face, "0")));
  if (!main) throw new Error("The theme imports no font that has digits: page numbers cannot be drawn");
  return (letter) => {
    const isMain = serves(main, letter);
    if (isMain && (isSaid(main) || WESTERN.test(letter))) return shapeFile(main.file);
    const other = best(faces.filter((face) => face.ranges.length > 0 && serves(face, letter)));
    const face = other ?? (isMain ? main : undefined);
    return face && shapeFile(face.file);
  };
}

/** What the whole faces of packages have; of other scripts a face that says so has the letters. */
const WESTERN = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}]/u;

/** Whether somebody says for which letters the face is: a style sheet by its ranges, or an author by bringing it. */
function isSaid({ ranges, own }: FontFace): boolean {
  return ranges.length > 0 || own !== undefined;
}

function serves({ ranges }: FontFace, letter: string): boolean {
  const code = letter.codePointAt(0)!;
  return ranges.length === 0 || ranges.some(([first, last]) => code >= first && code <= last);
}
