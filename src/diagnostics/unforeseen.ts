/**
 * Exceptions that no stage has foreseen, as diagnostics.
 *
 * What is too much for the program in a text is the fault of the text, and what the machine
 * refuses is that of the machine; only the rest is a fault of the program (exit code 70).
 */
import { type Diagnostic, diagnostic } from "./diagnostic.js";
import type { Location } from "./location.js";

/** What V8 says when a text asks for more stack, or for a longer string or array, than there can be. */
const TOO_MUCH =
  /call stack|string length|array length|Array buffer allocation|Cannot create a string longer/i;

/** Of the system (errno.3): no room, no more open files or memory, or a disk that fails. */
const REFUSED = new Set("ENOSPC EDQUOT EMFILE ENFILE ENOMEM EIO EROFS EAGAIN".split(" "));

/**
 * @param doing what could not be done, as a part of a sentence: `this file cannot be read`.
 * @param place the nearest place that is known.
 */
export function unforeseen(error: unknown, doing: string, place?: Location): Diagnostic {
  const reason = (error instanceof Error ? error.message : String(error)).split("\n")[0]!;
  if (isTooMuch(error)) {
    const hint = "Divide it into parts, and look for deep nesting";
    return diagnostic(
      "too-complex",
      `${sentence(doing)}: it is nested too deeply, or too large`,
      place,
      hint,
    );
  }
  const { code } = error as NodeJS.ErrnoException;
  if (error instanceof Error && code !== undefined && REFUSED.has(code)) {
    const hint = "Make room, or raise the limits of the system, and build again";
    return diagnostic("machine-failed", `${sentence(doing)}: ${reason}`, place, hint);
  }
  const hint = "Run again with --debug for details, and report it with the file that it happens with";
  const fault = diagnostic("program-fault", `${sentence(doing)}: ${reason}`, place, hint);
  return error instanceof Error && error.stack ? { ...fault, details: error.stack } : fault;
}

function isTooMuch(error: unknown): boolean {
  return (
    (error instanceof RangeError && TOO_MUCH.test(error.message)) ||
    (error as NodeJS.ErrnoException | undefined)?.code === "ERR_STRING_TOO_LONG"
  );
}

function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
