/** Drafts that earlier builds have written: they are known by their names, and only written again when somebody reads them. */
import type { Book } from "../../../model/book.js";
import type { NamedDraft } from "../job/layout-task.js";

/** The document of a run, by its name. */
export type DraftName = Pick<NamedDraft, "digest" | "marks">;

export interface EarlierDrafts {
  /** @param run its id. @returns undefined when it has to be written. */
  nameOf(run: string): DraftName | undefined;
  /** Told of each that is written now. */
  onWritten(run: string, draft: DraftName): void;
  /** The book with all its texts whole, to write drafts again. */
  wholeBook(): Promise<Book>;
}
