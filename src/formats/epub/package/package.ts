/** The files of an ebook: package document, navigation, NCX, cover page, styles, documents, images. */
import { numberIn } from "../../../language/digits.js";
import { direction, word } from "../../../language/words.js";
import type { Book } from "../../../model/book.js";
import { type EbookFiles, EPUB_FILES, type EpubDocument } from "../../../model/ebook.js";
import type { TemplateData, Theme } from "../../../model/theme.js";
import { withOpeningMarks, writeMarks } from "../content/pages.js";
import type { Cover } from "../cover/cover.js";
import { packagedImage } from "../drawing/svg-file.js";
import type { BookFonts } from "../fonts.js";
import { accessibilityOf, claimsOf } from "./accessibility.js";
import { declaredOf } from "./declared.js";
import { fixedLayoutOf } from "./fixed-layout.js";
import {
  contentsSection,
  coverHref,
  imageIds,
  manifestItems,
  spineOf,
  type ThemePictures,
  themePictureHref,
  usedImages,
} from "./manifest.js";
import { packageMetadata, peopleOf } from "./metadata.js";
import { modifiedStamp } from "./modified.js";
import {
  depthOf,
  type Landmark,
  landmarks,
  type NavigationEntry,
  type NcxPoint,
  navigationEntries,
  ncxPoints,
} from "./navigation.js";
import type { PackagedFile } from "./packaged-file.js";
import { ncxPages, type PageList } from "./page-list.js";
import { appleDisplayOptions, guide } from "./reading-systems.js";
import { plainStyles, wholeStyles } from "./style-sheets.js";
import { progressionOf } from "./writing-mode.js";

export interface PackageOptions {
  readonly theme: Theme;
  readonly styles: string;
  readonly fonts: BookFonts;
  /** What styles and templates show. Default: none. */
  readonly pictures?: ThemePictures;
  readonly cover: Cover;
  readonly modified: Date;
  readonly pages: PageList | undefined;
  /** Writes the titles of the contents as XHTML. */
  readonly toXhtml: (nodes: NavigationEntry["inline"]) => string;
}

const NO_PICTURES: ThemePictures = new Map();

/** The files as bytes: text is UTF-8. */
export function ebookFiles(files: readonly PackagedFile[]): EbookFiles {
  return new Map(
    files.map(({ path, content }) => [path, typeof content === "string" ? Buffer.from(content) : content]),
  );
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
    wording: book.edition,
    direction: direction(book.metadata.language),
    metadata: book.metadata,
    ...packageMetadata(book),
  };
  const styles = options.fonts.styles + options.styles;
  const inPackage: [string, string | Uint8Array][] = [
    ["package.opf", theme.render("package.opf", packageData(data, book, documents, options))],
    ...navigationFiles(data, book, documents, options),
    [EPUB_FILES.plainStyles, plainStyles(styles)],
    [EPUB_FILES.styles, wholeStyles(styles)],
    [
      EPUB_FILES.coverPage,
      theme.render("cover.xhtml", coverData(data, book, cover, coverHref(cover, documents))),
    ],
    [coverHref(cover, documents), packagedImage(cover.mediaType, cover.bytes)],
    ...documents.map(({ href, xhtml }): [string, string] => [href, xhtml]),
    ...imageFiles(book, documents, coverHref(cover, documents)),
    ...[...(options.pictures ?? NO_PICTURES).values()].map(
      ({ name, mediaType, bytes }): [string, string | Uint8Array] => [
        themePictureHref(name),
        packagedImage(mediaType, bytes),
      ],
    ),
    ...options.fonts.files.map(({ href, bytes }): [string, Uint8Array] => [href, bytes]),
  ];
  return [
    { path: "META-INF/container.xml", content: theme.render("container.xml", data) },
    ...appleDisplayOptions({
      "specified-fonts": options.fonts.files.length > 0,
      "fixed-layout": fixedLayoutOf(book.edition) !== undefined,
    }),
    ...inPackage.map(([href, content]) => ({ path: `EPUB/${href}`, content })),
  ];
}

function packageData(
  data: TemplateData,
  book: Book,
  documents: readonly EpubDocument[],
  { cover, fonts, pictures = NO_PICTURES, modified, pages }: PackageOptions,
): TemplateData {
  return {
    ...data,
    ...progressionOf(book.edition, data.direction),
    fixedLayout: fixedLayoutOf(book.edition),
    modified: modifiedStamp(modified),
    pageSource: pages?.source,
    accessibility: accessibilityOf(book, documents, pages),
    claims: claimsOf(book) ?? {},
    declared: declaredOf(book, documents, imageIds(documents, coverHref(cover, documents)), peopleOf(book)),
    items: manifestItems(book, documents, cover, fonts, pictures),
    spine: spineOf(book, documents),
    guide: guide(landmarksOf(book, documents)),
  };
}

function navigationFiles(
  data: TemplateData,
  book: Book,
  documents: readonly EpubDocument[],
  { theme, toXhtml, pages }: PackageOptions,
): [string, string][] {
  const bySection = new Map(documents.map((document) => [document.section, document]));
  const entries = navigationEntries(book, bySection);
  const contents = contentsSection(book);
  const navigation = {
    ...data,
    id: contents?.id ?? "toc",
    title: contents?.title || word(book.edition, data.language, "toc"),
    matter: contents === undefined ? undefined : "frontmatter",
    entries: entries.map((entry) => contentsItem(entry, toXhtml, pages)),
    landmarks: landmarksOf(book, documents),
    pages: pages?.entries ?? [],
  };
  const points = ncxPoints(entries);
  const ncx = {
    ...data,
    depth: depthOf(entries),
    entries: points,
    pages: pages ? ncxPages(pages, lastPlayOrder(points) + 1) : [],
    maxPage: String(highestNumber(pages)),
  };
  const nav = theme.render("nav.xhtml", navigation);
  return [
    [EPUB_FILES.navigation, withOpeningMarks(nav, contents && pages?.openings.get(contents.id))],
    [EPUB_FILES.ncx, theme.render("toc.ncx", ncx)],
  ];
}

function landmarksOf(book: Book, documents: readonly EpubDocument[]): Landmark[] {
  const bySection = new Map(documents.map((document) => [document.section, document]));
  return landmarks(book, bySection, EPUB_FILES.coverPage, contentsSection(book) && EPUB_FILES.navigation);
}

interface ContentsItem {
  readonly href: string;
  readonly label: string | undefined;
  readonly content: string;
  /** Marks of the printed pages of contents that begin with the entry. */
  readonly marks: string;
  readonly children: readonly ContentsItem[];
}

function contentsItem(
  entry: NavigationEntry,
  toXhtml: PackageOptions["toXhtml"],
  pages: PageList | undefined,
): ContentsItem {
  const { id, href, label, inline, children } = entry;
  return {
    href,
    label,
    marks: writeMarks(pages?.inContents.get(id)),
    content: toXhtml(inline),
    children: children.map((child) => contentsItem(child, toXhtml, pages)),
  };
}

function coverData(data: TemplateData, book: Book, cover: Cover, image: string): TemplateData {
  const section = book.sections.find((each) => each.role === "cover");
  const { viewport } = fixedLayoutOf(book.edition) ?? {};
  return { ...data, id: section?.id ?? "cover", image, alt: cover.alt, viewport };
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

function lastPlayOrder(points: readonly NcxPoint[]): number {
  return Math.max(0, ...points.flatMap(({ playOrder, children }) => [playOrder, lastPlayOrder(children)]));
}

/** The highest page number in Arabic figures, for the head of the NCX. */
function highestNumber(pages: PageList | undefined): number {
  return Math.max(0, ...(pages?.entries ?? []).map(({ folio }) => numberIn(folio) ?? 0));
}
