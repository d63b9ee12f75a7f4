/**
 * Renders a book as the content documents of an EPUB, one for each section.
 *
 * The table of contents is not among them: the navigation document, which the package
 * makes, stands in its place. So does the cover page for a section of the role `cover`.
 */
import type { Element, ElementContent } from "hast";
import { colophonImprint, publisherLine, rightsLine } from "../../../adapt/colophon-imprint.js";
import { noteGroups, notesHome } from "../../../adapt/note-groups.js";
import { labelText } from "../../../adapt/section-label.js";
import { diagnostic, type Report } from "../../../diagnostics/diagnostic.js";
import { toXhtml } from "../../../hast/xhtml.js";
import { direction, isWord, word } from "../../../language/words.js";
import type { Body, Book, Section } from "../../../model/book.js";
import { EPUB_FILES, type EpubDocument, emptyFacts } from "../../../model/ebook.js";
import { roleDefinition } from "../../../model/roles.js";
import type { TemplateData, Theme } from "../../../model/theme.js";
import { isFixed, viewportOf } from "../package/fixed-layout.js";
import { writingModeOf } from "../package/writing-mode.js";
import { adaptContent } from "./content.js";
import { setFixedPage, sideOf } from "./fixed-page.js";
import { fixedPageOf } from "./fixed-pages.js";
import { documentNames, imageNames } from "./names.js";
import { renderNote } from "./notes.js";
import { type MarkedBook, withOpeningMarks } from "./pages.js";
import type { ContentContext } from "./rule.js";
import { standUpright } from "./upright.js";

/** What is the same for every section of a book. */
interface Frame {
  readonly book: Book;
  readonly theme: Theme;
  readonly report: Report;
  readonly openings: MarkedBook["openings"];
  readonly ornament: string | undefined;
  readonly continued: ReadonlySet<string>;
  readonly names: ReadonlyMap<string, string>;
  readonly targets: ReadonlyMap<string, string>;
  readonly images: ReadonlyMap<string, string>;
  readonly mediaTypes: ReadonlyMap<string, string>;
}

export interface RenderOptions {
  /** Marks of printed pages at the start of documents, by section. Default: none. */
  readonly openings?: MarkedBook["openings"];
  /** What the theme sets between scenes. Default: a rule. */
  readonly ornament?: string | undefined;
  /** Sections that go on from the one before, which has their role. Default: none. */
  readonly continued?: ReadonlySet<string>;
}

export function renderEpub(
  book: Book,
  theme: Theme,
  report: Report,
  { openings = new Map(), ornament, continued = new Set() }: RenderOptions = {},
): EpubDocument[] {
  const names = documentNames(book);
  const frame: Frame = {
    book,
    theme,
    report,
    openings,
    ornament,
    continued,
    names,
    targets: targetsOf(book, names),
    images: imageNames(book),
    mediaTypes: new Map([...book.resources].map(([key, resource]) => [key, resource.mediaType])),
  };
  const elsewhere = new Set<string>([EPUB_FILES.navigation, EPUB_FILES.coverPage]);
  return book.sections
    .filter((section) => !elsewhere.has(names.get(section.id)!))
    .map((section) => renderSection(section, frame));
}

/** The document of every id that a link may name. */
export function targetsOf(book: Book, names: ReadonlyMap<string, string>): Map<string, string> {
  const targets = new Map<string, string>();
  for (const [id, section] of book.anchors) targets.set(id, names.get(section) ?? EPUB_FILES.navigation);
  for (const section of book.sections) {
    const href = names.get(section.id)!;
    targets.set(section.id, href);
    const notesHref = names.get(notesHome(book)?.id ?? section.id)!;
    for (const note of section.notes) {
      targets.set(note.id, notesHref);
      for (const reference of note.references) {
        targets.set(reference, names.get(book.anchors.get(reference) ?? section.id) ?? href);
      }
    }
  }
  return targets;
}

function renderSection(section: Section, frame: Frame): EpubDocument {
  const { book, theme, report } = frame;
  const href = frame.names.get(section.id)!;
  const facts = emptyFacts();
  const context: ContentContext = {
    ...frame,
    wording: book.edition,
    language: section.language,
    href,
    facts,
    ids: new Set([section.id]),
    headings: [],
    parent: "section",
    keptOut: new Set(),
    onGround: false,
    locate: () => undefined,
  };
  const adapted = section.bodies.map((body) => adaptContent(body.tree.children, inFile(body, context)));
  const bodies = labelled(book, section, adapted);
  if (section.generated) bodies.push(adaptContent(section.generated, context));
  if (writingModeOf(book.edition) !== "horizontal-tb") {
    for (const children of bodies) standUpright(children, section.language);
  }
  if (section.bodies.length > 0) warnWhenEmpty(section, bodies, report);
  const fixed = fixedSection(section, bodies, frame);
  const title = section.title || roleWord(book, section);
  const data: TemplateData = {
    ...sectionData(book, section, title, bodies),
    ...(frame.continued.has(section.id) ? { epubType: undefined, ariaRole: undefined } : {}),
    language: section.language,
    wording: book.edition,
    direction: direction(section.language),
    metadata: book.metadata,
    credits: book.credits,
    imprint: book.imprint,
    rightsLine: rightsLine(book),
    publisherLine: publisherLine(book),
    colophonImprint: colophonImprint(book),
    isbn: book.isbn,
    variables: book.edition.variables,
    bodies: (fixed?.bodies ?? bodies).map((nodes) => ({ content: toXhtml(nodes) })),
    viewport: fixed?.viewport,
    noteGroups: noteGroups(book, section).map(({ title: of, notes }) => ({
      title: of,
      notes: notes.map((note) => renderNote(note, context)),
    })),
    notesTitle: book.notes === "chapter-endnotes" ? word(book.edition, section.language, "notes") : undefined,
  };
  const rendered = theme.render(templateOf(section, theme), data);
  const xhtml = withOpeningMarks(rendered, frame.openings.get(section.id));
  const { role, matter, language } = section;
  const rendition = fixed?.rendition === undefined ? {} : { rendition: fixed.rendition };
  return { section: section.id, role, matter, title, language, href, xhtml, facts, ...rendition };
}

interface FixedSection {
  readonly bodies: readonly ElementContent[][];
  readonly viewport: string | undefined;
  readonly rendition: string | undefined;
}

/** A page of a book of pictures; undefined where text flows. */
function fixedSection(
  section: Section,
  bodies: readonly ElementContent[][],
  { book, images }: Frame,
): FixedSection | undefined {
  const page = fixedPageOf(book.edition);
  if (page === undefined) return undefined;
  if (!isFixed(section)) return { bodies, viewport: undefined, rendition: "rendition:layout-reflowable" };
  const sizes = new Map(
    [...images].flatMap(([key, href]) => {
      const pixels = book.resources.get(key)?.pixels;
      return pixels === undefined ? [] : [[href, pixels] as const];
    }),
  );
  const nodes = bodies.flat();
  const towards = direction(book.metadata.language);
  const side = sideOf(nodes, towards);
  return {
    bodies: [setFixedPage(nodes, { page, sizes, direction: towards })],
    viewport: viewportOf(page),
    rendition: side && `page-spread-${side}`,
  };
}

function inFile(body: Body, context: ContentContext): ContentContext {
  return {
    ...context,
    locate: ({ position }: Element) =>
      position
        ? { file: body.file, line: position.start.line, column: position.start.column }
        : { file: body.file, line: 1, column: 1 },
  };
}

function warnWhenEmpty(section: Section, bodies: readonly ElementContent[][], report: Report): void {
  const isEmpty = bodies.flat().every((node) => node.type === "text" && node.value.trim() === "");
  if (!isEmpty) return;
  const { file } = section.bodies[0]!;
  report(diagnostic("epub-section-empty", "The section has no content", { file, line: 1, column: 1 }));
}

function roleWord({ edition }: Book, section: Section): string {
  return isWord(section.role) ? word(edition, section.language, section.role) : section.role;
}

/** Section templates are named for their role; a role without one has the template `section`. */
function templateOf(section: Section, theme: Theme): string {
  const own = `${section.role}.xhtml`;
  return section.bodies.length === 0 && theme.has(own) ? own : "section.xhtml";
}

const MATTER = { front: "frontmatter", body: "bodymatter", back: "backmatter" } as const;

/** `lol` is ours: the Structural Semantics Vocabulary has no list of listings. */
const NOT_IN_VOCABULARY = new Set(["lol"]);

function sectionData(book: Book, section: Section, title: string, bodies: readonly ElementContent[][]) {
  const heading = firstHeading(bodies.flat());
  return {
    id: section.id,
    role: section.role,
    matter: MATTER[section.matter],
    epubType: NOT_IN_VOCABULARY.has(section.role) ? undefined : section.role,
    ariaRole: roleDefinition(section.role).aria,
    title,
    label: section.label,
    labelText: labelText(book, section),
    headingId: heading?.properties.id,
    /** Names the section for assistive technology when no heading of its own does. */
    ariaLabel: heading?.properties.id === undefined ? title : undefined,
  };
}

/** Writes `Chapter 3` into the title of a section that has a number. */
function labelled(book: Book, section: Section, bodies: ElementContent[][]): ElementContent[][] {
  const label = labelText(book, section);
  const [first = [], ...rest] = bodies;
  const index = first.findIndex((node) => node.type === "element" && node.tagName === "h1");
  const title = first[index];
  if (label === undefined || title?.type !== "element") return bodies;
  const span: Element = {
    type: "element",
    tagName: "span",
    properties: { className: ["section-label"] },
    children: [{ type: "text", value: label }],
  };
  const children: ElementContent[] = [span, { type: "text", value: " " }, ...title.children];
  return [first.with(index, { ...title, children }), ...rest];
}

function firstHeading(nodes: readonly ElementContent[]): Element | undefined {
  for (const node of nodes) {
    if (node.type !== "element") continue;
    const found = /^h[1-6]$/.test(node.tagName) ? node : firstHeading(node.children);
    if (found) return found;
  }
  return undefined;
}
