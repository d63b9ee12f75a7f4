/** What the machine lacks, or code of the user's spoils, as diagnostics. Any other error is a fault of the program and goes on as it is. */
import { relative } from "node:path";
import { cacheLimit } from "../cache/sizes.js";
import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.js";
import type { Location } from "../diagnostics/location.js";
import { unforeseen } from "../diagnostics/unforeseen.js";
import { ExtensionError } from "../extensions/fault.js";
import type { Produced } from "../formats/format.js";
import { MAKERS } from "../formats/registry.js";
import { systemReason } from "../runtime/system-reason.js";
import { TemporaryFolderError } from "../runtime/temporary/folder.js";
import { TemplateError } from "../theme/templates/template-faults.js";

export const TEMPORARY_HINT =
  "Make room there, or set TMPDIR to a folder that can be written to and has room";

/** Stands in for an edition that could not be made for want of a program, or of room for temporary files. */
export function withoutMachine(error: unknown): Produced {
  return { bytes: new Uint8Array(), diagnostics: [machineFault(error)] };
}

function machineFault(error: unknown): Diagnostic {
  if (error instanceof TemporaryFolderError) {
    return diagnostic("no-temporary-files", error.message, undefined, TEMPORARY_HINT);
  }
  for (const { faultOf } of Object.values(MAKERS)) {
    const fault = faultOf?.(error);
    if (fault !== undefined) return fault;
  }
  throw error;
}

/**
 * Stands in for an edition that an extension, or a template of a theme or publication, has kept
 * from being made.
 *
 * @param root The publication's folder.
 */
export function withoutExtension(root: string): (error: unknown) => Produced {
  return (error) => ({ bytes: new Uint8Array(), diagnostics: [failureOf(error, root)] });
}

function failureOf(error: unknown, root: string): Diagnostic {
  const placed = (place: { readonly file: string; readonly line: number; readonly column: number }) => ({
    file: relative(root, place.file).replaceAll("\\", "/"),
    line: place.line,
    column: place.column,
  });
  if (error instanceof TemplateError)
    return diagnostic("bad-template", error.message, placed(error), error.hint);
  if (!(error instanceof ExtensionError)) throw error;
  const place = error.calledAt === undefined ? undefined : placed(error.calledAt);
  return diagnostic("extension-failed", error.message, place, "Correct the extension, or build without it");
}

/** A limit of the cache that is no size: the default holds, and nothing else changes. */
export function cacheFaults(environment: NodeJS.ProcessEnv): Diagnostic[] {
  if (cacheLimit(environment) !== undefined) return [];
  const message = `COLOPHON_CACHE_SIZE is \`${environment.COLOPHON_CACHE_SIZE}\`, which is not a size`;
  return [
    diagnostic("bad-cache-size", message, undefined, "Write a size like 500MB, 2GB or 1GiB; 0 for no limit"),
  ];
}

/** @param target path of the file that the system refused to write. */
export function cannotPublish(error: unknown, target: string): Diagnostic {
  const reason = systemReason(error);
  if (reason === undefined) throw error;
  const hint = "Check that the folder can be written to and has room, or choose another one with --out";
  return diagnostic("cannot-publish", `\`${target}\` cannot be written: ${reason}`, undefined, hint);
}

/**
 * Stands in for an edition that could not be made, for a reason that nobody has foreseen.
 *
 * @param signal of the build: whoever has told it to stop may be told so by any error.
 */
export function withoutTheRest(
  doing: string,
  place: Location,
  signal: AbortSignal | undefined,
): (error: unknown) => Produced {
  return (error) => {
    if (signal?.aborted) throw error;
    return { bytes: new Uint8Array(), diagnostics: [unforeseen(error, doing, place)] };
  };
}
