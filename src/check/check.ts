/** Checks ebooks: EPUBCheck, the official one too where it is installed, and our own rules. */
import { readFile } from "node:fs/promises";
import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.js";
import { checkAccessibility, type TextFiles } from "./accessibility.js";
import { textFilesOf } from "./archive.js";
import { epubcheck } from "./epub.js";
import { type Finding, findingDiagnostic, type Locate } from "./finding.js";
import { officialEpubcheck } from "./java.js";

/**
 * Checks an ebook that the build has made.
 *
 * @param files Its text files, before they were packed.
 * @param locate Finds the place in the sources that became a place in the ebook.
 */
export async function checkMade(bytes: Uint8Array, files: TextFiles, locate: Locate): Promise<Diagnostic[]> {
  const found = [...(await epubcheck(bytes)), ...checkAccessibility(files)];
  return found.map((each) => findingDiagnostic(each, locate));
}

/**
 * Checks an ebook of any origin.
 *
 * @param path Of the file.
 * @param name What messages call it.
 */
export async function checkFile(
  path: string,
  name: string,
  environment: NodeJS.ProcessEnv,
): Promise<Diagnostic[]> {
  const bytes = await readFile(path).catch(() => undefined);
  if (bytes === undefined) {
    const hint = "Check the name, or build the edition first";
    return [diagnostic("epub-unreadable", `There is no file \`${name}\` that can be read`, undefined, hint)];
  }
  const [port, official, files] = await Promise.all([
    epubcheck(bytes),
    officialEpubcheck(path, environment),
    textFilesOf(bytes),
  ]);
  const found = [...withoutRepeats(port, official ?? []), ...checkAccessibility(files)];
  return found.map((each) => {
    const { message, ...rest } = findingDiagnostic(each);
    return { ...rest, message: `${name}: ${message}` };
  });
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
