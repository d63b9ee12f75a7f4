/**
 * Reads the images that the manuscripts show, each once: from the publication's folder, from a text that
 * holds the picture itself or, where that is allowed, from the web.
 */
import { extname } from "node:path";
import type { Nodes } from "hast";
import { type Diagnostic, diagnostic, type Report } from "../../diagnostics/diagnostic.js";
import type { Location } from "../../diagnostics/location.js";
import { visitElements } from "../../hast/visit.js";
import type { Resource } from "../../model/book.js";
import { imageKey } from "../../model/image-key.js";
import type { Manuscript } from "../../model/manuscript.js";
import { isAddress } from "../../model/relative-path.js";
import { NO_WEB_IMAGES, type WebImages, webAddress } from "../../model/web-image.js";
import { dataImage } from "../data-image.js";
import type { Folder, Lookup, Outside } from "../folder.js";
import { outsideHint } from "../folder.js";
import { projectFiles } from "../project-files.js";
import type { Reader } from "../reader.js";
import { checkedImage } from "./image-check.js";
import { imageOrigin } from "./image-origin.js";
import { findPicture, type PictureSearch, pictureFor } from "./image-places.js";
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
  const read = once(async (path: string, location: Location): Promise<Read> => {
    const told: Diagnostic[] = [];
    const resource = await readFound(folder, reader, path, location, (each) => void told.push(each));
    return { resource, told };
  });
  const images = [...shown.values()];
  // Looked for side by side, but read in order: of several places that name a file the first is told.
  const places = await Promise.all(images.map((image) => placeOf(image, search, reader)));
  const given = [...covers].map(([path, location]) => ({ key: path, location, place: path }));
  const wanted = [...images.map((image, index) => ({ ...image, place: places[index]! })), ...given];
  const found = await Promise.all(
    wanted.map(async ({ key, location, place }) => ({
      key,
      read: typeof place === "string" ? await read(place, location) : place,
    })),
  );
  for (const { told } of new Set(found.map((each) => each.read))) told.forEach(report);
  const instead = async ({ address, location }: ShownOnWeb) => {
    const local = await pictureFor(address, search);
    return local && (await read(local.path, location)).resource;
  };
  const context = { limits: reader.limits, instead, onAbsent: reader.absent, report };
  const fetched = await webImages(onWeb, web, context);
  const known = found.flatMap(({ key, read: { resource } }): Keyed[] => (resource ? [[key, resource]] : []));
  const all = [...known, ...fetched];
  const byPath = all.map(([, resource]): Keyed => [resource.path, resource]);
  return { resources: withOrigins(new Map([...byPath, ...all])), searched: files.asked() };
}

/** The pictures with what each says of its own making. */
function withOrigins(resources: ReadonlyMap<string, Resource>): ReadonlyMap<string, Resource> {
  const known = new Map<Resource, Resource>();
  for (const resource of resources.values()) {
    if (known.has(resource)) continue;
    const origin = imageOrigin(resource.bytes);
    known.set(resource, origin === undefined ? resource : { ...resource, origin });
  }
  return new Map([...resources].map(([key, resource]) => [key, known.get(resource)!]));
}

/** A file that was read, and what there is to say about it. */
interface Read {
  readonly resource: Resource | undefined;
  readonly told: readonly Diagnostic[];
}

/** Files are read once, however many references lead to them. */
function once(
  read: (path: string, location: Location) => Promise<Read>,
): (path: string, location: Location) => Promise<Read> {
  const known = new Map<string, Promise<Read>>();
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

/** The path of the file that an image is, or what comes of one that is none. */
async function placeOf(
  { reference, location }: Shown,
  search: PictureSearch,
  { limits }: Reader,
): Promise<string | Read> {
  if (reference.startsWith("data:")) {
    const told: Diagnostic[] = [];
    const resource = dataImage(reference, location, limits, (each) => void told.push(each));
    return { resource, told };
  }
  const found = await findPicture(reference, location.file, search);
  const isPicture = found.status === "file" && MEDIA_TYPES[extname(found.path).toLowerCase()] !== undefined;
  if (isPicture) return found.path;
  return { resource: undefined, told: [noPicture(reference, found, location)] };
}

function noPicture(reference: string, found: Lookup, location: Location): Diagnostic {
  if (found.status === "outside") return outside(reference, found, location);
  if (found.status === "file") {
    const hint = `Use one of: ${Object.keys(MEDIA_TYPES).join(" ")}`;
    return diagnostic(
      "missing-image",
      `\`${found.path}\` is not an image that a book can show`,
      location,
      hint,
    );
  }
  const similar = found.status === "missing" ? found.similar : undefined;
  const hint = similar ? `Did you mean \`${similar}\`?` : "Add the file or correct its name";
  return diagnostic("missing-image", `There is no image \`${found.path}\``, location, hint);
}

function outside(reference: string, found: Outside, location: Location) {
  const message = `The image \`${reference}\` is outside the publication's folder`;
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
  return { path: inside, ...(inside === file ? {} : { file }), ...checked };
}

function noFile(reference: string, location: Location) {
  const message = `The image \`${reference}\` is neither a file nor on the web`;
  const hint = "Save it as a file in the publication's folder and name the file";
  return diagnostic("remote-image", message, location, hint);
}
