/**
 * What is known of sections from earlier builds, so that one that has not changed is neither composed nor written anew.
 *
 * An entry is named by all that the section depends on (`BookParts`). It says what the book as a whole has to know of
 * the section; of a run it names the document that was written, which is all that is needed to find its pages.
 */
import type { PlacedBlock } from "../../../adapt/placed-blocks.js";
import { keyOf, type Store } from "../../../cache/store.js";
import type { Section } from "../../../model/book.js";
import { type BookParts, nameOfTexts } from "../../format.js";
import type { DraftName } from "../render/earlier-drafts.js";
import type { SetTexts } from "../render/set-texts.js";

/** What a book has to know of its sections. */
export interface SectionFacts extends SetTexts {
  readonly words: number;
}

interface Kinds {
  readonly facts: SectionFacts;
  readonly blocks: readonly PlacedBlock[];
  readonly draft: DraftName;
  /** Names of the texts of all sections of the last book with these surroundings. */
  readonly texts: readonly string[];
}

export interface SectionStore {
  read<Kind extends keyof Kinds>(kind: Kind, name: string): Promise<Kinds[Kind] | undefined>;
  write<Kind extends keyof Kinds>(kind: Kind, name: string, content: Kinds[Kind]): Promise<void>;
}

export function sectionStore(store: Store): SectionStore {
  return {
    async read(kind, name) {
      const kept = await store.read("section", keyOf(kind, name));
      return kept && JSON.parse(kept.toString("utf8"));
    },
    write: (kind, name, content) =>
      store.write("section", keyOf(kind, name), Buffer.from(JSON.stringify(content))),
  };
}

/** Names a section by all that it depends on. */
export function nameOfSection({ id, bodies }: Section, { surroundings, nameOf }: BookParts): string {
  return keyOf(surroundings, id, nameOfTexts(filesOf({ bodies }), { nameOf }));
}

/** The files that it is written in. */
export function filesOf({ bodies }: Pick<Section, "bodies">): string[] {
  return bodies.map(({ file }) => file);
}
