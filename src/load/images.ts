/**
 * Reads the images that the manuscripts show, each once: from the publication's folder, from a text that
 * holds the picture itself or, where that is allowed, from the web.
 */
import { extname } from "node:path";
import type { Nodes } from "hast";
import { diagnostic, type Report } from "../diagnostics/diagnostic.js";
import { visitElements } from "../hast/visit.js";
import type { Resource } from "../model/book.js";
import { imageKey } from "../model/image-key.js";
import type { Location } from "../model/location.js";
import type { Manuscript } from "../model/manuscript.js";
import { isAddress } from "../model/relative-path.js";
import { NO_WEB_IMAGES, type WebImages, webAddress } from "../model/web-image.js";
import { outsideHint } from "./allowed.js";
import { dataImage } from "./data-image.js";
import type { Folder, Outside } from "./folder.js";
import { checkedImage } from "./image-check.js";
import { findPicture, type PictureSearch, pictureFor } from "./image-places.js";
import { projectFiles } from "./project-files.js";
import type { Reader } from "./reader.js";
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

/** Where images are looked for, and who is told. */
export interface ImageSources {
  readonly folder: Folder;
  readonly reader: Reader;
  /** Folders of the texts, relative to the publication's folder. Default: none. */
  readonly content?: readonly string[];
  readonly web?: WebImages;
  readonly report: Report;
}

export interface ReadImages {
  /**
   * By their paths relative to the publication's folder, and by the keys that references have
   * (`model/image-key.ts`). What cannot be shown is missing.
   */
  readonly resources: ReadonlyMap<string, Resource>;
  /** True when the whole folder was looked through for one: which it is depends on all names in it. */
  readonly searched: boolean;
}

interface Shown {
  readonly key: string;
  readonly reference: string;
  readonly location: Location;
}

type Keyed = readonly [key: string, resource: Resource];

/** @param covers paths of cover images, checked already, with the places that name them. */
export async function readImages(
  manuscripts: Iterable<Manuscript>,
  covers: ReadonlyMap<string, Location>,
  sources: ImageSources,
): Promise<ReadImages> {
  const { folder, reader, content = [], web = NO_WEB_IMAGES, report } = sources;
  const files = projectFiles(folder);
  const search: PictureSearch = { folder, files, content, onAbsent: reader.absent };
  const shown = new Map<string, Shown>();
  const onWeb: ShownOnWeb[] = [];
  for (const manuscript of manuscripts) collectImages(manuscript, shown, onWeb, report);
  const read = once((path: string, location: Location) => readFound(folder, reader, path, location, report));
  const keyed = async (key: string, found: Promise<Resource | undefined>): Promise<readonly Keyed[]> => {
    const resource = await found;
    return resource === undefined ? [] : [[key, resource]];
  };
  const found = await Promise.all(
    [...shown.values()].map((image) => keyed(image.key, readImage(image, search, read, sources))),
  );
  const given = await Promise.all([...covers].map(([path, at]) => keyed(path, read(path, at))));
  const instead = async ({ address, location }: ShownOnWeb) => {
    const local = await pictureFor(address, search);
    return local === undefined ? undefined : read(local.path, location);
  };
  const fetched = await webImages(onWeb, web, {
    limits: reader.limits,
    instead,
    onAbsent: reader.absent,
    report,
  });
  const all = [...found.flat(), ...given.flat(), ...fetched];
  const byPath = all.map(([, resource]): Keyed => [resource.path, resource]);
  return { resources: new Map([...byPath, ...all]), searched: files.asked() };
}

/** Files are read once, however many references lead to them. */
function once(
  read: (path: string, location: Location) => Promise<Resource | undefined>,
): (path: string, location: Location) => Promise<Resource | undefined> {
  const known = new Map<string, Promise<Resource | undefined>>();
  return (path, location) => {
    const found = known.get(path) ?? read(path, location);
    known.set(path, found);
    return found;
  };
}

function collectImages(
  manuscript: Manuscript,
  shown: Map<string, Shown>,
  onWeb: ShownOnWeb[],
  report: Report,
): void {
  const { file } = manuscript;
  const notes = [...manuscript.notes.values()].flatMap((note) => note.children);
  const tree: Nodes = { type: "root", children: [...manuscript.tree.children, ...notes] };
  visitElements(tree, (element) => {
    const reference = element.properties.src;
    if (element.tagName !== "img" || typeof reference !== "string") return;
    const start = element.position?.start ?? { line: 1, column: 1 };
    const location = { file, line: start.line, column: start.column };
    const address = webAddress(reference);
    const isHere = address === undefined && (!isAddress(reference) || reference.startsWith("data:"));
    const key = imageKey(file, reference);
    if (address !== undefined) onWeb.push({ address, reference, location });
    else if (!isHere) report(noFile(reference, location));
    else if (!shown.has(key)) shown.set(key, { key, reference, location });
  });
}

async function readImage(
  { reference, location }: Shown,
  search: PictureSearch,
  read: (path: string, location: Location) => Promise<Resource | undefined>,
  { reader, report }: ImageSources,
): Promise<Resource | undefined> {
  if (reference.startsWith("data:")) return dataImage(reference, location, reader.limits, report);
  const found = await findPicture(reference, location.file, search);
  if (found.status === "outside") {
    report(outside(reference, found, location));
    return undefined;
  }
  if (found.status !== "file") {
    const similar = found.status === "missing" ? found.similar : undefined;
    const hint = similar ? `Did you mean \`${similar}\`?` : "Add the file or correct its name";
    report(diagnostic("missing-image", `There is no image \`${found.path}\``, location, hint));
    return undefined;
  }
  if (!MEDIA_TYPES[extname(found.path).toLowerCase()]) {
    const hint = `Use one of: ${Object.keys(MEDIA_TYPES).join(" ")}`;
    report(diagnostic("missing-image", `\`${found.path}\` is not an image that books show`, location, hint));
    return undefined;
  }
  return read(found.path, location);
}

function outside(reference: string, found: Outside, location: Location) {
  const message = `The image \`${reference}\` is outside of the publication's folder`;
  return diagnostic("file-outside", message, location, outsideHint(found));
}

/** An address in a document cannot go up: a file outside of the folder gets a place of its own in the book. */
function pathInBook(file: string): string {
  return file.replace(/^(?:\.\.\/)+/, (steps) => ".outside/".repeat(steps.length / 3));
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
  if (checked === undefined) return undefined;
  const file = lookup.path;
  const inside = pathInBook(file);
  return { path: inside, ...(inside === file ? {} : { file }), absolutePath: lookup.real, ...checked };
}

function noFile(reference: string, location: Location) {
  const message = `The image \`${reference}\` is neither a file nor on the web`;
  const hint = "Save it as a file in the publication's folder and name the file";
  return diagnostic("remote-image", message, location, hint);
}
