/** Errors that are no diagnostics: faults of the program. One line for the user, the stack on request. */
import type { BuildResult } from "../model/build.js";
import type { ProgressStream } from "../report/progress-renderer.js";
import { EXIT } from "./exit-codes.js";

/** Prints the error and gives the exit code. `--debug` anywhere on the command line adds the stack. */
export function reportUnexpected(error: unknown, argv: readonly string[], stderr: ProgressStream): number {
  const reason = error instanceof Error ? error.message : String(error);
  const stack = error instanceof Error ? error.stack : undefined;
  if (argv.includes("--debug")) {
    stderr.write(`colophon: unexpected error\n${stack ?? reason}\n`);
  } else {
    const line = reason.split("\n")[0];
    stderr.write(`colophon: unexpected error: ${line} (run again with --debug for details)\n`);
  }
  return EXIT.unexpected;
}

/** Where in the program the faults of single editions and files come from, each once; see `unforeseen.ts`. */
export function detailsOf({ diagnostics }: BuildResult): string {
  const stacks = diagnostics.flatMap((each) => each.diagnostics.flatMap(({ details }) => details ?? []));
  return [...new Set(stacks)].map((stack) => `${stack}\n`).join("");
}
