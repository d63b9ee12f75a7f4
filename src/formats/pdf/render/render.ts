/** Renders a book as the HTML documents that are laid out on pages, one for each run. */
import type { ElementContent, Root } from "hast";
import { toHtml } from "hast-util-to-html";
import { creditsOf, isbnOf } from "../../../adapt/credits.js";
import { contentsPlace, withPlaces } from "../../../adapt/generated-places.js";
import { hyphenateDisplay } from "../../../adapt/hyphenate.js";
import { noteGroups, notesHome } from "../../../adapt/note-groups.js";
import { cloneTree } from "../../../hast/clone.js";
import { direction, isWord, word } from "../../../language/words.js";
import type { Book, ContentsEntry, Note, Section } from "../../../model/book.js";
import type { PdfEdition } from "../../../model/publication.js";
import { roleDefinition } from "../../../model/roles.js";
import type { Run } from "../../../model/run.js";
import type { Theme } from "../../../model/theme.js";
import { facesFor, fontFaceRules, type ThemeFonts } from "../../../theme/fonts/fonts.js";
import { withCodePoints } from "../../../theme/glyphs/glyphs-report.js";
import { printedSheets } from "../../../theme/styles/page-sizes.js";
import { breakAddresses } from "./address-breaks.js";
import { pageReference } from "./page-references.js";
import { pageStyles } from "./page-styles.js";
import { adaptForPrint, addressOf, type PrintContext } from "./print-content.js";
import { breakBefore, planRuns } from "./runs.js";

/**
 * @param fonts the theme's style sheet and the fonts that it imports.
 * @returns the runs in reading order. Folios of other pages are still marks.
 */
export function renderPrint(book: Book, edition: PdfEdition, theme: Theme, fonts: ThemeFonts): Run[] {
  return planRuns(book, edition).map(({ sections, ...plan }) => {
    // Asked for again when folios change. As bytes: one typographic quote doubles the size of a string.
    let html: Buffer | undefined;
    return {
      ...plan,
      sections: sections.map(({ id }) => id),
      files: sections.flatMap(({ bodies }) => bodies.map(({ file }) => file)),
      lines: sections.reduce((sum, section) => sum + linesOf(section), 0),
      get html() {
        html ??= Buffer.from(renderRun(book, edition, theme, fonts, sections));
        return html.toString();
      },
    };
  });
}

/** Lines of the files, or as many as there are entries on a page that the program writes. */
function linesOf({ bodies, generated = [] }: Section): number {
  const last = bodies.map(({ tree }) => tree.children.at(-1)?.position?.end.line ?? 0);
  return last.reduce((sum, lines) => sum + lines, 1 + generated.length);
}

/** Margin boxes show more than the sections hold: folios, and the titles and names in the styles of pages. */
const FOLIO_CHARACTERS = "0123456789ivxlcdm";

function renderRun(
  book: Book,
  edition: PdfEdition,
  theme: Theme,
  fonts: ThemeFonts,
  sections: readonly Section[],
): string {
  const ids = new Set(sections.map((section) => section.id));
  const inRun = (id: string): boolean => ids.has(book.anchors.get(id) ?? id);
  const { unreadable } = fonts;
  const rendered = sections.map((section, index) =>
    renderSection(book, theme, section, index, { inRun, unreadable }),
  );
  const ofPages = withCodePoints(pageStyles(edition, book, sections[0]!), unreadable);
  const shown = [...rendered, ofPages, FOLIO_CHARACTERS].join("");
  return theme.render("run.html", {
    language: book.metadata.language,
    direction: direction(book.metadata.language),
    title: book.metadata.title,
    theme: theme.name,
    fonts: fontFaceRules(facesFor(fonts.faces, shown)) + printedSheets(fonts.sizes ?? [], edition.bleed),
    styles: ofPages + fonts.styles,
    sections: rendered,
  });
}

/** What is the same for all sections of a run. */
type Shared = Pick<PrintContext, "inRun" | "unreadable">;

/** Changes all strings in data for templates. */
function mapStrings(data: unknown, change: (text: string) => string): unknown {
  if (typeof data === "string") return change(data);
  if (Array.isArray(data)) return data.map((each) => mapStrings(each, change));
  if (data === null || typeof data !== "object") return data;
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, mapStrings(value, change)]));
}

function renderSection(book: Book, theme: Theme, section: Section, index: number, context: Shared): string {
  const shown = (text: string): string => withCodePoints(text, context.unreadable);
  const template =
    theme.has(`${section.role}.html`) && section.bodies.length === 0 ? section.role : "section";
  const areFootnotes = book.notes !== "chapter-endnotes" && notesHome(book) === undefined;
  const groups = noteGroups(book, section).map(({ title, notes }) => ({
    title,
    notes: notes.map((note) => renderNote(note, section.language, context)),
  }));
  return theme.render(`${template}.html`, {
    language: section.language,
    direction: direction(section.language),
    metadata: mapStrings(book.metadata, shown),
    year: book.metadata.date?.slice(0, 4),
    credits: mapStrings(creditsOf(book.metadata), shown),
    isbn: isbnOf(book.metadata.identifier),
    variables: mapStrings(book.edition.variables, shown),
    section: {
      id: section.id,
      role: section.role,
      aria: roleDefinition(section.role).aria,
      matter: section.matter,
      title: shown(section.title),
      label: section.label,
      labelWord: section.label && isWord(section.role) ? word(section.language, section.role) : undefined,
      break: index === 0 ? undefined : breakBefore(section),
    },
    content: contentOf(section, context),
    notes: areFootnotes ? groups.flatMap(({ notes }) => notes) : [],
    noteGroups: areFootnotes ? [] : groups,
    contents:
      section.role === "toc"
        ? book.contents.map((entry) => contentsData(entry, { ...context, language: section.language }))
        : [],
  });
}

/** The text of a section: its files, or what the program wrote for it. */
function contentOf(section: Section, context: Shared): string {
  const generated: Root = { type: "root", children: withPlaces(section) };
  const bodies = [...section.bodies, { file: "", tree: generated }];
  const { language } = section;
  return bodies
    .map(({ file, tree }) => toHtml(adaptForPrint(tree, { ...context, file, language })))
    .join("\n");
}

/** The id of its first reference is that of the place to which a footnote is moved. */
function renderNote(note: Note, language: string, context: Shared) {
  const tree: Root = { type: "root", children: note.children as ElementContent[] };
  return {
    id: note.id,
    label: note.label,
    reference: note.references[0],
    back: addressOf(note.references[0]!, context.inRun),
    content: toHtml(adaptForPrint(tree, { ...context, file: note.location.file, language })),
  };
}

interface ContentsData {
  readonly place: string;
  readonly href: string;
  readonly label: string | undefined;
  readonly title: string;
  readonly level: number;
  readonly matter: string;
  readonly folio: string;
  readonly children: readonly ContentsData[];
}

function contentsData(entry: ContentsEntry, context: Shared & { readonly language: string }): ContentsData {
  const inline = cloneTree({ type: "root", children: [...entry.inline] });
  hyphenateDisplay(inline, context.language);
  breakAddresses(inline);
  const title = toHtml(inline);
  return {
    place: contentsPlace(entry.id),
    href: addressOf(entry.id, context.inRun),
    label: entry.label,
    title: title.replace(/(?<=^|>)[^<]+/g, (text) => withCodePoints(text, context.unreadable)),
    level: entry.level,
    matter: entry.matter,
    folio: pageReference(entry.id),
    children: entry.children.map((child) => contentsData(child, context)),
  };
}
