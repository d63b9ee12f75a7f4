/**
 * Where a picture may lie that a text names: beside the text, as the path says; from the root of the web
 * site that the text was written for; from the folder in which a tool runs; or anywhere, when only one
 * file has its name, or its name in folders of the same names.
 */
import { posix } from "node:path";
import { resolveReference, wholePath } from "../../model/relative-path.js";
import type { Folder, Lookup } from "../folder.js";
import type { ProjectFiles } from "../project-files.js";

/** Folders whose content a generator of web sites puts at the root: Hugo and Docusaurus, VitePress, Jekyll. */
const SITE_FOLDERS = ["static", "public", "assets"];

export interface PictureSearch {
  readonly folder: Folder;
  readonly files: ProjectFiles;
  /** Folders of texts, relative to the publication's folder. */
  readonly content: readonly string[];
  /** Told of each path that was tried in vain before one that is there. */
  readonly onAbsent: (path: string) => void;
}

export type FoundPicture = Extract<Lookup, { status: "file" }>;

/** @returns the file, or why there is none at the place that the text names. */
export async function findPicture(
  reference: string,
  from: string,
  search: PictureSearch,
): Promise<FoundPicture | Exclude<Lookup, FoundPicture>> {
  const tried: Lookup[] = [];
  for (const path of places(reference, from, search.content)) {
    const found = await search.folder.lookup(path);
    if (found.status === "file") {
      for (const each of tried) if (each.status === "missing") search.onAbsent(each.path);
      return found;
    }
    tried.push(found);
  }
  // What lies outside and is not allowed is not replaced by a file that happens to have its name.
  const first = tried[0]!;
  return (first.status === "outside" ? undefined : await byName(reference, search)) ?? first;
}

/** Paths relative to the publication's folder, in the order in which they are tried, each once. */
function places(reference: string, from: string, content: readonly string[]): readonly string[] {
  const { path } = resolveReference(from, reference);
  const bases = [...new Set([...content, "."])];
  const named = path.startsWith("/") ? path.slice(1) : resolveReference("", reference).path;
  const sites = bases.flatMap((base) => SITE_FOLDERS.map((each) => posix.join(base, each)));
  const fromBases = (names: readonly string[]) => names.map((base) => posix.join(base, named));
  // A file whose name has a `#` or a `?` comes first.
  const own = path.startsWith("/") ? [] : [wholePath(from, reference), path];
  // A path that goes up is meant from the text, and from nowhere else.
  const others = named.startsWith("../") ? [] : [...fromBases(bases), ...fromBases(sites)];
  return [...new Set([...own, ...others])];
}

async function byName(
  reference: string,
  { files, folder }: PictureSearch,
): Promise<FoundPicture | undefined> {
  const path = await files.named(resolveReference("", reference).path);
  const found = path === undefined ? undefined : await folder.lookup(path);
  return found?.status === "file" ? found : undefined;
}

/** The file of the project that holds the same picture as an address: by the end of its path, or by its name. */
export async function pictureFor(address: URL, search: PictureSearch): Promise<FoundPicture | undefined> {
  const steps = decoded(address.pathname)
    .split("/")
    .filter((step) => step !== "" && step !== "..");
  for (let at = 0; at < steps.length - 1; at += 1) {
    const end = steps.slice(at).join("/");
    for (const base of new Set([...search.content, "."])) {
      const found = await search.folder.lookup(posix.join(base, end));
      if (found.status === "file") return found;
      if (found.status === "missing") search.onAbsent(found.path);
    }
  }
  const name = steps.at(-1) ?? "";
  return /\.\w+$/.test(name) ? byName(encodeURIComponent(name), search) : undefined;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
