/** Checks a finished ebook with EPUBCheck (a TypeScript port, so no Java is needed). */
import type { ValidationMessage } from "@likecoin/epubcheck-ts";
import type { Finding } from "../../../diagnostics/finding.js";
import type { EbookFiles } from "../../../model/ebook.js";
import { withPlainNames } from "./plain-names.js";

/**
 * Runs EPUBCheck over an EPUB of any origin.
 *
 * @param bytes The whole archive.
 * @returns One finding for each error or warning, with EPUBCheck's own id.
 */
export async function epubcheck(bytes: Uint8Array): Promise<Finding[]> {
  // Loaded when needed: its WebAssembly takes a while to start.
  const { EpubCheck } = await import("@likecoin/epubcheck-ts");
  const plain = await withPlainNames(bytes);
  const { messages } = await EpubCheck.validate(plain ?? bytes);
  if (plain === undefined) return messages.flatMap(toFinding);
  const ofArchive = await EpubCheck.validate(bytes);
  const found = [...ofArchive.messages.filter(isOfArchive), ...messages.filter((each) => !isOfArchive(each))];
  return found.flatMap(toFinding);
}

/** What the archive as such is found to be: another one with the same files is no witness. */
function isOfArchive({ id }: ValidationMessage): boolean {
  return id.startsWith("PKG-");
}

/** Runs EPUBCheck over the files of an EPUB that is not packed yet, or just now. */
export async function epubcheckFiles(files: EbookFiles): Promise<Finding[]> {
  const { EpubCheck } = await import("@likecoin/epubcheck-ts");
  const { messages } = await EpubCheck.validateExpanded(new Map([MIMETYPE, ...files]));
  return messages.flatMap(toFinding);
}

const MIMETYPE: readonly [string, Uint8Array] = ["mimetype", Buffer.from("application/epub+zip")];

/**
 * Findings of the port that EPUBCheck itself does not give: it holds the rules for indexes
 * against every `epub:type="index"`, EPUBCheck only against publications that declare one.
 */
const UNFOUNDED = /index-entry-list/;
/** It takes names in other letters than those of English for none (Namespaces in XML 1.0, `NCName`). */
const BAD_ID = /^Invalid id "(.*)"; must match xs:ID syntax/s;
const NAME = /^[\p{L}_][\p{L}\p{M}\p{N}._\u00B7-]*$/u;

function isFounded(message: string): boolean {
  const id = BAD_ID.exec(message)?.[1];
  return !UNFOUNDED.test(message) && (id === undefined || !NAME.test(id));
}

function toFinding({ id, severity, message, location, suggestion }: ValidationMessage): Finding[] {
  if (severity === "info" || severity === "usage" || !isFounded(message)) return [];
  return [
    {
      code: severity === "warning" ? "epub-questionable" : "epub-invalid",
      message: `${message.replace(/\.$/, "")} (EPUBCheck ${id})`,
      hint: suggestion,
      at: location && { path: location.path, line: location.line },
    },
  ];
}
