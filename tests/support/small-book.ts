/** Publishes a small book that a test writes in place, and finds words on its pages and in its documents. */
import type { Diagnostic } from "../../src/diagnostics/diagnostic.js";
import { type Epub, readEpub } from "./epub.js";
import { type Pdf, type PdfPage, readPdf } from "./pdf.js";
import { marginTexts, type PdfText } from "./pdf-text.js";
import { publish } from "./publish.js";
import type { TemporaryFolders } from "./temporary-folders.js";

export interface SmallBook {
  /** Default: A Small Book. */
  readonly title?: string;
  /** Keys of `publication.yaml` besides title, language and date; without `editions`, a `print` and an `ebook`. */
  readonly description: string;
  /** Files by their path in the publication's folder. */
  readonly files: Readonly<Record<string, string | Uint8Array>>;
}

export interface SmallEditions {
  pdf(edition?: string): Promise<Pdf>;
  epub(edition?: string): Promise<Epub>;
  bytesOf(edition: string): Promise<Uint8Array>;
  readonly diagnostics: readonly Diagnostic[];
}

const EDITIONS =
  "editions:\n  print: { format: pdf, trim: a6 }\n  ebook: { format: epub, page-source: none }\n";

export async function publishSmall(
  folders: TemporaryFolders,
  { title = "A Small Book", description, files }: SmallBook,
): Promise<SmallEditions> {
  const language = /^language:/m.test(description) ? "" : "language: en\n";
  const editions = /^editions:/m.test(description) ? "" : EDITIONS;
  const yaml = `title: ${title}\ndate: 2026-11-22\n${language}${description.trim()}\n${editions}`;
  const folder = await folders.make({ "publication.yaml": yaml, ...files });
  const { bytesOf, diagnostics } = await publish(folder, { out: await folders.make() });
  return {
    diagnostics,
    bytesOf,
    pdf: async (edition = "print") => readPdf(await bytesOf(edition)),
    epub: async (edition = "ebook") => readEpub(await bytesOf(edition)),
  };
}

/** With one ordinary space for every space, and without soft hyphens. */
export function plain(text: string): string {
  return text.replaceAll("\u00AD", "").replace(/\s+/g, " ").trim();
}

/** All words of a page, running heads included, line by line. */
export function pageText(page: PdfPage): string {
  return page.texts.map(({ text, endsLine }) => (endsLine ? `${text}\n` : text)).join("");
}

export interface FoundWords extends PdfText {
  readonly page: PdfPage;
}

/** The piece of text in which words begin, on the first page that has them in one line; blanks do not count. */
export function findWords(pdf: Pdf, words: string): FoundWords {
  const wanted = words.replace(/\s/g, "");
  for (const page of pdf.pages) {
    const starts: { at: number; text: PdfText }[] = [];
    let letters = "";
    for (const text of page.texts) {
      starts.push({ at: letters.length, text });
      letters += text.text.replace(/[\s\u00AD]/g, "");
    }
    const found = letters.indexOf(wanted);
    if (found >= 0)
      return { page, ...starts.findLast(({ at, text }) => at <= found && text.text.trim() !== "")!.text };
  }
  throw new Error(`No page has “${words}”`);
}

/** Running heads and folio of a page. */
export function marginsOf(page: PdfPage): string[] {
  return marginTexts(page).map(({ text }) => plain(text));
}

/** The document of an ebook by its name without the ending. */
export function documentOf(epub: Epub, name: string): string {
  return epub.read(epub.names.find((each) => each.endsWith(`/${name}.xhtml`))!);
}

/** As many words as are asked for, always the same ones. */
export function filler(count: number): string {
  const words = "the tide came in over the sand and nobody on the quay had seen a boat go out".split(" ");
  return `${Array.from({ length: count }, (_, index) => words[index % words.length]).join(" ")}.`;
}
