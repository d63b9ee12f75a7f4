/** Checks finished files, each by the rules of its format, and by a referee from outside where there is one. */
import { readFile } from "node:fs/promises";
import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.js";
import { findingDiagnostic } from "../diagnostics/finding.js";
import { unforeseen } from "../diagnostics/unforeseen.js";
import type { Asking, CheckedFile as FinishedFile } from "../formats/format.js";
import { MAKERS } from "../formats/registry.js";
import type { Format } from "../model/format.js";
import type { FoundLink } from "./external/links.js";
import { CHECK_WITHIN, checkInThread } from "./in-thread.js";

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
  const [format, maker] =
    Object.entries(MAKERS).find(([, each]) => each.files?.recognises(bytes, path)) ?? [];
  if (maker?.files === undefined)
    return unreadable(`\`${name}\` is neither a PDF nor an EPUB`, "Name a publication, a PDF or an EPUB");
  const { referee } = maker.files;
  try {
    const [own, found] = await Promise.all([
      checkInThread(path, bytes, format as Format, { signal: asking.signal }),
      referee?.ask(path, bytes, asking),
    ]);
    if (own === undefined) return late(name);
    return named(name, found && referee ? { ...own, findings: referee.unite(own.findings, found) } : own);
  } catch (error) {
    asking.signal?.throwIfAborted();
    // Files of any origin: one that nobody has foreseen takes nothing from the others.
    return { diagnostics: [unforeseen(error, `\`${name}\` cannot be checked`)], links: [] };
  }
}

function late(name: string): CheckedFile {
  const seconds = CHECK_WITHIN / 1000;
  const hint = "Export a smaller one from the program that made it; it may be made to keep programs busy";
  return unreadable(`\`${name}\` is not checked: that takes longer than ${seconds} seconds`, hint);
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
