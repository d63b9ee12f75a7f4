/** Checks an ebook of any origin: by EPUBCheck, and by rules of our own. */
import type { CheckedFile } from "../../format.js";
import { checkAccessibility } from "./accessibility.js";
import { textFilesOf } from "./archive.js";
import { archiveTooLarge } from "./archive-size.js";
import { epubcheck } from "./epub.js";
import { checkEpubImages } from "./epub-images.js";
import { linksOf } from "./links.js";

export async function checkAnyEbook(bytes: Uint8Array): Promise<CheckedFile> {
  const fault = archiveTooLarge(bytes);
  if (fault !== undefined) return { findings: [fault], links: [] };
  const [port, files, images] = await Promise.all([
    epubcheck(bytes),
    textFilesOf(bytes),
    checkEpubImages(bytes),
  ]);
  return { findings: [...port, ...checkAccessibility(files), ...images], links: linksOf(files) };
}
