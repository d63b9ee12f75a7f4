/**
 * Ebooks for Kobo's own reader, which has page numbers, statistics and steady highlights for files whose sentences are
 * marked: each in a `span` of the class `koboSpan`, with its number in its block (Kobo EPUB specification, “KePub”).
 */
import type { Book } from "../../../model/book.js";
import type { EbookFiles } from "../../../model/ebook.js";
import { isKepub } from "../../../model/format.js";

/** @param hrefs documents of the text, relative to the package document. */
export function withKoboSpans(files: EbookFiles, { edition }: Book, hrefs: readonly string[]): EbookFiles {
  if (!isKepub(edition)) return files;
  const documents = new Set(hrefs.map((href) => `EPUB/${href}`));
  return new Map(
    [...files].map(([path, content]): [string, Uint8Array] => {
      if (!documents.has(path)) return [path, content];
      return [path, Buffer.from(marked(Buffer.from(content).toString("utf8")))];
    }),
  );
}

const BODY = /(<body\b[^>]*>)([\s\S]*)(<\/body>)/;
const TAG_OR_TEXT = /<(\/?)([a-zA-Z][\w:-]*)[^>]*?(\/?)>|<[^>]*>|[^<]+/g;
/** Numbers of sentences begin again in each. */
const BLOCKS = /^(?:p|li|dt|dd|h[1-6]|blockquote|figcaption|caption|td|th|aside)$/;
/** In what is drawn, and in code and readings, nothing is a sentence. */
const LEFT_ALONE = /^(?:svg|math|pre|ruby|script|style)$/;
/** A sentence ends with its point, and the quotes and blanks behind it. */
const SENTENCE = /[^.!?…。！？]*[.!?…。！？]+["'”’»)）」』]*\s*|[^.!?…。！？]+$/g;

/** @param xhtml a document that we have written ourselves. */
export function marked(xhtml: string): string {
  return xhtml.replace(BODY, (_, open: string, content: string, close: string) => {
    return `${open}<div id="book-columns"><div id="book-inner">${withSpans(content)}</div></div>${close}`;
  });
}

function withSpans(content: string): string {
  let block = 0;
  let sentence = 0;
  let alone = 0;
  return content.replace(TAG_OR_TEXT, (piece: string, end?: string, name?: string, empty?: string) => {
    if (name !== undefined) {
      if (LEFT_ALONE.test(name) && empty === "") alone += end === "/" ? -1 : 1;
      if (end === "" && BLOCKS.test(name)) [block, sentence] = [block + 1, 0];
      return piece;
    }
    if (piece.startsWith("<") || alone > 0 || piece.trim() === "") return piece;
    return piece.replace(SENTENCE, (words) => {
      if (words.trim() === "") return words;
      sentence += 1;
      return `<span class="koboSpan" id="kobo.${block}.${sentence}">${words}</span>`;
    });
  });
}
