/** The files of an ebook: package document, navigation, NCX, cover page, styles, documents, images. */
import { direction, word } from "../language/words.js";
import type { Book } from "../model/book.js";
import type { EpubDocument } from "../model/ebook.js";
import type { TemplateData, Theme } from "../model/theme.js";
import { accessibilityOf } from "./accessibility.js";
import type { Cover } from "./cover.js";
import { contentsSection, coverHref, FILES, manifestItems, spineOf, usedImages } from "./manifest.js";
import { packageMetadata } from "./metadata.js";
import { modifiedStamp } from "./modified.js";
import { depthOf, landmarks, type NavigationEntry, navigationEntries, ncxPoints } from "./navigation.js";
import { packagedImage } from "./svg-file.js";

/** A file of the archive. */
export interface PackagedFile {
  /** From the root of the archive. */
  readonly path: string;
  readonly content: string | Uint8Array;
}

export interface PackageOptions {
  readonly theme: Theme;
  readonly styles: string;
  readonly cover: Cover;
  readonly modified: Date;
  /** Writes the titles of the contents as XHTML. */
  readonly toXhtml: (nodes: NavigationEntry["inline"]) => string;
}

/** Every file but `mimetype`, in the order that they have in the archive. */
export function packageEpub(
  book: Book,
  documents: readonly EpubDocument[],
  options: PackageOptions,
): PackagedFile[] {
  const { theme, cover } = options;
  const data: TemplateData = {
    language: book.metadata.language,
    direction: direction(book.metadata.language),
    metadata: book.metadata,
    ...packageMetadata(book),
  };
  const inPackage: [string, string | Uint8Array][] = [
    ["package.opf", theme.render("package.opf", packageData(data, book, documents, options))],
    ...navigationFiles(data, book, documents, options),
    [FILES.styles, options.styles],
    [FILES.coverPage, theme.render("cover.xhtml", coverData(data, book, cover, coverHref(cover, documents)))],
    [coverHref(cover, documents), packagedImage(cover.mediaType, cover.bytes)],
    ...documents.map(({ href, xhtml }): [string, string] => [href, xhtml]),
    ...imageFiles(book, documents, coverHref(cover, documents)),
  ];
  return [
    { path: "META-INF/container.xml", content: theme.render("container.xml", data) },
    ...inPackage.map(([href, content]) => ({ path: `EPUB/${href}`, content })),
  ];
}

function packageData(
  data: TemplateData,
  book: Book,
  documents: readonly EpubDocument[],
  { cover, modified }: PackageOptions,
): TemplateData {
  return {
    ...data,
    modified: modifiedStamp(modified),
    accessibility: accessibilityOf(book, documents),
    items: manifestItems(book, documents, cover),
    spine: spineOf(book, documents),
  };
}

function navigationFiles(
  data: TemplateData,
  book: Book,
  documents: readonly EpubDocument[],
  { theme, toXhtml }: PackageOptions,
): [string, string][] {
  const bySection = new Map(documents.map((document) => [document.section, document]));
  const entries = navigationEntries(book, bySection);
  const contents = contentsSection(book);
  const navigation = {
    ...data,
    id: contents?.id ?? "toc",
    title: contents?.title || word(data.language, "toc"),
    matter: contents === undefined ? undefined : "frontmatter",
    entries: entries.map((entry) => contentsItem(entry, toXhtml)),
    landmarks: landmarks(book, bySection, FILES.coverPage, contents && FILES.navigation),
  };
  const ncx = { ...data, depth: depthOf(entries), entries: ncxPoints(entries) };
  return [
    [FILES.navigation, theme.render("nav.xhtml", navigation)],
    [FILES.ncx, theme.render("toc.ncx", ncx)],
  ];
}

interface ContentsItem {
  readonly href: string;
  readonly label: string | undefined;
  readonly content: string;
  readonly children: readonly ContentsItem[];
}

function contentsItem(entry: NavigationEntry, toXhtml: PackageOptions["toXhtml"]): ContentsItem {
  const { href, label, inline, children } = entry;
  return {
    href,
    label,
    content: toXhtml(inline),
    children: children.map((child) => contentsItem(child, toXhtml)),
  };
}

function coverData(data: TemplateData, book: Book, cover: Cover, image: string): TemplateData {
  const section = book.sections.find((each) => each.role === "cover");
  return { ...data, id: section?.id ?? "cover", image, alt: cover.alt };
}

function imageFiles(
  book: Book,
  documents: readonly EpubDocument[],
  coverImage: string,
): [string, Uint8Array][] {
  return [...usedImages(documents)]
    .filter(([, href]) => href !== coverImage)
    .map(([key, href]) => {
      const { mediaType, bytes } = book.resources.get(key)!;
      return [href, packagedImage(mediaType, bytes)];
    });
}
