/**
 * What a section of a book depends on, so that one that has not changed need not be made again.
 *
 * A section depends on the text of its own files, and on its surroundings: the edition, its theme, pictures,
 * bibliographies, and whatever others ask of each text (`read/abridge.ts`). A word more in a paragraph changes no
 * surroundings; a heading, an id or a note more does, and then all sections are made anew.
 */
import { programFingerprint } from "../cache/fingerprint.js";
import { keyOf } from "../cache/store.js";
import { notePlacement } from "../compose/endnotes.js";
import { type AbridgedBook, type BookParts, nameOfTexts } from "../formats/format.js";
import type { Edition, Publication } from "../model/publication.js";
import { countSectionWords } from "./manifest/words.js";
import { type Composed, composeEdition, type Sources } from "./sources.js";

/** @param theme digest of what dresses the edition. */
async function surroundingsOf(
  { texts, digests, included }: Sources,
  { allow = [] }: Publication,
  edition: Edition,
  theme: string,
): Promise<string> {
  // Notes that are gathered show where they come from.
  const gathersNotes = notePlacement(edition) === "book-endnotes";
  const frames = [...texts].map(([file, { frame }]) => [file, frame.text, gathersNotes ? frame.notes : ""]);
  const ofTexts = new Set([...texts.keys(), ...[...included.values()].flat()]);
  const others = [...digests]
    .filter(([path]) => !ofTexts.has(path))
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return keyOf(await programFingerprint(), theme, JSON.stringify([edition, allow, frames, others]));
}

export interface Parting {
  readonly publication: Publication;
  /** Digest of what dresses the edition. */
  readonly theme: string;
  /** See `FormatMaker`. */
  readonly knownTexts: (surroundings: string) => Promise<ReadonlySet<string> | undefined>;
}

export interface ComposedParts extends Composed {
  readonly parts: BookParts;
}

/** Composes an edition of texts that are whole only where nobody knows what becomes of them. */
export async function composeInParts(
  sources: Sources,
  edition: Edition,
  { publication, theme, knownTexts }: Parting,
): Promise<ComposedParts> {
  const surroundings = await surroundingsOf(sources, publication, edition, theme);
  const names = new Map([...sources.texts].map(([file, { name }]) => [file, name]));
  const parts: BookParts = {
    surroundings,
    nameOf: (file) => names.get(file) ?? "",
    wordsIn: (section) => countSectionWords(section, edition.format),
  };
  // What is compared with what was issued has to be whole.
  const known = edition.revision === undefined ? await knownTexts(surroundings) : undefined;
  if (known === undefined) return { ...(await composeEdition(sources, edition)), parts };
  const changed = edition.sections.filter(({ files }) => !known.has(nameOfTexts(files, parts)));
  const whole = new Set(changed.flatMap(({ files }) => files));
  const composed = await composeEdition(sources, edition, whole);
  return { ...composed, parts: { ...parts, abridged: abridgedBook(sources, edition, whole) } };
}

function abridgedBook(sources: Sources, edition: Edition, whole: ReadonlySet<string>): AbridgedBook {
  return {
    // In the place of a file that cannot be read there is nothing to leave out.
    isWhole: (file) => whole.has(file) || !sources.texts.has(file),
    async withWhole(files) {
      const more = new Set([...whole, ...files]);
      const { book } = await composeEdition(sources, edition, more);
      return { book, abridged: abridgedBook(sources, edition, more) };
    },
  };
}
