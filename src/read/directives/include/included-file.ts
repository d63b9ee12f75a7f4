/** Finds and reads the files that a text includes, inside the publication's folder, and where it allows. */
import { posix } from "node:path";
import { diagnostic, type Report } from "../../../diagnostics/diagnostic.js";
import type { Location } from "../../../diagnostics/location.js";
import { type Folder, type Lookup, outsideHint } from "../../../input/folder.js";
import type { ProjectFiles } from "../../../input/project-files.js";
import type { Reader } from "../../../input/reader.js";
import type { IncludeSyntax } from "./syntax.js";

export interface IncludeContext {
  readonly folder: Folder;
  readonly reader: Reader;
  readonly report: Report;
  /** How the text names what it includes. */
  readonly syntaxes: readonly IncludeSyntax[];
  /** For tools that find a file by its name alone. */
  readonly files?: ProjectFiles;
  /** Folder of the book's texts, relative to the publication's: what GitBook calls `/`. Default: the publication's. */
  readonly content?: string;
  /** Paths of the files that are included, relative to the publication's folder. */
  readonly inputs: Set<string>;
  /** Letters that may still be put in, see `Limits.text`; set when something is. */
  room?: number;
}

/**
 * @param name as it is written.
 * @param from the file that includes it.
 * @returns undefined for what cannot be read, which is reported at `location`.
 */
export async function readIncluded(
  name: string,
  syntax: IncludeSyntax,
  from: string,
  location: Location,
  context: IncludeContext,
): Promise<{ path: string; text: string } | undefined> {
  const { reader, report, inputs } = context;
  const lookup = await lookupIncluded(name, syntax, from, context);
  if (lookup.status === "outside") {
    const message = `The include \`${name}\` leads out of the publication's folder`;
    report(diagnostic("file-outside", message, location, outsideHint(lookup)));
    return undefined;
  }
  if (lookup.status !== "file") {
    const similar = lookup.status === "missing" ? lookup.similar : undefined;
    const hint = similar ? `Did you mean \`${similar}\`?` : "Add the file or correct its name";
    if (lookup.status === "missing") reader.absent(lookup.path);
    report(diagnostic("bad-include", `There is no file \`${lookup.path}\` to include`, location, hint));
    return undefined;
  }
  inputs.add(lookup.path);
  const text = await reader.text(lookup.path, report);
  return text === undefined ? undefined : { path: lookup.path, text };
}

/** From the file's folder, and from the folder of all texts; with a slash in front from there alone. */
async function lookupIncluded(
  written: string,
  { names, isByName }: IncludeSyntax,
  from: string,
  { folder, reader, files, content = "." }: IncludeContext,
): Promise<Lookup> {
  const [base, ...others] = [...(written.startsWith("/") ? [] : [posix.dirname(from)]), content, "."];
  const [path = "", ...also] = (names?.(written) ?? [written]).map((each) => each.replace(/^\/+/, ""));
  const first = await folder.lookup(path, base);
  if (first.status !== "missing") return first;
  for (const name of [path, ...also]) {
    for (const each of new Set([base!, ...others])) {
      const found = await folder.lookup(name, each);
      if (found.status !== "file") continue;
      reader.absent(first.path);
      return found;
    }
  }
  const named = isByName ? await files?.named(path) : undefined;
  return named === undefined ? first : folder.lookup(named);
}
