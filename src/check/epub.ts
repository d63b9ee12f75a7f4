/** Checks a finished ebook with EPUBCheck (a TypeScript port, so no Java is needed). */
import type { ValidationMessage } from "@likecoin/epubcheck-ts";
import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.js";

/**
 * Runs EPUBCheck over an EPUB.
 *
 * @param bytes The whole archive.
 * @returns One diagnostic for each error or warning, naming the file in the ebook and EPUBCheck's own id.
 */
export async function checkEpub(bytes: Uint8Array): Promise<Diagnostic[]> {
  // Loaded when needed: its WebAssembly takes a while to start.
  const { EpubCheck } = await import("@likecoin/epubcheck-ts");
  const { messages } = await EpubCheck.validate(bytes);
  return messages.flatMap(toDiagnostic);
}

/**
 * Findings of the port that EPUBCheck itself does not give: it holds the rules for indexes
 * against every `epub:type="index"`, EPUBCheck only against publications that declare one.
 */
const UNFOUNDED = /index-entry-list/;

function toDiagnostic({ id, severity, message, location, suggestion }: ValidationMessage): Diagnostic[] {
  if (severity === "info" || severity === "usage" || UNFOUNDED.test(message)) return [];
  const place = location === undefined ? "" : `${placeOf(location)}: `;
  const code = severity === "warning" ? "epub-questionable" : "epub-invalid";
  return [diagnostic(code, `${place}${message.replace(/\.$/, "")} (EPUBCheck ${id})`, undefined, suggestion)];
}

function placeOf({ path, line }: NonNullable<ValidationMessage["location"]>): string {
  return line === undefined ? path : `${path}:${line}`;
}
