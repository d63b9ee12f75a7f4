/**
 * Finds what a link in a manuscript leads to.
 *
 * Texts are written for several tools: mdBook, GitHub, Pandoc and others make the ids of headings each in
 * its own way, call pages by their files or by their addresses, and count paths from the text or from the
 * root of a site. Each is tried in turn; what several places answer to is none of them.
 */
import { posix } from "node:path";
import type { Draft, DraftBody } from "./draft.js";

export interface LinkPlaces {
  /** The file of the edition that a path leads to. @param path as `resolveReference` gives it. */
  file(path: string): DraftBody | undefined;
  /** The id in the book of a place in a file. */
  inFile(body: DraftBody, fragment: string): string | undefined;
  /** The id of the only place of that name in the whole book. */
  anywhere(fragment: string): string | undefined;
  /** Paths of all files, for suggestions. */
  readonly paths: readonly string[];
}

export function linkPlaces({ sections }: Draft): LinkPlaces {
  const bodies = sections.flatMap((section) => section.bodies);
  const files = new Map<string, DraftBody>();
  for (const body of bodies) if (!files.has(body.file)) files.set(body.file, body);
  const folded = new Map<DraftBody, Names>();
  const foldedOf = (body: DraftBody): Names => {
    const names = folded.get(body) ?? foldedNames([body]);
    folded.set(body, names);
    return names;
  };
  let everywhere: { readonly exact: Names; readonly folded: Names } | undefined;
  return {
    paths: [...files.keys()],
    file: (path) => fileAt(path, files),
    inFile: (body, fragment) => body.names.get(fragment) ?? only(foldedOf(body), fragment),
    anywhere(fragment) {
      everywhere ??= { exact: namesOf(bodies, (name) => name), folded: foldedNames(bodies) };
      const exact = everywhere.exact.get(fragment);
      return exact === undefined ? only(everywhere.folded, fragment) : (exact ?? undefined);
    },
  };
}

/** Ids by name; null for a name that several places have. */
type Names = ReadonlyMap<string, string | null>;

function namesOf(bodies: readonly DraftBody[], spelt: (name: string) => string): Names {
  const names = new Map<string, string | null>();
  for (const body of bodies) {
    for (const [name, id] of body.names) {
      const key = spelt(name);
      names.set(key, names.has(key) && names.get(key) !== id ? null : id);
    }
  }
  return names;
}

/** By the letters of their names, and by those without a number at the start, where no other place has them. */
function foldedNames(bodies: readonly DraftBody[]): Names {
  return new Map([...namesOf(bodies, withoutNumber), ...namesOf(bodies, folded)]);
}

function only(names: Names, fragment: string): string | undefined {
  return names.get(folded(fragment)) ?? names.get(withoutNumber(fragment)) ?? undefined;
}

/** Without case, accents, hyphens and signs, which tools keep, drop or double, and without GitHub's prefix. */
function folded(name: string): string {
  return decoded(name)
    .replace(/^user-content-/, "")
    .normalize("NFKD")
    .replace(/[^\p{L}\p{N}]+/gu, "")
    .toLowerCase();
}

/** Pandoc's identifiers begin with the first letter of a heading. */
function withoutNumber(name: string): string {
  return folded(name).replace(/^\p{N}+(?=\p{L})/u, "");
}

/** Addresses may be encoded twice: once by the author, once by a tool. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * The file itself, or a page that is made of it. A path that begins with `/` counts from the root of a
 * site: any folder may be that.
 */
function fileAt(path: string, files: ReadonlyMap<string, DraftBody>): DraftBody | undefined {
  const names = pageNames(path.replace(/^\//, ""));
  if (!path.startsWith("/")) {
    const found = names.flatMap((name) => files.get(name) ?? [])[0];
    if (found) return found;
  }
  const small = names.map((name) => name.toLowerCase());
  const ends = [...files].filter(([file]) => small.some((name) => isEnd(file.toLowerCase(), name, path)));
  const depth = (file: string) => file.split("/").length;
  return ends.sort(([a], [b]) => depth(a) - depth(b))[0]?.[1];
}

function isEnd(file: string, name: string, path: string): boolean {
  return file === name || (path.startsWith("/") && file.endsWith(`/${name}`));
}

/** The names that a file has on the web: `one.html` for `one.md`, a folder or its index for a README. */
export function pageNames(path: string): string[] {
  const folder = path.replace(/(?<=^|\/)(?:index|readme)(?:\.(?:html?|md))?$/i, "").replace(/\/$/, "");
  const file = path.replace(/\/$/, "");
  const plain = file.replace(/\.html?$/, "");
  const own = [file, ...[".md", ".markdown", ".mdx", ".qmd"].map((extension) => plain + extension)];
  return [...own, ...["README.md", "index.md"].map((name) => posix.join(folder, name))];
}
