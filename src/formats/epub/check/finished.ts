/** Checks an ebook of any origin: by EPUBCheck, the official one too where it is installed, and by rules of our own. */
import type { Finding } from "../../../diagnostics/finding.js";
import type { CheckedFile } from "../../format.js";
import { checkAccessibility } from "./accessibility.js";
import { textFilesOf } from "./archive.js";
import { archiveTooLarge } from "./archive-size.js";
import { epubcheck } from "./epub.js";
import { checkEpubImages } from "./epub-images.js";
import { type Asking, officialEpubcheck } from "./java.js";
import { linksOf } from "./links.js";

export async function checkFinished(path: string, bytes: Uint8Array, asking: Asking): Promise<CheckedFile> {
  const fault = archiveTooLarge(bytes);
  if (fault !== undefined) return { findings: [fault], links: [] };
  const [port, official, files, images] = await Promise.all([
    epubcheck(bytes),
    officialEpubcheck(path, asking),
    textFilesOf(bytes),
    checkEpubImages(bytes),
  ]);
  const findings = [...withoutRepeats(port, official ?? []), ...checkAccessibility(files), ...images];
  return { findings, links: linksOf(files) };
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
