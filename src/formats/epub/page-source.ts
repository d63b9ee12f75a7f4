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
import { CODES } from "../../diagnostics/codes.js";
import { type Diagnostic, diagnostic, hasErrors } from "../../diagnostics/diagnostic.js";
import type { Metadata } from "../../model/metadata.js";
import type { Edition } from "../../model/publication.js";
import { MissingProgram } from "../faults.js";
import type { Produced, Taken } from "../format.js";

/** The PDF edition whose page numbers an edition carries, if it carries any. */
export function pageSourceOf(edition: Edition): string | undefined {
  return edition.format === "epub" ? edition.pageSource : undefined;
}

/**
 * @param produce makes the PDF edition, or takes what has been made of it.
 * @returns with errors among the diagnostics, the ebook is not to be made.
 * @throws what `produce` throws for a fault of the machine.
 */
export async function takePages(
  print: Edition,
  edition: Edition,
  produce: () => Promise<Produced>,
): Promise<Taken> {
  try {
    const { printPages: pages, inputs = [], diagnostics, madeWith: made } = await produce();
    const ofMachine = diagnostics.filter(isOfMachine);
    if (ofMachine.length > 0) return { inputs: [], diagnostics: ofMachine };
    if (pages === undefined || hasErrors(diagnostics)) return missing(print, edition, "has errors");
    const pageSource = { pages, identifier: sourceName(print.metadata, edition.metadata) };
    // How its pages were laid out is told with them.
    const { unplanned: _, ...madeWith } = made ?? {};
    return { pageSource, inputs, diagnostics: [], ...(made === undefined ? {} : { madeWith }) };
  } catch (error) {
    if (error instanceof MissingProgram)
      return missing(print, edition, `cannot be laid out without ${error.program}`);
    throw error;
  }
}

function missing(print: Edition, edition: Edition, reason: string): Taken {
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
