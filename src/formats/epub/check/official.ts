/** Asks the official EPUBCheck about an ebook of any origin, unless nobody should open it. */
import type { Finding } from "../../../diagnostics/finding.js";
import type { Asking } from "../../format.js";
import { archiveTooLarge } from "./archive-size.js";
import { officialEpubcheck } from "./java.js";

/** @returns undefined when it is not installed, or the archive is too large to be opened. */
export async function askOfficially(
  path: string,
  bytes: Uint8Array,
  asking: Asking,
): Promise<readonly Finding[] | undefined> {
  return archiveTooLarge(bytes) === undefined ? await officialEpubcheck(path, asking) : undefined;
}
