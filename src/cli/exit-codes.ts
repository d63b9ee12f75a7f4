/** Exit codes: what a script learns of a run. */
import { CODES, type Code, type Scope } from "../diagnostics/codes.js";
import type { BuildResult } from "../model/build.js";

export const EXIT = {
  published: 0,
  publication: 1,
  usage: 2,
  machine: 3,
  /** EX_SOFTWARE of sysexits.h: a fault of the program. */
  unexpected: 70,
  /** 128 + SIGINT, as shells have it. */
  interrupted: 130,
} as const;

export const EXIT_HELP = `
Exit codes:
  0    published
  1    the publication has errors; with --check: a published edition is not current
  2    wrong usage or configuration
  3    the machine lacks something (the message says what to install)
  70   an error of Colophon itself
  130  interrupted`;

/** Wrong usage first, for nothing after it can be trusted; then the machine, the program, the manuscript. */
const BY_SCOPE: readonly (readonly [Scope, number])[] = [
  ["configuration", EXIT.usage],
  ["machine", EXIT.machine],
  ["program", EXIT.unexpected],
  ["publication", EXIT.publication],
];

/** The exit code for the result of a build. */
export function exitCode(result: BuildResult): number {
  const errors = result.diagnostics.flatMap((each) =>
    each.diagnostics.filter((one) => one.severity === "error"),
  );
  const scopes = new Set<Scope>(errors.map(({ code }) => scopeOf(code)));
  const worst = BY_SCOPE.find(([scope]) => scopes.has(scope));
  if (worst !== undefined) return worst[1];
  return result.editions.some((each) => each.status === "failed") ? EXIT.publication : EXIT.published;
}

/** A warning that was made an error says nothing against the usage or the machine: the publication fails. */
function scopeOf(code: Code): Scope {
  return CODES[code].severity === "error" ? CODES[code].scope : "publication";
}
