/** Adapts the composed trees to print: the shapes that Paged.js can break between pages. */
import type { Element, ElementContent, Root } from "hast";
import { breakAddresses } from "../../../adapt/address-breaks.js";
import { firstLineNumber, lineBlock, splitLines, takeLineMarks } from "../../../adapt/code-lines.js";
import { hyphenateTree } from "../../../adapt/hyphenate.js";
import { canHaveInitial } from "../../../adapt/initials.js";
import { withNumbers } from "../../../adapt/list-numbers.js";
import { markNesting } from "../../../adapt/nesting.js";
import { isPlaced } from "../../../adapt/placed-blocks.js";
import { isVerse, withVerseLines } from "../../../adapt/verse.js";
import { hasClass, withClasses } from "../../../hast/class-names.js";
import { cloneTree } from "../../../hast/clone.js";
import { visitElements, visitNodes } from "../../../hast/visit.js";
import { PLACEHOLDER_URL } from "../../../model/print.js";
import type { Hyphenations } from "../../../model/publication.js";
import { servedAddress } from "../../../model/served.js";
import { withCodePoints } from "../../../theme/glyphs/glyphs-report.js";
import type { Asset } from "../job/layout-job.js";
import { pageReference, pageReferenceList } from "../job/page-references.js";
import { makeBlankLines } from "./blank-lines.js";
import { placePageBreaks } from "./page-breaks.js";
import { markShortCells } from "./short-cells.js";
import { withWideLetters } from "./wide-letters.js";

export interface PrintContext {
  /** Ids of the elements that are in the same run. */
  readonly inRun: (id: string) => boolean;
  /** File that node positions are places in. */
  readonly file: string;
  /** BCP 47 tag of the section: its words are hyphenated by it. */
  readonly language: string;
  /** What the book says of where words are divided. */
  readonly hyphenation?: Hyphenations | undefined;
  /** An image of the book by its path; undefined when there is none. Whoever asks shows it. */
  readonly image: (path: string) => Asset | undefined;
  /** Characters that no font has. */
  readonly unreadable?: ReadonlySet<string> | undefined;
}

/** Makes a copy of a tree that is fit for print. */
export function adaptForPrint(tree: Root, context: PrintContext): Root {
  const copy = cloneTree(tree);
  // Before the marks for folios are put in: they hold ids, not words.
  showUnreadable(copy, context.unreadable);
  hyphenateTree(copy, context.language, context.hyphenation);
  breakAddresses(copy);
  markNesting(copy);
  placePageBreaks(copy);
  makeBlankLines(copy);
  visitElements(copy, (element, index, parent) => {
    if (element.properties.dataMedium === "screen") {
      parent.children.splice(index, 1);
      return index;
    }
    adapt(element, context);
    return undefined;
  });
  return copy;
}

/** What no font has stands as its number. */
function showUnreadable(tree: Root, unreadable: PrintContext["unreadable"]): void {
  if (!unreadable || unreadable.size === 0) return;
  visitNodes(tree, (node) => {
    if (node.type === "text") node.value = withCodePoints(node.value, unreadable);
  });
}

function adapt(element: Element, context: PrintContext): void {
  const start = element.position?.start;
  if (start && isPlaced(element)) {
    element.properties.dataSource = `${context.file}:${start.line}:${start.column}`;
  }
  if (element.tagName === "a") adaptLink(element, context);
  fillFolios(element, context);
  if (element.tagName === "ol") element.children = withNumbers(element).children;
  if (element.tagName === "img") adaptImage(element, context);
  if (element.tagName === "table") markShortCells(element);
  if (element.tagName === "p") markParagraph(element);
  if (element.tagName === "pre") adaptCode(element);
  if (element.tagName === "details" || element.tagName === "summary") adaptDisclosure(element);
  if (isVerse(element)) element.children = withVerseLines(element, []).children;
  if (element.tagName === "figure") adaptFigure(element);
}

function adaptLink(element: Element, context: PrintContext): void {
  const href = element.properties.href;
  if (typeof href !== "string" || !href.startsWith("#")) return;
  element.properties.href = addressOf(href.slice(1), context.inRun);
}

/** The browser drops links to places in another run: they get an address that assembly turns back. */
export function addressOf(id: string, inRun: PrintContext["inRun"]): string {
  return inRun(id) ? `#${id}` : PLACEHOLDER_URL + encodeURIComponent(id);
}

/** Puts marks where compose wants folios (`src/compose/medium-marks.ts`). */
function fillFolios(element: Element, context: PrintContext): void {
  const { dataFolioOf, dataFoliosOf } = element.properties;
  delete element.properties.dataMedium;
  delete element.properties.dataFolioOf;
  delete element.properties.dataFoliosOf;
  if (typeof dataFolioOf === "string") {
    element.children = [{ type: "text", value: pageReference(dataFolioOf) }];
  }
  if (typeof dataFoliosOf === "string") {
    const mark = pageReferenceList(dataFoliosOf.split(" "), (id) => addressOf(id, context.inRun));
    element.children = [{ type: "text", value: mark }];
  }
}

function adaptImage(element: Element, { image }: PrintContext): void {
  const src = element.properties.src;
  if (typeof src !== "string") return;
  element.properties.src = image(src)?.address ?? servedAddress("resources", src);
}

/** Paper cannot be opened: what is in the box is shown, below its summary. */
function adaptDisclosure(element: Element): void {
  const { open: _, ...properties } = element.properties;
  element.properties = withClasses(properties, element.tagName);
  element.tagName = "div";
}

/** Marks what no selector sees, which is the text of a paragraph. */
function markParagraph(paragraph: Element): void {
  const marks = [
    // An image with nothing beside it is set as a block.
    ...(isLoneImage(paragraph) ? ["lone-image"] : []),
    ...(canHaveInitial(paragraph) ? [] : ["no-initial"]),
  ];
  paragraph.properties = withClasses(paragraph.properties, ...marks);
}

function isLoneImage({ children }: Element): boolean {
  const shown = children.filter((child) => child.type !== "text" || child.value.trim() !== "");
  return shown.length === 1 && shown[0]!.type === "element" && shown[0]!.tagName === "img";
}

/** A figure of a PDF is a picture, which needs a description; a listing is text that is read as it stands. */
function adaptFigure(figure: Element): void {
  if (hasClass(figure.properties, "listing")) figure.properties.role ??= "group";
}

/** A block without a letter would have no height. */
const EMPTY_LINE: ElementContent[] = [{ type: "text", value: "\u200B" }];

/** Each line of a listing becomes a block: Paged.js loses lines that it has to break inside of. */
function adaptCode(pre: Element): void {
  const code = pre.children.find(
    (child): child is Element => child.type === "element" && child.tagName === "code",
  );
  const holder = code ?? pre;
  const first = firstLineNumber(pre);
  const marks = takeLineMarks(pre);
  holder.children = splitLines(holder.children).map((line, index) =>
    lineBlock(
      line.length > 0 ? withWideLetters(line) : EMPTY_LINE,
      first === undefined ? undefined : first + index,
      marks?.get(index),
    ),
  );
}
