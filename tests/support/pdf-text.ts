/** The text of PDF pages with its places, and whose text it is: the book's, or the page's own. */
import type { PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { TextItem, TextMarkedContent } from "pdfjs-dist/types/src/display/api.js";
import type { PdfLink, PdfPage } from "./pdf.js";

export interface PdfText {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly size: number;
  /** True for text that the structure tree has: running heads and folios are not part of it. */
  readonly tagged: boolean;
  /** True when the line ends here. */
  readonly endsLine: boolean;
}

/** pdf.js does not declare the tag that it gives. */
type TaggedContent = TextMarkedContent & { readonly tag?: string };

/** @param actual what the `Span` sequences of the page stand for, in their order. */
export async function readTexts(
  page: PDFPageProxy,
  height: number,
  actual: readonly (string | undefined)[],
): Promise<PdfText[]> {
  const { items } = await page.getTextContent({ includeMarkedContent: true });
  const spans = actual[Symbol.iterator]();
  const open: { tagged: boolean; text?: string | undefined }[] = [];
  const texts: PdfText[] = [];
  const joined = new WeakSet<PdfText>();
  for (const item of items) {
    if (!("type" in item)) add(texts, textOf(item, height, open.at(-1)), joined);
    else if (item.type === "endMarkedContent") open.pop();
    else {
      const { tag } = item as TaggedContent;
      // A span inside of tagged content has no id of its own.
      const isInside = tag !== "Artifact" && open.at(-1)?.tagged === true;
      const tagged = typeof item.id === "string" || isInside;
      const text = tag === "Span" ? spans.next().value : undefined;
      open.push({ tagged, text });
    }
  }
  return texts;
}

/** Of letters that are joined: pdf.js parts them from their word when the font does not say what they stand for. */
const LIGATURE = /^\p{L}{2,3}$/u;

/** @param joined the texts that end in joined letters. */
function add(texts: PdfText[], text: PdfText, joined: WeakSet<PdfText>): void {
  const last = texts.at(-1);
  const isLigature = LIGATURE.test(text.text);
  const goesOn =
    last !== undefined &&
    (isLigature || joined.has(last)) &&
    /\p{L}$/u.test(last.text) &&
    /^\p{L}/u.test(text.text) &&
    !last.endsLine &&
    last.baseline === text.baseline &&
    last.size === text.size &&
    last.tagged === text.tagged &&
    Math.abs(last.right - text.left) < 0.1;
  if (goesOn) texts.pop();
  const whole = goesOn ? { ...text, text: last.text + text.text, left: last.left } : text;
  texts.push(whole);
  if (isLigature) joined.add(whole);
}

function textOf(
  item: TextItem,
  height: number,
  around?: { tagged: boolean; text?: string | undefined },
): PdfText {
  const [left, bottom] = item.transform.slice(4) as [number, number];
  return {
    text: item.str === "" ? "" : (around?.text ?? item.str),
    left,
    right: left + item.width,
    baseline: height - bottom,
    size: item.height,
    tagged: around?.tagged === true,
    endsLine: item.hasEOL,
  };
}

/** The words of the book on a page, line by line, without its running head and folio. */
export function bodyText(page: PdfPage): string {
  return page.texts
    .filter((each) => !isMargin(page, each))
    .map(({ text, endsLine }) => (endsLine ? `${text}\n` : text))
    .join("");
}

/** What the page says of itself: running heads and folios, each a piece of text. */
export function marginTexts(page: PdfPage): readonly PdfText[] {
  return page.texts.filter((each) => isMargin(page, each) && each.text.trim() !== "");
}

/** Running heads and folios are not tagged; neither are the markers of lists, but those stand in the text. */
function isMargin({ height }: PdfPage, { tagged, baseline }: PdfText): boolean {
  return !tagged && (baseline < height * 0.09 || baseline > height * 0.91);
}

/** The words that a link is on. */
export function linkText(page: PdfPage, link: PdfLink): string {
  const inside = page.texts.filter(
    ({ left, right, baseline }) =>
      left >= link.left - 1 && right <= link.right + 1 && baseline > link.top && baseline < link.bottom + 1,
  );
  return inside
    .map(({ text }) => text)
    .join("")
    .trim();
}

/** The line that begins at or below a height: the first one whose baseline is lower than it. */
export function lineBelow(page: PdfPage, top: number): string {
  const below = page.texts.filter(({ baseline }) => baseline > top);
  const first = Math.min(...below.filter(({ text }) => text.trim() !== "").map(({ baseline }) => baseline));
  return below
    .filter(({ baseline }) => Math.abs(baseline - first) < 1)
    .map(({ text }) => text)
    .join("");
}
