/** Text files are UTF-8; anything else is said so at its place, never guessed. */
import { diagnostic, type Report } from "../diagnostics/diagnostic.js";

/** Decodes a file without its byte order mark; reports the first place that is not UTF-8. */
export function decodeUtf8(bytes: Uint8Array, file: string, report: Report): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    const readable = new TextDecoder().decode(bytes);
    const before = readable.slice(0, Math.max(readable.indexOf("\uFFFD"), 0)).split("\n");
    const place = { file, line: before.length, column: (before.at(-1) ?? "").length + 1 };
    report(diagnostic("not-utf8", "This is not UTF-8 text", place, "Save the file as UTF-8"));
    return undefined;
  }
}
