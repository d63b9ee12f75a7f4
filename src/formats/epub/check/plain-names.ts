/**
 * Package documents and NCXs whose elements have prefixes (`<opf:package>`), without them.
 *
 * EPUBCheck's port looks for their elements by the names that most have; in Namespaces in XML 1.0 (section 6) the prefix
 * is the author's choice. Lines stay where they are.
 */
import JSZip from "jszip";

const NAMESPACES: ReadonlySet<string> = new Set([
  "http://www.idpf.org/2007/opf",
  "http://openebook.org/namespaces/oeb-package/1.0/",
  "http://www.daisy.org/z3986/2005/ncx/",
  "urn:oasis:names:tc:opendocument:xmlns:container",
]);
const DESCRIBING = /(?:\.opf|\.ncx|^META-INF\/container\.xml)$/i;
/** The first element, when it has a prefix: what is before it, the prefix, its name and its attributes. */
const ROOT = /^((?:\s|<\?[^>]*\?>|<!--[\s\S]*?-->|<!DOCTYPE[^>[]*>|\uFEFF)*)<([\w-]+):([\w-]+)\b([^>]*)>/;

/** @returns undefined when nothing in the archive has such names, or it is no archive. */
export async function withPlainNames(bytes: Uint8Array): Promise<Uint8Array | undefined> {
  const archive = await JSZip.loadAsync(bytes).catch(() => undefined);
  let hasChanged = false;
  for (const { name } of archive?.file(DESCRIBING) ?? []) {
    const plain = plainNames(await archive!.file(name)!.async("string"));
    if (plain === undefined) continue;
    archive!.file(name, plain);
    hasChanged = true;
  }
  if (archive === undefined || !hasChanged) return undefined;
  return await archive.generateAsync({ type: "uint8array" });
}

/** @returns undefined for a document whose elements have no prefix, or that has other elements without one. */
export function plainNames(xml: string): string | undefined {
  const [, , prefix, , attributes = ""] = ROOT.exec(xml) ?? [];
  if (prefix === undefined || /\sxmlns\s*=/.test(attributes)) return undefined;
  const declared = new RegExp(`\\sxmlns:${prefix}\\s*=\\s*(["'])(.*?)\\1`).exec(attributes);
  const namespace = declared?.[2];
  if (namespace === undefined || !NAMESPACES.has(namespace)) return undefined;
  const names = new RegExp(`(</?)${prefix}:`, "g");
  return xml.replace(names, "$1").replace(declared![0], `${declared![0]} xmlns="${namespace}"`);
}
