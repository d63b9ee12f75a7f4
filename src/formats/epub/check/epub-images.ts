/** Images of a finished ebook: whether they can be read, and whether readers and shops take their size. */
import JSZip from "jszip";
import type { Finding } from "../../../diagnostics/finding.js";

const IMAGE = /\.(jpe?g|png|gif|webp)$/i;

/** Pixels of the largest image that Apple Books takes; others take more. */
const MOST_PIXELS = 5_600_000;

/** None when the file is no archive: EPUBCheck says so. */
export async function checkEpubImages(bytes: Uint8Array): Promise<Finding[]> {
  const archive = await JSZip.loadAsync(bytes).catch(() => undefined);
  const images = Object.values(archive?.files ?? {}).filter(({ name, dir }) => !dir && IMAGE.test(name));
  const findings: Finding[] = [];
  for (const image of images) findings.push(...(await checkImage(image)));
  return findings;
}

async function checkImage(file: JSZip.JSZipObject): Promise<Finding[]> {
  const { default: sharp } = await import("sharp");
  const at = { path: file.name };
  try {
    const image = sharp(await file.async("uint8array"), { failOn: "error" });
    const { width, height } = await image.metadata();
    // The head alone says nothing of a file that ends in the middle.
    await image.stats();
    if (width * height <= MOST_PIXELS) return [];
    const message = `The image has ${width} × ${height} pixels; Apple Books takes ${MOST_PIXELS / 1e6} million`;
    return [{ code: "epub-image-large", message, at, hint: "Make it smaller (`image-width` does that)" }];
  } catch {
    const hint = "Replace it with one that opens in an image viewer";
    return [{ code: "epub-image-damaged", message: "The image cannot be read", at, hint }];
  }
}
