/** The files of a finished EPUB as a reading system finds them: by package document, manifest and spine. */
import { posix } from "node:path";
import JSZip from "jszip";
import { SaxesParser } from "saxes";
import type { Spine } from "./protocol.js";

export interface EbookFiles {
  readonly spine: Spine;
  /** @returns undefined for what the manifest does not list. */
  read(path: string): Promise<EbookFile | undefined>;
}

export interface EbookFile {
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

interface Item {
  readonly path: string;
  readonly mediaType: string;
}

/** Opens an EPUB that this program has made. */
export async function openEbook(bytes: Uint8Array): Promise<EbookFiles> {
  const archive = await JSZip.loadAsync(bytes);
  const text = async (path: string) => (await archive.file(path)?.async("string")) ?? "";
  const [rootfile] = elementsOf(await text("META-INF/container.xml"), "rootfile");
  const packagePath = rootfile?.["full-path"] ?? "";
  const opf = await text(packagePath);
  const items = new Map<string, Item>();
  let navigation = "";
  for (const { id = "", href = "", "media-type": mediaType = "", properties = "" } of elementsOf(
    opf,
    "item",
  )) {
    const path = posix.join(posix.dirname(packagePath), decodeURI(href));
    items.set(id, { path, mediaType });
    if (properties.split(" ").includes("nav")) navigation = path;
  }
  const documents = elementsOf(opf, "itemref").flatMap(({ idref = "" }) => items.get(idref)?.path ?? []);
  const mediaTypes = new Map([...items.values()].map(({ path, mediaType }) => [path, mediaType]));
  return {
    spine: { documents, navigation },
    async read(path) {
      const mediaType = mediaTypes.get(path);
      const content = mediaType === undefined ? undefined : await archive.file(path)?.async("uint8array");
      return mediaType === undefined || content === undefined ? undefined : { mediaType, bytes: content };
    },
  };
}

/** Attributes of every element with a local name, in document order. */
function elementsOf(xml: string, name: string): Record<string, string>[] {
  const found: Record<string, string>[] = [];
  const parser = new SaxesParser();
  parser.on("opentag", (tag) => {
    if (tag.name.replace(/^.*:/, "") === name) found.push({ ...tag.attributes });
  });
  parser.write(xml).close();
  return found;
}
