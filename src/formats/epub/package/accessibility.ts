/**
 * The accessibility metadata of an ebook (EPUB Accessibility 1.1, Schema.org vocabulary),
 * derived from what the documents hold. Nothing is claimed that was not counted.
 */
import type { Word } from "../../../language/words/words.js";
import { word } from "../../../language/words.js";
import type { AccessibilityClaims } from "../../../model/accessibility-claims.js";
import type { Book } from "../../../model/book.js";
import type { EpubDocument } from "../../../model/ebook.js";
import type { Edition } from "../../../model/publication.js";
import type { PageList } from "./page-list.js";

export interface AccessibilityMetadata {
  readonly modes: readonly string[];
  /** Each entry is a set of modes, separated by commas, that is enough to read the book. */
  readonly sufficient: readonly string[];
  readonly features: readonly string[];
  readonly hazards: readonly string[];
  readonly summary: string;
}

interface Totals {
  readonly described: number;
  readonly undescribed: number;
  readonly decorative: number;
  readonly formulas: number;
  readonly headings: number;
  /** Files that may move: a GIF can, and an SVG with animation elements does. */
  readonly moving: boolean;
  readonly indexed: boolean;
  /** True when it has the page numbers of a print edition. */
  readonly paged: boolean;
}

export function accessibilityOf(
  book: Book,
  documents: readonly EpubDocument[],
  pages: PageList | undefined,
): AccessibilityMetadata {
  const totals = { ...totalsOf(book, documents), paged: pages !== undefined };
  const visual = totals.described + totals.undescribed > 0;
  const textOnly = totals.undescribed === 0;
  return {
    modes: visual ? ["textual", "visual"] : ["textual"],
    sufficient: [...(textOnly ? ["textual"] : []), ...(visual ? ["textual,visual"] : [])],
    features: featuresOf(totals),
    hazards: [totals.moving ? "unknown" : "none"],
    summary: claimsOf(book)?.summary ?? summaryOf(totals, book.edition),
  };
}

/** What the publisher says beyond what can be counted. */
export function claimsOf({ edition }: Book): AccessibilityClaims | undefined {
  return edition.format === "epub" ? edition.accessibility : undefined;
}

function totalsOf(book: Book, documents: readonly EpubDocument[]): Omit<Totals, "paged"> {
  const sum = (count: (document: EpubDocument) => number) =>
    documents.reduce((total, document) => total + count(document), 0);
  return {
    described: sum(({ facts }) => facts.describedImages),
    undescribed: sum(({ facts }) => facts.undescribedImages.length),
    decorative: sum(({ facts }) => facts.decorativeImages),
    formulas: sum(({ facts }) => facts.formulas),
    headings: sum(({ facts }) => facts.headings),
    moving: documents.some((document) => mayMove(document, book)),
    indexed: documents.some((document) => document.role === "index"),
  };
}

const SVG_ANIMATION = /<(animate|animateMotion|animateTransform|set)[\s>/]/;

function mayMove({ facts, xhtml }: EpubDocument, book: Book): boolean {
  if (facts.inlineSvg > 0 && SVG_ANIMATION.test(xhtml)) return true;
  return [...facts.images.keys()].some((key) => {
    const { mediaType, bytes } = book.resources.get(key)!;
    if (mediaType === "image/svg+xml") return SVG_ANIMATION.test(Buffer.from(bytes).toString("utf8"));
    return mediaType === "image/gif";
  });
}

function featuresOf(totals: Totals): string[] {
  const features: [string, boolean][] = [
    ["tableOfContents", true],
    ["readingOrder", true],
    ["displayTransformability", true],
    ["structuralNavigation", totals.headings > 0],
    ["alternativeText", totals.described > 0 && totals.undescribed === 0],
    ["MathML", totals.formulas > 0],
    ["index", totals.indexed],
    ["pageBreakMarkers", totals.paged],
    ["pageNavigation", totals.paged],
  ];
  return features.filter(([, present]) => present).map(([name]) => name);
}

function summaryOf(totals: Totals, edition: Edition): string {
  const sentences: Word[] = [
    imageSentence(totals),
    ...(totals.formulas > 0 ? ["summary-mathml" as const] : []),
    ...(totals.headings > 0 ? ["summary-structure" as const] : []),
    ...(totals.paged ? ["summary-pages" as const] : []),
    ...(totals.moving ? [] : ["summary-hazard-none" as const]),
  ];
  return sentences.map((key) => word(edition, edition.metadata.language, key)).join(" ");
}

function imageSentence(totals: Totals): Word {
  if (totals.undescribed > 0) return "summary-undescribed";
  if (totals.described > 0) return "summary-described";
  return totals.decorative > 0 ? "summary-decorative" : "summary-no-images";
}
