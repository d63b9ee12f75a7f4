/** What reporters need to know of the place they write to. */
import { readFile } from "node:fs/promises";
import pc from "picocolors";

export type Colors = ReturnType<typeof pc.createColors>;

export interface ReportContext {
  /** Paths are shown relative to it, so that a terminal can open them. */
  readonly cwd: string;
  readonly colors: Colors;
  readonly env?: NodeJS.ProcessEnv;
  /** Lines of a source file; undefined when it cannot be read. */
  readonly readLines: (path: string) => Promise<readonly string[] | undefined>;
}

/**
 * Colours for a stream: on a terminal only, and not for who has set `NO_COLOR` (no-color.org).
 * `FORCE_COLOR` comes first, as in Node.js: `0` and `false` turn colours off, all else on.
 */
export function colorsFor(stream: { readonly isTTY?: boolean }, env: NodeJS.ProcessEnv): Colors {
  return pc.createColors(hasColors(stream, env));
}

function hasColors({ isTTY = false }: { readonly isTTY?: boolean }, env: NodeJS.ProcessEnv): boolean {
  const { FORCE_COLOR: forced, NO_COLOR: none, TERM: terminal } = env;
  if (forced !== undefined) return forced !== "0" && forced !== "false";
  return isTTY && !none && terminal !== "dumb";
}

/** Reads sources from disk, each once. */
export function sourceReader(): ReportContext["readLines"] {
  const read = new Map<string, Promise<readonly string[] | undefined>>();
  return (path) => {
    const lines =
      read.get(path) ??
      readFile(path, "utf8").then(
        (text) => text.replace(/^\uFEFF/, "").split(/\r?\n/),
        () => undefined,
      );
    read.set(path, lines);
    return lines;
  };
}
