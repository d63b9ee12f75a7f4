/** File names inside the ebook: ASCII, unique even where case does not count, the same from build to build. */
import { createHash } from "node:crypto";
import type { Book, Section } from "../../../model/book.js";
import { EPUB_FILES } from "../../../model/ebook.js";

/** Names that the package itself needs. */
const RESERVED = new Set(["cover", "nav", "package", "toc"]);

const EXTENSIONS: Readonly<Record<string, string>> = {
  "image/gif": "gif",
  "image/jpeg": "jpg",
  "image/png": "png",
  "image/svg+xml": "svg",
};

/** True for an image format that every EPUB reading system must show (EPUB 3.2, core media types). */
export function isPackagedImage(mediaType: string): boolean {
  return Object.hasOwn(EXTENSIONS, mediaType);
}

/** The file of each section, by section id. */
export function documentNames(book: Book): Map<string, string> {
  const ordinary = book.sections.filter((section) => fixedName(section) === undefined);
  const stems = uniqueStems(ordinary.map((section) => section.id));
  return new Map(
    book.sections.map((section) => [section.id, fixedName(section) ?? `${stems.get(section.id)}.xhtml`]),
  );
}

function fixedName(section: Section): string | undefined {
  if (section.bodies.length > 0) return undefined;
  if (section.role === "toc") return EPUB_FILES.navigation;
  return section.role === "cover" ? EPUB_FILES.coverPage : undefined;
}

/** The packaged path of each image of the book, by its key in `book.resources`. */
export function imageNames(book: Book): Map<string, string> {
  const images = [...book.resources.values()].filter((each) => isPackagedImage(each.mediaType));
  const stems = uniqueStems(
    images.map((each) => each.path.replace(/\.[^./]*$/, "")),
    images.map((each) => each.path),
  );
  return new Map(
    images.map((each) => [each.path, `images/${stems.get(each.path)}.${EXTENSIONS[each.mediaType]}`]),
  );
}

/**
 * A safe stem for each name. Two that would be one file get a few digits of their path's hash,
 * so a file that joins the book later renames no other than its namesakes.
 */
function uniqueStems(names: readonly string[], keys: readonly string[] = names): Map<string, string> {
  const safe = names.map(safeStem);
  const count = new Map<string, number>();
  for (const stem of safe) count.set(stem.toLowerCase(), (count.get(stem.toLowerCase()) ?? 0) + 1);
  return new Map(
    keys.map((key, index) => {
      const stem = safe[index]!;
      const alone = count.get(stem.toLowerCase()) === 1 && !RESERVED.has(stem.toLowerCase());
      return [key, alone ? stem : `${stem}-${digest(key)}`];
    }),
  );
}

/** The last part of a path in ASCII letters, digits, `-`, `_` and `.`. */
function safeStem(name: string): string {
  const last = name.split("/").at(-1)!;
  const ascii = last
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^A-Za-z0-9._-]+/g, "-")
    .replace(/^[-.]+|[-.]+$/g, "");
  return ascii === "" ? `file-${digest(name)}` : ascii;
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 8);
}
