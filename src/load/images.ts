/** Reads the images that the manuscripts show, each once, from inside the publication's folder or, where that is allowed, from the web. */
import { extname } from "node:path";
import type { Nodes } from "hast";
import { diagnostic, type Report } from "../diagnostics/diagnostic.js";
import { visitElements } from "../hast/visit.js";
import type { Resource } from "../model/book.js";
import type { Location } from "../model/location.js";
import type { Manuscript } from "../model/manuscript.js";
import { isAddress, resolveReference, wholePath } from "../model/relative-path.js";
import { NO_WEB_IMAGES, type WebImages, webAddress } from "../model/web-image.js";
import { type Folder, openFolder } from "./folder.js";
import { checkedImage } from "./image-check.js";
import { openReader, type Reader } from "./reader.js";
import { type ShownOnWeb, webImages } from "./web-images.js";

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  ".avif": "image/avif",
  ".gif": "image/gif",
  ".jpeg": "image/jpeg",
  ".jpg": "image/jpeg",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".webp": "image/webp",
};

interface Shown {
  readonly path: string;
  /** With what looks like a query or a fragment: a name may hold `?` and `#`. */
  readonly whole: string;
  readonly reference: string;
  readonly location: Location;
}

/**
 * @param covers paths of cover images, checked already, with the places that name them.
 * @returns the images by path relative to the publication's folder. What cannot be read is reported.
 */
export async function readImages(
  root: string,
  manuscripts: Iterable<Manuscript>,
  covers: ReadonlyMap<string, Location>,
  report: Report,
  reader: Reader = openReader(root),
  web: WebImages = NO_WEB_IMAGES,
): Promise<Map<string, Resource>> {
  const folder = openFolder(root);
  const shown = new Map<string, Shown>();
  const onWeb: ShownOnWeb[] = [];
  for (const manuscript of manuscripts) collectImages(manuscript, shown, onWeb, report);
  const found = await Promise.all(
    [...shown.values()].map((image) => readImage(folder, reader, image, report)),
  );
  const given = await Promise.all(
    [...covers].map(([path, location]) =>
      shown.has(path) ? undefined : readFound(folder, reader, path, location, report),
    ),
  );
  const fetched = await webImages(onWeb, web, reader.limits, report);
  return new Map([...found, ...given, ...fetched].flatMap((each) => (each ? [[each.path, each]] : [])));
}

function collectImages(
  manuscript: Manuscript,
  shown: Map<string, Shown>,
  onWeb: ShownOnWeb[],
  report: Report,
): void {
  const notes = [...manuscript.notes.values()].flatMap((note) => note.children);
  const tree: Nodes = { type: "root", children: [...manuscript.tree.children, ...notes] };
  visitElements(tree, (element) => {
    const reference = element.properties.src;
    if (element.tagName !== "img" || typeof reference !== "string") return;
    const start = element.position?.start ?? { line: 1, column: 1 };
    const location = { file: manuscript.file, line: start.line, column: start.column };
    if (isAddress(reference)) {
      const address = webAddress(reference);
      if (address === undefined) report(noFile(reference, location));
      else onWeb.push({ address, reference, location });
      return;
    }
    const { path } = resolveReference(manuscript.file, reference);
    const whole = wholePath(manuscript.file, reference);
    if (!shown.has(whole)) shown.set(whole, { path, whole, reference, location });
  });
}

async function readImage(
  folder: Folder,
  reader: Reader,
  image: Shown,
  report: Report,
): Promise<Resource | undefined> {
  if (image.whole !== image.path && (await folder.lookup(image.whole)).status === "file") {
    return readFound(folder, reader, image.whole, image.location, report);
  }
  const lookup = await folder.lookup(image.path);
  if (lookup.status === "outside") {
    const message = `The image \`${image.reference}\` is outside of the publication's folder`;
    report(diagnostic("path-outside", message, image.location, "Copy it into the publication's folder"));
    return undefined;
  }
  if (lookup.status !== "file") {
    const similar = lookup.status === "missing" ? lookup.similar : undefined;
    const hint = similar ? `Did you mean \`${similar}\`?` : "Add the file or correct its name";
    report(diagnostic("missing-image", `There is no image \`${image.path}\``, image.location, hint));
    return undefined;
  }
  if (!MEDIA_TYPES[extname(image.path).toLowerCase()]) {
    const hint = `Use one of: ${Object.keys(MEDIA_TYPES).join(" ")}`;
    report(
      diagnostic("missing-image", `\`${image.path}\` is not an image that books show`, image.location, hint),
    );
    return undefined;
  }
  return readFound(folder, reader, image.path, image.location, report);
}

/** @returns undefined for a file that is no image, whatever its name says: that is reported. */
async function readFound(
  folder: Folder,
  reader: Reader,
  path: string,
  location: Location,
  report: Report,
): Promise<Resource | undefined> {
  const lookup = await folder.lookup(path);
  if (lookup.status !== "file" || !MEDIA_TYPES[extname(path).toLowerCase()]) return undefined;
  const bytes = await reader.image(lookup.path, location, report);
  const checked = bytes && checkedImage({ path, bytes, location }, reader.limits, report);
  const file = lookup.path === path ? {} : { file: lookup.path };
  return checked && { path, ...file, absolutePath: lookup.real, ...checked };
}

function noFile(reference: string, location: Location) {
  const hint = "Save it as a file in the publication's folder and name the file";
  const message = reference.startsWith("data:")
    ? "The image is written into its own address"
    : `The image \`${reference}\` is neither a file nor on the web`;
  return diagnostic("remote-image", message, location, hint);
}
