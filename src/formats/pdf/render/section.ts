/** Renders one section of a run by its template. */
import type { ElementContent, Root } from "hast";
import { toHtml } from "hast-util-to-html";
import { withPlaces } from "../../../adapt/generated-places.js";
import { noteGroups } from "../../../adapt/note-groups.js";
import { labelParts, labelText } from "../../../adapt/section-label.js";
import { direction, isWord, word } from "../../../language/words.js";
import type { Book, Note, Section } from "../../../model/book.js";
import { roleDefinition } from "../../../model/roles.js";
import type { ScriptPages } from "../../../model/script-pages.js";
import type { Theme } from "../../../model/theme.js";
import { withCodePoints } from "../../../theme/glyphs/glyphs-report.js";
import type { BookData } from "./book-data.js";
import { contentsData } from "./contents.js";
import { adaptForPrint, addressOf, type PrintContext } from "./print-content.js";
import { breakBefore } from "./runs.js";
import { withScriptPages } from "./script-pages.js";

/** What is the same for all sections of a run. */
export interface RunContext extends Omit<PrintContext, "file" | "language"> {
  readonly data: BookData;
  /** How scripts stand on pages that are theirs. */
  readonly script?: ScriptPages | undefined;
}

/** @param index of the section in its run. */
export function renderSection(
  book: Book,
  theme: Theme,
  section: Section,
  index: number,
  context: RunContext,
): string {
  const template =
    theme.has(`${section.role}.html`) && section.bodies.length === 0 ? section.role : "section";
  const areOnPage = book.notes === "footnotes" || book.notes === "side-notes";
  const groups = noteGroups(book, section).map(({ title, notes }) => ({
    title,
    notes: notes.map((note) => renderNote(note, section.language, context)),
  }));
  return theme.render(`${template}.html`, {
    language: section.language,
    direction: direction(section.language),
    ...context.data,
    section: {
      id: section.id,
      role: section.role,
      aria: roleDefinition(section.role).aria,
      matter: section.matter,
      title: withCodePoints(section.title, context.unreadable),
      label: section.label,
      labelParts: labelParts(book, section),
      labelText: labelText(book, section),
      labelWord:
        section.label && isWord(section.role)
          ? word(book.edition, section.language, section.role)
          : undefined,
      break: index === 0 ? undefined : breakBefore(section),
    },
    content: contentOf(book, section, context),
    notes: areOnPage ? groups.flatMap(({ notes }) => notes) : [],
    noteGroups: areOnPage ? [] : groups,
    contents:
      section.role === "toc"
        ? book.contents.map((entry) => contentsData(entry, { ...context, language: section.language }))
        : [],
  });
}

/** The text of a section: its files, or what the program wrote for it. */
function contentOf(book: Book, section: Section, context: RunContext): string {
  const generated: Root = { type: "root", children: withPlaces(section) };
  const bodies = [...section.bodies, { file: "", tree: generated }];
  const { language } = section;
  return bodies
    .map(({ file, tree }) => {
      const { script } = context;
      const set =
        script === undefined
          ? tree
          : withScriptPages(tree, { ...script, language, issues: book.edition.revision?.issues ?? [] });
      return toHtml(adaptForPrint(set, { ...context, file, language }));
    })
    .join("\n");
}

/** The id of its first reference is that of the place to which a footnote is moved. */
function renderNote(note: Note, language: string, context: RunContext) {
  const tree: Root = { type: "root", children: note.children as ElementContent[] };
  return {
    id: note.id,
    label: note.label,
    reference: note.references[0],
    back: addressOf(note.references[0]!, context.inRun),
    content: toHtml(adaptForPrint(tree, { ...context, file: note.location.file, language })),
  };
}
