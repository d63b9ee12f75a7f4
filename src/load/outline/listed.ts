/** Finds the files that the entries of an outline lead to. */
import { posix } from "node:path";
import type { Folder } from "../../input/folder.js";
import { isAddress } from "../../model/relative-path.js";
import { isText, textNames } from "../texts.js";
import type { Entry, Outline } from "./outline.js";

/** What an entry leads to. */
export type ListedFile =
  /** A text. Relative to the folder of the texts; what lies outside of it is told by who reads it. */
  | { readonly status: "text"; readonly path: string }
  | { readonly status: "missing"; readonly similar?: string }
  /** An address, a picture, a script. */
  | { readonly status: "other" };

export type ListedFiles = ReadonlyMap<string, ListedFile>;

/** By their addresses as they are written. */
export async function listedFiles(outline: Outline, content: string, folder: Folder): Promise<ListedFiles> {
  const entries = [outline.prefix, ...outline.groups.map((group) => group.entries), outline.suffix].flat();
  const found = new Map<string, ListedFile>();
  for (const href of new Set(addressesOf(entries))) found.set(href, await listedFile(href, content, folder));
  return found;
}

function addressesOf(entries: readonly Entry[]): readonly string[] {
  return entries.flatMap(({ href, children }) => [href, ...addressesOf(children)]);
}

async function listedFile(href: string, content: string, folder: Folder): Promise<ListedFile> {
  const file = pathOf(href);
  if (file === "" || isAddress(href)) return { status: "other" };
  const own = await folder.lookup(file, content);
  if (isText(file) && own.status === "file") return { status: "text", path: file };
  if (isText(file) && own.status === "outside") return { status: "text", path: file };
  for (const name of pageFiles(file)) {
    if ((await folder.lookup(name, content)).status === "file") return { status: "text", path: name };
  }
  if (!isText(file)) return { status: "other" };
  return { status: "missing", ...("similar" in own ? { similar: own.similar } : {}) };
}

/** A page of a site is called by its address: `tides/`, `tides.html`. */
function pageFiles(path: string): readonly string[] {
  const page = path.replace(/\.html?$/i, "").replace(/\/$/, "");
  const inFolder = ["README", "index"].map((name) => posix.join(page, name));
  return [page, ...inFolder].flatMap(textNames);
}

/** The path of an address, from the folder of the texts, without what follows it. */
export function pathOf(href: string): string {
  return href.replace(/[?#].*$/s, "").replace(/^(?:\.?\/)+/, "");
}
