/** Reads finished EPUB files: what is in the archive and where its links lead. */
import { posix } from "node:path";
import JSZip from "jszip";
import { texts } from "./xml.js";

export interface Epub {
  /** Paths of all files in the archive, in its order. */
  readonly names: readonly string[];
  /** Text of a file; of a binary file it makes no sense. */
  read(name: string): string;
  /** Path of the package document. */
  readonly packagePath: string;
  /** Items of the manifest by id. */
  readonly manifest: ReadonlyMap<string, ManifestItem>;
  /** Content documents in reading order, by path in the archive. */
  readonly spine: readonly string[];
  /** Text of each document of the spine. */
  readonly texts: readonly string[];
}

export interface ManifestItem {
  /** In the archive. */
  readonly path: string;
  readonly mediaType: string;
  readonly properties: readonly string[];
}

export interface EpubLink {
  readonly from: string;
  readonly href: string;
  /** In the archive; undefined for a link to the web. */
  readonly target?: string;
  readonly fragment?: string;
}

export async function readEpub(bytes: Uint8Array): Promise<Epub> {
  const zip = await JSZip.loadAsync(bytes);
  const files = new Map<string, string>();
  for (const [name, file] of Object.entries(zip.files)) {
    if (!file.dir) files.set(name, await file.async("string"));
  }
  const read = (name: string) => {
    const text = files.get(name);
    if (text === undefined) throw new Error(`There is no ${name} in the EPUB`);
    return text;
  };
  const packagePath = texts(read("META-INF/container.xml"), "//ocf:rootfile/@full-path")[0]!;
  const manifest = manifestOf(read(packagePath), packagePath);
  const spine = texts(read(packagePath), "//opf:itemref/@idref").map((id) => manifest.get(id)!.path);
  return {
    names: [...files.keys()],
    read,
    packagePath,
    manifest,
    spine,
    texts: spine.map((path) => texts(read(path), "//h:body")[0]!),
  };
}

function manifestOf(opf: string, packagePath: string): Map<string, ManifestItem> {
  return new Map(
    texts(opf, "//opf:item/@id").map((id) => {
      const attribute = (name: string) => texts(opf, `//opf:item[@id="${id}"]/@${name}`)[0] ?? "";
      const path = inArchive(packagePath, attribute("href"));
      const properties = attribute("properties").split(" ").filter(Boolean);
      return [id, { path, mediaType: attribute("media-type"), properties }];
    }),
  );
}

/** Every link and every reference to another file of a document. */
export function linksOf(epub: Epub, from: string): EpubLink[] {
  return texts(epub.read(from), "//@href | //@src").map((href) => {
    if (/^[a-z][a-z0-9+.-]*:/i.test(href)) return { from, href };
    const [path, fragment] = href.split("#") as [string, string?];
    const target = path === "" ? from : inArchive(from, path);
    return {
      from,
      href,
      target,
      ...(fragment === undefined ? {} : { fragment: decodeURIComponent(fragment) }),
    };
  });
}

/** True when the link leads to the web, or to a file of the archive that has the place. */
export function resolves(epub: Epub, { target, fragment }: EpubLink): boolean {
  if (target === undefined) return true;
  if (!epub.names.includes(target)) return false;
  return fragment === undefined || texts(epub.read(target), "//@id").includes(fragment);
}

function inArchive(from: string, href: string): string {
  return posix.join(posix.dirname(from), decodeURI(href));
}
