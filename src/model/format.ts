/**
 * The formats that editions can have: what everybody may know of each without its code.
 *
 * How one is made is in `formats/<name>/`, whose `format.ts` is listed in `formats/registry.ts`.
 */

/** The templates and styles that dress a format: folders with this name. */
export type Dress = "print" | "epub";

interface FormatFacts {
  /** What `only` and `not` may call its editions. */
  readonly words: readonly string[];
  /** Of its files, without the point. */
  readonly extension: string;
  /** What the composed tree marks for this medium is shown, what it marks for the other is not. */
  readonly medium: "print" | "screen";
  /** Missing when themes have nothing to do with it. */
  readonly dress?: Dress;
  /** What its extent counts. */
  readonly unit: "page" | "document" | "line";
  /**
   * Seconds of work to begin with, and for each million bytes of text: only the proportions matter, to share out
   * editions among machines.
   */
  readonly work: { readonly start: number; readonly million: number };
}

const FACTS = {
  pdf: {
    words: ["pdf", "print"],
    extension: "pdf",
    medium: "print",
    dress: "print",
    unit: "page",
    work: { start: 1, million: 20 },
  },
  epub: {
    words: ["epub", "ebook"],
    extension: "epub",
    medium: "screen",
    dress: "epub",
    unit: "document",
    work: { start: 0.5, million: 2 },
  },
  text: {
    words: ["text"],
    extension: "txt",
    medium: "screen",
    unit: "line",
    work: { start: 0.2, million: 1 },
  },
} as const satisfies Readonly<Record<string, FormatFacts>>;

/** The name of a format, as `format` in `publication.yaml` has it. */
export type Format = keyof typeof FACTS;

export const FORMATS: Readonly<Record<Format, FormatFacts>> = FACTS;

/** Of an edition: an ebook may be one for Kobo's own reader, which knows them by this name alone. */
export interface FileKind {
  readonly format: Format;
  readonly kepub?: boolean;
}

export function isKepub({ format, kepub }: FileKind): boolean {
  return format === "epub" && kepub === true;
}

/** The ending of the file of an edition, without the first point. */
export function extensionOf(kind: FileKind): string {
  return isKepub(kind) ? "kepub.epub" : FORMATS[kind.format].extension;
}

export const FORMAT_NAMES = Object.keys(FORMATS) as [Format, ...Format[]];
