/** A book in sections, of which those that nobody knows are whole. */
import { blocksOfSection, type PlacedBlock } from "../../../adapt/placed-blocks.js";
import type { Book, Section } from "../../../model/book.js";
import { type AbridgedBook, type BookParts, nameOfTexts } from "../../format.js";
import { textsOfSection } from "../render/set-texts.js";
import { filesOf, nameOfSection, type SectionFacts, type SectionStore } from "./section-store.js";

/** A book as far as it is there. */
export interface KnownBook {
  readonly book: Book;
  /** What of it is missing; undefined when it is whole. */
  readonly abridged: AbridgedBook | undefined;
}

export interface KnownSections extends KnownBook {
  /** In the order of the sections. */
  readonly facts: readonly SectionFacts[];
}

/** Takes what is known of each section; for all others, the book gets their whole text. */
export async function knowSections(
  book: Book,
  parts: BookParts,
  store: SectionStore,
): Promise<KnownSections> {
  const nameOf = (section: Section) => nameOfSection(section, parts);
  const { abridged } = parts;
  const known = await Promise.all(
    book.sections.map((section) =>
      isWhole(section, abridged) ? undefined : store.read("facts", nameOf(section)),
    ),
  );
  const wanted = book.sections.filter(
    (section, index) => known[index] === undefined && !isWhole(section, abridged),
  );
  const there = await withWholeSections({ book, abridged }, wanted);
  const facts = await Promise.all(
    there.book.sections.map(async (section, index): Promise<SectionFacts> => {
      const before = known[index];
      if (before) return before;
      const made = { ...textsOfSection(section, there.book), words: parts.wordsIn(section) };
      if (section.bodies.length > 0) await store.write("facts", nameOf(section), made);
      return made;
    }),
  );
  await noteTexts(book, parts, store);
  return { ...there, facts };
}

/** For the next build: of these sections it needs no whole texts. */
async function noteTexts({ sections }: Book, parts: BookParts, store: SectionStore): Promise<void> {
  const texts = sections.map((section) => nameOfTexts(filesOf(section), parts));
  await store.write("texts", parts.surroundings, texts);
}

/** What the program writes itself, of all sections, is always there. */
export function isWhole({ bodies }: Section, abridged: AbridgedBook | undefined): boolean {
  return abridged === undefined || bodies.every(({ file }) => abridged.isWhole(file));
}

/** The same book with the whole text of some sections. */
export async function withWholeSections(there: KnownBook, sections: readonly Section[]): Promise<KnownBook> {
  const { abridged } = there;
  const missing = sections.filter((section) => !isWhole(section, abridged));
  if (abridged === undefined || missing.length === 0) return there;
  return abridged.withWhole(missing.flatMap(filesOf));
}

/** The blocks of the sources, with the words that they begin with. */
export async function knownBlocks(
  { book, abridged }: KnownBook,
  parts: BookParts,
  store: SectionStore,
): Promise<readonly PlacedBlock[]> {
  const nameOf = (section: Section) => nameOfSection(section, parts);
  const known = await Promise.all(book.sections.map((section) => store.read("blocks", nameOf(section))));
  const wanted = book.sections.filter((_, index) => known[index] === undefined);
  const there = await withWholeSections({ book, abridged }, wanted);
  const blocks = await Promise.all(
    there.book.sections.map(async (section, index) => {
      const before = known[index];
      if (before) return before;
      const made = blocksOfSection(section);
      await store.write("blocks", nameOf(section), made);
      return made;
    }),
  );
  return blocks.flat();
}
