/**
 * Named pages of a size of their own: `@page map { size: a5 landscape }` (CSS Paged Media 3, section 7.1).
 *
 * Paged.js knows names of paper in capitals only, and turns no page. So the size is written out in lengths; and the
 * browser, which prints, is told the size of these sheets in rules that Paged.js does not see.
 */
import { type CssNode, walk } from "css-tree/dist/csstree.esm";
import type { Trim } from "../../model/publication.js";
import { type Edit, replace, type StyleSheet } from "./sheet.js";

/** In millimetres, upright. */
const PAPER: Readonly<Record<string, readonly [number, number]>> = {
  a3: [297, 420],
  a4: [210, 297],
  a5: [148, 210],
  a6: [105, 148],
  b4: [250, 353],
  b5: [176, 250],
  "jis-b4": [257, 364],
  "jis-b5": [182, 257],
  letter: [215.9, 279.4],
  legal: [215.9, 355.6],
  ledger: [279.4, 431.8],
};
const POINTS: Readonly<Record<string, number>> = {
  pt: 1,
  px: 0.75,
  in: 72,
  cm: 72 / 2.54,
  mm: 72 / 25.4,
  q: 72 / 101.6,
  pc: 12,
};

export interface PageSize {
  readonly name: string;
  /** In points. */
  readonly size: Trim;
}

export interface PageSizes {
  readonly edits: readonly Edit[];
  readonly sizes: readonly PageSize[];
}

/** The pages on their side that all themes have, for what is `landscape`. @param trim of all other pages. */
export function landscapePage({ width, height }: Trim): PageSize {
  return { name: "landscape", size: { width: rounded(height), height: rounded(width) } };
}

/** As Paged.js reads it: lengths, and no words. */
export function sizeRule({ name, size }: PageSize): string {
  return `@page ${name} { size: ${size.width}pt ${size.height}pt }\n`;
}

/** @param trim the size of all other pages, which `size: landscape` turns. */
export function pageSizes({ tree }: StyleSheet, trim: Trim): PageSizes {
  const edits: Edit[] = [];
  const sizes: PageSize[] = [];
  walk(tree, function (node) {
    if (node.type !== "Declaration" || node.property?.toLowerCase() !== "size") return;
    const name = nameOf(this.atrule);
    const size = typeof node.value === "object" ? sizeOf(node.value, trim) : undefined;
    if (name === undefined || size === undefined) return;
    edits.push(replace(node, `size: ${size.width}pt ${size.height}pt`));
    sizes.push({ name, size });
  });
  return { edits, sizes };
}

/** Undefined for what is no rule of a named page, or one of its left or first pages only. */
function nameOf(atRule: CssNode | null): string | undefined {
  if (atRule?.name?.toLowerCase() !== "page" || !atRule.prelude) return undefined;
  const names: string[] = [];
  let isPlain = true;
  walk(atRule.prelude, ({ type, name }) => {
    if (type === "TypeSelector" || type === "Identifier") names.push(name ?? "");
    if (type === "PseudoClassSelector") isPlain = false;
  });
  return names.length === 1 && isPlain ? names[0] : undefined;
}

function sizeOf(value: CssNode, trim: Trim): Trim | undefined {
  const lengths: number[] = [];
  const words: string[] = [];
  for (const { type, name = "", value: number, unit = "" } of value.children ?? []) {
    if (type === "Identifier") words.push(name.toLowerCase());
    else if (type === "Dimension") lengths.push(Number(number) * (POINTS[unit.toLowerCase()] ?? Number.NaN));
  }
  if (lengths.some(Number.isNaN)) return undefined;
  const paper = words.map((word) => PAPER[word]).find((each) => each !== undefined);
  const [width = trim.width, height = lengths[0] ?? trim.height] =
    paper === undefined ? lengths : paper.map((side) => side * POINTS.mm!);
  const [short, long] = [Math.min(width, height), Math.max(width, height)];
  if (words.includes("landscape")) return { width: rounded(long), height: rounded(short) };
  if (words.includes("portrait")) return { width: rounded(short), height: rounded(long) };
  return lengths.length > 0 || paper ? { width: rounded(width), height: rounded(height) } : undefined;
}

function rounded(points: number): number {
  return Math.round(points * 1000) / 1000;
}

/** For a style element that Paged.js passes over: it sizes the type area of such a page, and not its sheet. */
export function printedSheets(sizes: readonly PageSize[], bleed: number): string {
  return sizes.map((each) => printedSheet(each, bleed)).join("");
}

/** @param bleed in points; it is around the page on its sheet. */
function printedSheet({ name, size }: PageSize, bleed: number): string {
  const [width, height] = [`${rounded(size.width + 2 * bleed)}pt`, `${rounded(size.height + 2 * bleed)}pt`];
  const page = `.pagedjs_page.pagedjs_${name}_page`;
  const sides = ["", "-left", "-right"].map(
    (side) => `--pagedjs-width${side}: ${width}; --pagedjs-height${side}: ${height};`,
  );
  return `@page colophon-${name} { size: ${width} ${height} !important; margin: 0 }
${page} { page: colophon-${name}; --trim-width: ${size.width}pt; --trim-height: ${size.height}pt; ${sides.join(" ")} }
@media print {
  ${page}, ${page} > .pagedjs_sheet {
    width: ${width}; height: ${height} !important; min-height: ${height}; max-height: ${height}
  }
}
`;
}
