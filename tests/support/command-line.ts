/** The program as a script uses it: arguments in, streams and an exit code out. */

import { build } from "../../src/build/build.js";
import { main } from "../../src/cli/main.js";

export interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command line in a folder, on no terminal, with the real pipeline. */
export async function colophon(cwd: string, ...argv: string[]): Promise<Run> {
  const written = { stdout: "", stderr: "" };
  const streamTo = (name: keyof typeof written) => ({
    write: (text: string) => {
      written[name] += text;
    },
  });
  const code = await main(argv, {
    cwd,
    env: {},
    stdout: streamTo("stdout"),
    stderr: streamTo("stderr"),
    clock: () => 0,
    version: "0",
    build,
  });
  return { code, ...written };
}

/** One line for each diagnostic of a `--json` report: `file:line:column code: message | hint`. */
export function diagnosticsOf({ stdout }: Run): string[] {
  const report = JSON.parse(stdout) as { diagnostics: Readonly<Record<string, unknown>>[] };
  return report.diagnostics.map(({ file, line, column, code, message, hint }) => {
    const place = file === undefined ? "" : `${file}:${line}:${column} `;
    return `${place}${code}: ${message} | ${hint}`;
  });
}
