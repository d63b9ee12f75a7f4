/** Paths between files of a publication, as Markdown writes them: URL references with `/`. */
import { posix } from "node:path";

export interface LocalReference {
  /**
   * Path relative to the publication's folder; may begin with `../` when it leaves it. With a `/` at its
   * start it counts from the root of a web site, wherever that is.
   */
  readonly path: string;
  /** What follows `#`, decoded; empty when there is none. */
  readonly fragment: string;
}

const SCHEME = /^[A-Za-z][A-Za-z0-9+.-]*:|^\/\//;

/** True for an address with a scheme or a host (RFC 3986, section 4.2): it names no file of the publication. */
export function isAddress(reference: string): boolean {
  return SCHEME.test(reference);
}

/**
 * Resolves a relative reference against the file that it stands in.
 *
 * @param from Path of that file, relative to the publication's folder.
 */
export function resolveReference(from: string, reference: string): LocalReference {
  const [address = "", ...rest] = reference.split("#");
  const fragment = decode(rest.join("#"));
  if (address === "") return { path: from, fragment };
  const path = decode(address.replace(/\?.*$/s, ""));
  return { path: fromFolderOf(from, path), fragment };
}

/** The path of a reference in which `?` and `#` are part of a file's name, as people write them (`fig #1.png`). */
export function wholePath(from: string, reference: string): string {
  return fromFolderOf(from, decode(reference));
}

/** `pictures\weir.png`, as it is written on Windows, is what a browser reads too (WHATWG URL, 4.4). */
function fromFolderOf(file: string, name: string): string {
  const path = name.replaceAll("\\", "/");
  const base = path.startsWith("/") ? "/" : posix.dirname(file);
  return posix.normalize(posix.join(base, path));
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
