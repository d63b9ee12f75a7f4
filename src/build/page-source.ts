/**
 * The print edition whose page numbers an ebook carries.
 *
 * It is laid out for the ebook even when only the ebook is asked for: its page list must be
 * right in every build. Data flows one way, from the pages to the ebook.
 *
 * An ebook whose print edition has errors, or for which there is no browser at all, is published without a
 * page list. But when a browser dies or a disk is full, that says nothing of the book: the ebook
 * fails like the pages, and a good one that was published before stays.
 */
import { CODES } from "../diagnostics/codes.js";
import { type Diagnostic, diagnostic, hasErrors } from "../diagnostics/diagnostic.js";
import type { Produced } from "../formats/format.js";
import { NoBrowserError } from "../formats/pdf/paginate/browser/faults.js";
import type { PageSource } from "../model/pages.js";
import type { Edition, Metadata, Publication } from "../model/publication.js";

export interface FoundPages {
  readonly source?: PageSource;
  /** Files that the pages depend on. */
  readonly inputs: readonly string[];
  /** The browser that laid them out. */
  readonly browser?: string | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** The PDF edition whose page numbers an edition carries, if it carries any. */
export function pageSourceEdition(publication: Publication, edition: Edition): Edition | undefined {
  if (!("pageSource" in edition) || edition.pageSource === undefined) return undefined;
  return publication.editions.find(({ id }) => id === edition.pageSource);
}

/** The selected editions, and those that they take their page numbers from. */
export function withPageSources(publication: Publication, editions: readonly Edition[]): readonly Edition[] {
  return [...new Set(editions.flatMap((each) => [each, pageSourceEdition(publication, each) ?? each]))];
}

/**
 * @param produce makes the PDF edition, or takes what has been made of it.
 * @returns with errors among the diagnostics, the ebook is not to be made.
 * @throws what `produce` throws for a fault of the machine.
 */
export async function findPages(
  publication: Publication,
  edition: Edition,
  produce: (print: Edition) => Promise<Produced>,
): Promise<FoundPages> {
  const print = pageSourceEdition(publication, edition);
  if (print === undefined) return { inputs: [], diagnostics: [] };
  try {
    const { printPages: pages, inputs = [], diagnostics, browser } = await produce(print);
    const ofMachine = diagnostics.filter(isOfMachine);
    if (ofMachine.length > 0) return { inputs: [], diagnostics: ofMachine };
    if (pages === undefined || hasErrors(diagnostics)) return missing(print, edition, "has errors");
    const identifier = sourceName(print.metadata, edition.metadata);
    return { source: { pages, identifier }, inputs, browser, diagnostics: [] };
  } catch (error) {
    if (error instanceof NoBrowserError)
      return missing(print, edition, "cannot be laid out without a browser");
    throw error;
  }
}

function missing(print: Edition, edition: Edition, reason: string): FoundPages {
  const message = `The ebook \`${edition.id}\` has no page list: its print edition \`${print.id}\` ${reason}`;
  const hint = `Build \`${print.id}\` to see what is wrong, or write \`page-source: none\``;
  return { inputs: [], diagnostics: [diagnostic("page-list-missing", message, edition.location, hint)] };
}

function isOfMachine({ code, severity }: Diagnostic): boolean {
  return severity === "error" && CODES[code].scope === "machine";
}

/** An identifier of its own names the print edition best; else its title, publisher and date. */
function sourceName(print: Metadata, ebook: Metadata): string {
  if (print.identifier !== ebook.identifier) return print.identifier;
  const imprint = [print.publisher, print.date].filter((each) => each !== undefined).join(", ");
  return `${print.title}${imprint === "" ? "" : `. ${imprint}`} (PDF)`;
}
