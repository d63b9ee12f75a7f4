/** Files that a description names: found, inside the publication's folder, or reported. */
import { diagnostic, type Report } from "../diagnostics/diagnostic.js";
import type { Location } from "../diagnostics/location.js";
import type { Folder, Lookup, Outside } from "../input/folder.js";
import { outsideHint } from "../input/folder.js";
import type { Merged } from "./editions/merged.js";

const DEFAULT_CONTENT = "content";

/** A file that is there. */
export interface FoundFile {
  /** Relative to the publication's folder. */
  readonly path: string;
  /** Real path on disk: two names for one file have the same. */
  readonly real: string;
}

/** The folder of the section files, relative to the root; undefined (reported) when it is not there. */
export async function contentFolder(
  { value, places, pathOf }: Merged,
  folder: Folder,
  report: Report,
): Promise<string | undefined> {
  const content = value.content ?? DEFAULT_CONTENT;
  const found = await folder.lookup(content);
  if (found.status === "folder") return found.path;
  const isListed = [value.frontmatter, value.bodymatter, value.backmatter].some((list) =>
    list?.some(hasFile),
  );
  // A publication of generated pages only needs no folder.
  if (value.content === undefined && !isListed) return ".";
  const place = places.value(pathOf("content"));
  if (found.status === "outside") {
    report(outside(content, found, place));
  } else if (value.content === undefined) {
    const hint = "Make the folder, or add `content: .` if the files are beside publication.yaml";
    report(diagnostic("missing-file", `There is no folder \`${content}\``, place, hint));
  } else {
    const hint =
      "similar" in found ? `Did you mean \`${found.similar}\`?` : "Make the folder or correct `content`";
    report(diagnostic("missing-file", `There is no folder \`${content}\``, place, hint));
  }
  return undefined;
}

function hasFile(entry: {
  file?: string | undefined;
  files?: string[] | undefined;
  sections?: unknown;
}): boolean {
  return entry.file !== undefined || entry.files !== undefined || entry.sections !== undefined;
}

/** The cover image's path relative to the root; undefined when none is given, or (reported) it is not there. */
export async function checkedCover(
  { value, places, pathOf }: Merged,
  folder: Folder,
  report: Report,
): Promise<string | undefined> {
  if (value.cover === undefined) return undefined;
  const place = places.value(pathOf("cover"));
  // A cover is drawn in its place.
  const asWarning: Report = ({ message, location, hint }) =>
    report(diagnostic("epub-cover-missing", message, location, hint));
  const found = await findFile(value.cover, ".", place, folder, asWarning);
  return found?.path;
}

/** Finds a file that the description names at `place`, relative to `from`; reports it when it is not there. */
export async function findFile(
  name: string,
  from: string,
  place: Location,
  folder: Folder,
  report: Report,
): Promise<FoundFile | undefined> {
  const found = await folder.lookup(name, from);
  if (found.status === "file") return found;
  if (found.status === "outside") {
    report(outside(name, found, place));
  } else if (found.status === "folder") {
    report(diagnostic("missing-file", `\`${name}\` is a folder`, place, "Name a file in it"));
  } else {
    const hint = await missingHint(name, from, found, folder);
    report(diagnostic("missing-file", `There is no file \`${found.path}\``, place, hint));
  }
  return undefined;
}

function outside(name: string, found: Outside, place: Location) {
  const message = `\`${name}\` leads out of the publication's folder`;
  return diagnostic("path-outside", message, place, outsideHint(found));
}

async function missingHint(
  name: string,
  from: string,
  found: Lookup & { status: "missing" },
  folder: Folder,
): Promise<string> {
  if (name.includes("\\")) return "Separate folders with `/`";
  const fromRoot = from === "." ? undefined : await folder.lookup(name);
  if (fromRoot?.status === "file") {
    const prefix = `${from}/`;
    return fromRoot.path.startsWith(prefix)
      ? `Write \`${fromRoot.path.slice(prefix.length)}\`: paths are relative to \`${from}\``
      : `Move the file to \`${from}\`: paths are relative to it`;
  }
  if (found.similar === undefined) return "Write the file or correct the path";
  const start = name.lastIndexOf("/") + 1;
  return `Did you mean \`${name.slice(0, start)}${found.similar}\`?`;
}
