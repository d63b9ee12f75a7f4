/** Reads the text files of an ebook for our own rules. */
import JSZip from "jszip";
import { isDocument, type TextFiles } from "./document.js";

/** Empty when it is no archive: EPUBCheck says so. */
export async function textFilesOf(bytes: Uint8Array): Promise<TextFiles> {
  const archive = await JSZip.loadAsync(bytes).catch(() => undefined);
  const documents = Object.values(archive?.files ?? {}).filter(({ name }) => isDocument(name));
  const read = documents.map(async (file) => [file.name, await file.async("string")] as const);
  return new Map(await Promise.all(read));
}
