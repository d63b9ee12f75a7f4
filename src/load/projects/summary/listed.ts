/** Finds the files that the entries of a `SUMMARY.md` lead to. */
import { posix } from "node:path";
import type { Folder } from "../../../input/folder.js";
import { isAddress } from "../../../model/relative-path.js";
import type { Entry, Summary } from "./entries.js";

/** What an entry leads to. */
export type ListedFile =
  /** A text. Relative to the folder of the summary; what lies outside of it is told by who reads it. */
  | { readonly status: "text"; readonly path: string }
  | { readonly status: "missing"; readonly similar?: string }
  /** An address, a picture, a script. */
  | { readonly status: "other" };

export type ListedFiles = ReadonlyMap<string, ListedFile>;

/** By their addresses as they are written. */
export async function listedFiles(summary: Summary, content: string, folder: Folder): Promise<ListedFiles> {
  const entries = [summary.prefix, ...summary.groups.map((group) => group.entries), summary.suffix].flat();
  const found = new Map<string, ListedFile>();
  for (const href of new Set(addressesOf(entries))) found.set(href, await listedFile(href, content, folder));
  return found;
}

function addressesOf(entries: readonly Entry[]): readonly string[] {
  return entries.flatMap(({ href, children }) => [href, ...addressesOf(children)]);
}

const TEXT = /\.(?:md|markdown|mdown)$/i;

async function listedFile(href: string, content: string, folder: Folder): Promise<ListedFile> {
  const file = pathOf(href);
  if (file === "" || isAddress(href)) return { status: "other" };
  const own = await folder.lookup(file, content);
  if (TEXT.test(file) && own.status === "file") return { status: "text", path: file };
  if (TEXT.test(file) && own.status === "outside") return { status: "text", path: file };
  for (const name of pageFiles(file)) {
    if ((await folder.lookup(name, content)).status === "file") return { status: "text", path: name };
  }
  if (!TEXT.test(file)) return { status: "other" };
  return { status: "missing", ...("similar" in own ? { similar: own.similar } : {}) };
}

/** A page of a site is called by its address: `tides/`, `tides.html`. */
function pageFiles(path: string): readonly string[] {
  const page = path.replace(/\.html?$/i, "").replace(/\/$/, "");
  return [`${page}.md`, posix.join(page, "README.md"), posix.join(page, "index.md")];
}

/** The path of an address, from the folder of the summary, without what follows it. */
export function pathOf(href: string): string {
  return href.replace(/[?#].*$/s, "").replace(/^(?:\.?\/)+/, "");
}
