/**
 * Checks finished files: ebooks by EPUBCheck, the official one too where it is installed, and by
 * our own rules; PDF files by the rules in `pdf/`.
 */
import { readFile } from "node:fs/promises";
import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.js";
import { findingDiagnostic } from "../diagnostics/finding.js";
import { unforeseen } from "../diagnostics/unforeseen.js";
import type { Asking } from "../formats/epub/check/java.js";
import type { CheckedFile as FinishedFile } from "../formats/format.js";
import { MAKERS } from "../formats/registry.js";
import type { FoundLink } from "./external/links.js";

export interface CheckedFile {
  readonly diagnostics: readonly Diagnostic[];
  readonly links: readonly FoundLink[];
}

/**
 * Checks a finished file of any origin, by what is in it.
 *
 * @param path Of the file.
 * @param name What messages call it.
 * @param asking How the official EPUBCheck is asked.
 */
export async function checkFile(path: string, name: string, asking: Asking): Promise<CheckedFile> {
  const bytes = await readFile(path).catch(() => undefined);
  if (bytes === undefined) {
    const hint = "Check the name, or build the edition first";
    return unreadable(`There is no file \`${name}\` that can be read`, hint);
  }
  try {
    const format = Object.values(MAKERS).find(({ files }) => files?.recognises(bytes, path));
    if (format?.files) return named(name, await format.files.check(path, bytes, asking));
  } catch (error) {
    asking.signal?.throwIfAborted();
    // Files of any origin: one that nobody has foreseen takes nothing from the others.
    return { diagnostics: [unforeseen(error, `\`${name}\` cannot be checked`)], links: [] };
  }
  return unreadable(`\`${name}\` is neither a PDF nor an EPUB`, "Name a publication, a PDF or an EPUB");
}

/** Diagnostics of a file without sources: its name is all the place there is. */
function named(name: string, { findings, links }: FinishedFile): CheckedFile {
  const diagnostics = findings.map((each) => {
    const { message, ...rest } = findingDiagnostic(each);
    return { ...rest, message: `${name}: ${message}` };
  });
  return { diagnostics, links: links.map((each) => ({ ...each, where: `${name}: ${each.where}` })) };
}

function unreadable(message: string, hint: string): CheckedFile {
  return { diagnostics: [diagnostic("check-unreadable", message, undefined, hint)], links: [] };
}
