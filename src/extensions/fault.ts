/** An extension has failed: the fault of its author, neither of the program nor of the publication. */

export class ExtensionError extends Error {
  override readonly name = "ExtensionError";
  /** Where a template called it: an absolute path, line and column from 1. */
  calledAt?: { readonly file: string; readonly line: number; readonly column: number };

  /**
   * @param what `helper \`shout\``, `Paged.js handler \`numbers.js\``.
   * @param cause What it threw.
   */
  constructor(what: string, cause: unknown, place = "") {
    const reason = cause instanceof Error ? cause.message : String(cause);
    super(`The ${what} failed${place}: ${reason.split("\n")[0]!.replace(/\.$/, "")}`, { cause });
  }
}
