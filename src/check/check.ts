/**
 * Checks finished files: ebooks by EPUBCheck, the official one too where it is installed, and by
 * our own rules; PDF files by the rules in `pdf/`.
 */
import { readFile } from "node:fs/promises";
import { unforeseen } from "../build/unforeseen.js";
import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.js";
import { type Finding, findingDiagnostic } from "../diagnostics/finding.js";
import { checkAccessibility } from "../formats/epub/check/accessibility.js";
import { textFilesOf } from "../formats/epub/check/archive.js";
import { archiveTooLarge } from "../formats/epub/check/archive-size.js";
import { epubcheck } from "../formats/epub/check/epub.js";
import { checkEpubImages } from "../formats/epub/check/epub-images.js";
import { type Asking, officialEpubcheck } from "../formats/epub/check/java.js";
import { isPdf } from "../formats/pdf/check/kind.js";
import { addressesOfEbook } from "./external/addresses.js";
import type { Mention } from "./external/links.js";

export interface CheckedFile {
  readonly diagnostics: readonly Diagnostic[];
  readonly links: readonly Mention[];
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
    if (isPdf(bytes)) return named(name, await checkedPdf(bytes));
    if (path.endsWith(".epub") || isArchive(bytes))
      return named(name, await checkedEpub(path, bytes, asking));
  } catch (error) {
    asking.signal?.throwIfAborted();
    // Files of any origin: one that nobody has foreseen takes nothing from the others.
    return { diagnostics: [unforeseen(error, `\`${name}\` cannot be checked`)], links: [] };
  }
  return unreadable(`\`${name}\` is neither a PDF nor an EPUB`, "Name a publication, a PDF or an EPUB");
}

interface Checked {
  readonly findings: readonly Finding[];
  readonly links: readonly Mention[];
}

async function checkedPdf(bytes: Uint8Array): Promise<Checked> {
  const { checkPdf } = await import("../formats/pdf/check/check.js");
  const { findings, addresses } = await checkPdf(bytes);
  return { findings, links: [...addresses].map(([address, page]) => ({ address, where: `page ${page}` })) };
}

async function checkedEpub(path: string, bytes: Uint8Array, asking: Asking): Promise<Checked> {
  const fault = archiveTooLarge(bytes);
  if (fault !== undefined) return { findings: [fault], links: [] };
  const [port, official, files, images] = await Promise.all([
    epubcheck(bytes),
    officialEpubcheck(path, asking),
    textFilesOf(bytes),
    checkEpubImages(bytes),
  ]);
  const findings = [...withoutRepeats(port, official ?? []), ...checkAccessibility(files), ...images];
  return { findings, links: addressesOfEbook(files) };
}

/** Diagnostics of a file without sources: its name is all the place there is. */
function named(name: string, { findings, links }: Checked): CheckedFile {
  const diagnostics = findings.map((each) => {
    const { message, ...rest } = findingDiagnostic(each);
    return { ...rest, message: `${name}: ${message}` };
  });
  return { diagnostics, links: links.map((each) => ({ ...each, where: `${name}: ${each.where}` })) };
}

function unreadable(message: string, hint: string): CheckedFile {
  return { diagnostics: [diagnostic("check-unreadable", message, undefined, hint)], links: [] };
}

/** An EPUB is a ZIP archive, whatever its name. */
function isArchive(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

/** Both checkers find most faults: the official one has the last word on what it found as well. */
function withoutRepeats(port: readonly Finding[], official: readonly Finding[]): Finding[] {
  const known = new Set(official.map(keyOf));
  return [...official, ...port.filter((each) => !known.has(keyOf(each)))];
}

function keyOf({ message, at }: Finding): string {
  const id = /EPUBCheck ([A-Z]+-\w+)\)$/.exec(message)?.[1];
  return `${id} ${at?.path} ${at?.line}`;
}
