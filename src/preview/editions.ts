/**
 * The editions that a preview shows: the last good bytes of each.
 *
 * An edition whose sources have errors keeps what it had. One build back is kept too: a page
 * may still be fetching it when the next one is there.
 */
import { createHash } from "node:crypto";
import type { Produced } from "../formats/format.js";
import { direction } from "../language/words.js";
import { FORMATS } from "../model/format.js";
import type { Edition, TextEdition } from "../model/publication.js";
import type { SourceMap } from "../model/source-map.js";
import { type EbookFiles, openEbook } from "./ebook-files.js";
import type { EditionState } from "./protocol.js";

/** What can be looked at: a plain text has no look. */
type ShownEdition = Exclude<Edition, TextEdition>;
type ShownFormat = ShownEdition["format"];

/** What was made of an edition by one build. */
export interface Revision {
  /** SHA-256 of the bytes, shortened. */
  readonly id: string;
  readonly format: ShownFormat;
  readonly bytes: Uint8Array;
  readonly sourceMap: SourceMap | undefined;
  /** The files of an ebook. */
  readonly files: () => Promise<EbookFiles>;
}

interface Shown {
  readonly edition: ShownEdition;
  readonly revisions: readonly Revision[];
  readonly isCurrent: boolean;
}

export interface Editions {
  /** What the publication describes now. Nothing else changes while it cannot be read. */
  describe(editions: readonly Edition[]): void;
  put(edition: string, produced: Produced): Promise<void>;
  /** The sources have changed, and what is there does not show it. */
  outdate(edition: string): void;
  revision(edition: string, revision: string): Revision | undefined;
  states(): readonly EditionState[];
}

export function openEditions(): Editions {
  let shown: ReadonlyMap<string, Shown> = new Map();
  const change = (id: string, changes: Partial<Shown>) => {
    const before = shown.get(id);
    if (before) shown = new Map([...shown, [id, { ...before, ...changes }]]);
  };
  return {
    describe(editions) {
      shown = new Map(
        editions.filter(isShown).map((edition) => {
          const before = shown.get(edition.id);
          const revisions = before?.edition.format === edition.format ? before.revisions : [];
          return [edition.id, { edition, revisions, isCurrent: before?.isCurrent ?? false }];
        }),
      );
    },
    async put(id, produced) {
      const { format } = shown.get(id)?.edition ?? {};
      if (format === undefined) return;
      const made = await revisionOf(format, produced);
      const before = shown.get(id);
      if (before === undefined) return;
      const older = before.revisions.filter((each) => each.id !== made.id).slice(0, 1);
      change(id, { revisions: [made, ...older], isCurrent: true });
    },
    outdate: (id) => change(id, { isCurrent: false }),
    revision: (edition, revision) => shown.get(edition)?.revisions.find(({ id }) => id === revision),
    states: () => [...shown.values()].map(stateOf),
  };
}

function isShown(edition: Edition): edition is ShownEdition {
  return FORMATS[edition.format].dress !== undefined;
}

async function revisionOf(format: ShownFormat, { bytes, sourceMap }: Produced): Promise<Revision> {
  let files: Promise<EbookFiles> | undefined;
  return {
    id: createHash("sha256").update(bytes).digest("hex").slice(0, 16),
    format,
    bytes,
    // Made at once: the runs and trees that it is made from need not be kept.
    sourceMap: await sourceMap?.(),
    files: () => {
      files ??= openEbook(bytes);
      return files;
    },
  };
}

function stateOf({ edition, revisions, isCurrent }: Shown): EditionState {
  const { language, title } = edition.metadata;
  const revision = revisions[0]?.id;
  return {
    id: edition.id,
    format: edition.format,
    title,
    language,
    direction: direction(language),
    isCurrent,
    ...(revision === undefined ? {} : { revision }),
  };
}
