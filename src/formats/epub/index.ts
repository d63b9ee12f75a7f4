/** Publishes a book as an EPUB: render, package, pack, check. */
import { type Diagnostic, hasErrors, type Report } from "../../diagnostics/diagnostic.js";
import { toXhtml } from "../../hast/xhtml.js";
import type { Book, Resource } from "../../model/book.js";
import type { Facts } from "../../model/facts.js";
import { limitsFrom } from "../../model/limits.js";
import type { PageSource } from "../../model/pages.js";
import type { SourceMap } from "../../model/source-map.js";
import { settingsOf } from "../../theme/fonts/wanted-looks.js";
import { readStyles } from "../../theme/styles/read-styles.js";
import { templatePictures } from "../../theme/templates/template-pictures.js";
import { loadTheme } from "../../theme/templates/templates.js";
import type { CheckingContext } from "../format.js";
import { reportLostCredentials } from "../lost-credentials.js";
import { type CheckContext, checkBuiltEbook, checkOfficially } from "./check/built-ebook.js";
import { divideIntoPages, fixedPageOf } from "./content/fixed-pages.js";
import { divideLongSections } from "./content/long-sections.js";
import { markPages } from "./content/pages.js";
import { renderEpub } from "./content/render.js";
import { ornamentOf } from "./content/scene-break.js";
import { type Rasterise, startCover } from "./cover/cover.js";
import { rasteriser } from "./cover/rasterise.js";
import { ebookBlocks } from "./ebook-blocks.js";
import { factsOf } from "./facts.js";
import { sourceLocator } from "./finding-source.js";
import { embeddedFonts } from "./fonts.js";
import { ebookImages, ebookPicture } from "./images/images.js";
import { reportLosses } from "./losses.js";
import type { packEpub } from "./pack/pack.js";
import { withFixedPages } from "./package/fixed-layout.js";
import { withKoboSpans } from "./package/kobo.js";
import { themePictureHref } from "./package/manifest.js";
import { modifiedAt } from "./package/modified.js";
import { obfuscated } from "./package/obfuscation.js";
import { ebookFiles, packageEpub } from "./package/package.js";
import { pageList } from "./package/page-list.js";
import { withWritingMode } from "./package/writing-mode.js";

export interface EpubContext extends CheckContext, CheckingContext {
  /** Default: the drawing as JPEG, set in the fonts that it imports. */
  readonly rasterise?: Rasterise;
  /** The print edition whose page numbers the ebook carries. */
  readonly pageSource?: PageSource | undefined;
}

export interface PublishedEpub {
  readonly bytes: Uint8Array;
  /** Its extent are the documents in the spine, the cover page and the contents included. */
  readonly facts: Facts;
  /** Where the blocks of the sources are in them. */
  readonly sourceMap: () => Promise<SourceMap>;
  /** See `Produced`. */
  readonly themeFiles: ReadonlyMap<string, string>;
  /** With an error among them, the bytes must not be published. */
  readonly diagnostics: readonly Diagnostic[];
}

/** So many make a book that is worth checking in parts. */
const MANY_SECTIONS = 12;

export async function publishEpub(whole: Book, context: EpubContext): Promise<PublishedEpub> {
  const page = fixedPageOf(whole.edition);
  const divided = page === undefined ? divideLongSections(whole) : divideIntoPages(whole, page);
  const { book: composed, continued } = divided;
  const diagnostics: Diagnostic[] = [];
  const report = (each: Diagnostic) => void diagnostics.push(each);
  const { themeFolders: folders } = composed.edition;
  const look = await themeOf(composed, context, report);
  const { theme, styles, print } = look;
  const shown = await ebookImages(composed);
  const credentials = {
    isKept: (key: string, { bytes }: Resource) => shown.resources.get(key)?.bytes === bytes,
    reason: "since the ebook has it in another form",
    hint: "Make it ready for ebooks before it is signed: JPEG or PNG, no wider than `image-width`",
  };
  reportLostCredentials(composed, credentials, report);
  const marked = markPages(shown, context.pageSource?.pages);
  const { book } = marked;
  const ofCover: Diagnostic[] = [];
  const rasterise =
    context.rasterise ?? rasteriser(context.root, folders, context.store, [...styles.own, ...print.own]);
  const begun = await startCover(book, theme, rasterise, (each) => ofCover.push(each));
  // Ready when the documents are.
  if (book.sections.length >= MANY_SECTIONS) context.checker?.prepare();
  const documents = renderEpub(book, theme, report, {
    openings: marked.openings,
    continued,
    ornament: ornamentOf(print.styles + settingsOf(book.edition.variables)),
  });
  reportLosses(composed, documents, report);
  const pages = pageList(marked, documents, context.pageSource);
  const cover = await begun.finished;
  diagnostics.push(...ofCover);
  const modified = modifiedAt(book.metadata, context.sourceDateEpoch);
  const fonts = await embeddedFonts(book, documents, { styles, print });
  const { pictures } = look;
  const packaged = packageEpub(book, documents, {
    theme,
    styles: withFixedPages(withWritingMode(styles.styles, book.edition), book.edition),
    fonts,
    pictures,
    cover,
    modified,
    toXhtml,
    pages,
  });
  const plain = ebookFiles(packaged);
  const hrefs = documents.map(({ href }) => href);
  const files = withKoboSpans(obfuscated(plain, book), book, hrefs);
  const locate = sourceLocator(composed, documents);
  const checking = checkBuiltEbook(files, locate, context);
  // Packed while threads check, which takes longer: that is also the time to load what packs.
  const edition = `${context.root}\0${composed.edition.id}`;
  const packing = pack(files, modified, context.store && { store: context.store, edition });
  const [bytes, found] = await Promise.all([packing, checking]);
  diagnostics.push(...found);
  if (!hasErrors(diagnostics)) diagnostics.push(...(await checkOfficially(bytes, locate, context)));
  const sourceMap = async () => ebookBlocks(composed, documents);
  return { bytes, facts: factsOf(plain), sourceMap, themeFiles: look.files, diagnostics };
}

/** What dresses the ebook: its templates and styles, and the styles of print, which have the fonts of the theme. */
async function themeOf({ edition }: Book, { root, helpers, store }: EpubContext, report: Report) {
  const { theme: name, themeFolders: folders, variables } = edition;
  const places = { theme: name, root, folders };
  const shared = {
    places,
    limits: limitsFrom(),
    settings: settingsOf(variables),
    ...(store ? { store } : {}),
  };
  const styles = await readStyles({
    ...shared,
    dress: "epub",
    addressOf: (picture) => `../${themePictureHref(picture)}`,
    adapt: ebookPicture,
    report,
  });
  // What is wrong in it is told where it is printed.
  const print = await readStyles({ ...shared, dress: "print", addressOf: () => "", report: () => undefined });
  const shown = await templatePictures({
    ...shared,
    dress: "epub",
    addressOf: ({ name: picture }) => themePictureHref(picture),
    adapt: ebookPicture,
    report,
  });
  const theme = loadTheme(name, "epub", root, { folders, helpers, texts: shown.texts });
  const files = new Map([...styles.files, ...print.files, ...shown.files]);
  return { theme, styles, print, pictures: new Map([...styles.pictures, ...shown.pictures]), files };
}

async function pack(...args: Parameters<typeof packEpub>): Promise<Uint8Array> {
  const { packEpub } = await import("./pack/pack.js");
  return await packEpub(...args);
}
