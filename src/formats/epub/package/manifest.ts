/** The manifest and spine of the package document (EPUB 3.3, 5.6 and 5.7). */
import type { Book } from "../../../model/book.js";
import { EPUB_FILES, type EpubDocument } from "../../../model/ebook.js";
import type { ThemePicture } from "../../../theme/styles/pictures.js";
import type { Cover } from "../cover/cover.js";
import type { BookFonts } from "../fonts.js";
import { fixedLayoutOf } from "./fixed-layout.js";
import { COVER_SPINE_ITEM } from "./reading-systems.js";

export interface ManifestItem {
  readonly id: string;
  /** Relative to the package document. */
  readonly href: string;
  readonly mediaType: string;
  /** Space-separated, or undefined when there are none. */
  readonly properties?: string | undefined;
}

const XHTML = "application/xhtml+xml";

const COVER_EXTENSIONS: Readonly<Record<string, string>> = {
  "image/gif": "gif",
  "image/jpeg": "jpg",
  "image/png": "png",
  "image/svg+xml": "svg",
};

/** Where the cover's image is packaged: with the text's image when the text shows it too. */
export function coverHref(cover: Cover, documents: readonly EpubDocument[]): string {
  for (const { facts } of documents) {
    const shared = cover.source === undefined ? undefined : facts.images.get(cover.source);
    if (shared !== undefined) return shared;
  }
  return `images/cover.${COVER_EXTENSIONS[cover.mediaType]}`;
}

/** Every file of the package but the package document, in a stable order. */
export function manifestItems(
  book: Book,
  documents: readonly EpubDocument[],
  cover: Cover,
  fonts: BookFonts,
  pictures: ThemePictures,
): ManifestItem[] {
  const coverImage = coverHref(cover, documents);
  return [
    { id: "nav", href: EPUB_FILES.navigation, mediaType: XHTML, properties: "nav" },
    { id: "ncx", href: EPUB_FILES.ncx, mediaType: "application/x-dtbncx+xml" },
    { id: "plain-styles", href: EPUB_FILES.plainStyles, mediaType: "text/css" },
    { id: "styles", href: EPUB_FILES.styles, mediaType: "text/css" },
    { id: "cover", href: EPUB_FILES.coverPage, mediaType: XHTML },
    { id: "cover-image", href: coverImage, mediaType: cover.mediaType, properties: "cover-image" },
    ...documents.map(documentItem),
    ...imageItems(book, documents).filter((item) => item.href !== coverImage),
    ...[...pictures.values()].map(({ name, mediaType }) => {
      const href = themePictureHref(name);
      return { id: href.replace("/", "-"), href, mediaType };
    }),
    ...fonts.files.map(({ href, mediaType }) => ({ id: href.replace("/", "-"), href, mediaType })),
  ];
}

function documentItem(document: EpubDocument): ManifestItem {
  const { facts, href } = document;
  const properties = [...(facts.formulas > 0 ? ["mathml"] : []), ...(facts.inlineSvg > 0 ? ["svg"] : [])];
  return {
    id: documentId(document),
    href,
    mediaType: XHTML,
    properties: properties.length > 0 ? properties.join(" ") : undefined,
  };
}

function documentId(document: EpubDocument): string {
  return `section-${document.section}`;
}

function imageItems(book: Book, documents: readonly EpubDocument[]): ManifestItem[] {
  return [...usedImages(documents)].map(([key, href]) => ({
    id: imageId(href),
    href,
    mediaType: book.resources.get(key)!.mediaType,
  }));
}

function imageId(href: string): string {
  return `image-${href.slice("images/".length)}`;
}

/** The items of the images in use, by their keys. @param cover path of the cover's image. */
export function imageIds(documents: readonly EpubDocument[], cover: string): Map<string, string> {
  const idOf = (href: string) => (href === cover ? "cover-image" : imageId(href));
  return new Map([...usedImages(documents)].map(([key, href]) => [key, idOf(href)]));
}

export type ThemePictures = ReadonlyMap<string, ThemePicture>;

/** The packaged path of a picture that styles or templates show. */
export function themePictureHref(name: string): string {
  return `images/theme-${name}`;
}

/** The packaged path of each image in use, by its key, in the order of first use. */
export function usedImages(documents: readonly EpubDocument[]): Map<string, string> {
  return new Map(documents.flatMap(({ facts }) => [...facts.images]));
}

export interface SpineItem {
  /** In the manifest. */
  readonly id: string;
  readonly linear: "no" | undefined;
  readonly properties?: string | undefined;
}

/** Manifest items in reading order: the cover, then every section; the contents where the book has them. */
export function spineOf(book: Book, documents: readonly EpubDocument[]): SpineItem[] {
  const bySection = new Map(documents.map((document) => [document.section, document]));
  const contents = contentsSection(book);
  const flowing = fixedLayoutOf(book.edition) && "rendition:layout-reflowable";
  const items = book.sections.flatMap((section): SpineItem[] => {
    if (section === contents) return [{ id: "nav", linear: undefined, properties: flowing }];
    const document = bySection.get(section.id);
    return document ? [{ id: documentId(document), linear: undefined, properties: document.rendition }] : [];
  });
  return [COVER_SPINE_ITEM, ...items];
}

/** The section whose place the navigation document takes. */
export function contentsSection(book: Book) {
  return book.sections.find((section) => section.role === "toc" && section.bodies.length === 0);
}
