/**
 * Where the theme that a publication names is: one of the program's, the publication's own files, a
 * folder of it, or an npm package, as Node.js would find one from the publication's folder.
 *
 * A package is templates and styles; none of its code is run. It may extend another theme,
 * which its `package.json` names: `"colophon": { "extends": "novel" }`.
 */
import { readFile, realpath, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import * as z from "zod";
import type { Folder } from "../../input/folder.js";
import { isShipped, THEMES } from "./themes.js";

export type ThemePlace =
  | {
      readonly status: "found";
      /** The theme of the program's or of the publication's own that everything rests on. */
      readonly base: string;
      /** Absolute paths, each standing for those before it. */
      readonly folders: readonly string[];
    }
  | { readonly status: "unknown" }
  | { readonly status: "bad"; readonly reason: string; readonly hint: string };

/** What a theme has that extends none: the program's plain templates and styles. */
const PLAIN = "base";
/** Longer chains are a mistake, or go in a circle that symbolic links hide. */
const LONGEST_CHAIN = 10;

/** npm's rule for names of packages. */
const PACKAGE_NAME = /^(?:@[a-z0-9-~][a-z0-9-._~]*\/)?[a-z0-9-~][a-z0-9-._~]*$/;

const manifest = z.object({ colophon: z.object({ extends: z.string() }).optional() });

/**
 * @param own names that need no search: the program's themes and the publication's own.
 * @param given folders by name, from the caller of the library.
 */
export async function themePlace(
  name: string,
  own: readonly string[],
  folder: Folder,
  given: ReadonlyMap<string, string>,
): Promise<ThemePlace> {
  if (own.includes(name)) return { status: "found", base: name, folders: [] };
  const first = given.get(name) ?? (await findTheme(name, folder));
  if (first === undefined) return { status: "unknown" };
  return chain(name, first);
}

async function findTheme(name: string, folder: Folder): Promise<string | undefined> {
  if (!name.startsWith("./")) return findPackage(name, folder.root);
  const found = await folder.lookup(name);
  return found.status === "folder" ? join(folder.root, found.path) : undefined;
}

/** Upwards through the folders `node_modules` (Node.js, “Loading from node_modules folders”). */
async function findPackage(name: string, from: string): Promise<string | undefined> {
  if (!PACKAGE_NAME.test(name)) return undefined;
  for (let parent = from; ; parent = dirname(parent)) {
    const path = join(parent, "node_modules", name);
    if (await isFile(join(path, "package.json"))) return realpath(path);
    if (parent === dirname(parent)) return undefined;
  }
}

async function chain(name: string, first: string): Promise<ThemePlace> {
  const folders: string[] = [];
  let current = { name, path: first };
  while (folders.length < LONGEST_CHAIN) {
    const fault = await faultOf(current.name, current.path);
    if (fault !== undefined) return fault;
    folders.unshift(current.path);
    const next = await extendedBy(current.path);
    if (next === undefined) return { status: "found", base: PLAIN, folders };
    if (typeof next !== "string") return next;
    if (isShipped(next)) return { status: "found", base: next, folders };
    const path = await findPackage(next, current.path);
    if (path === undefined) {
      const reason = `it extends \`${next}\`, which is not a theme and not installed`;
      return bad(current.name, reason, `Run npm install ${next}, or extend one of: ${THEMES.join(", ")}`);
    }
    current = { name: next, path };
  }
  return bad(name, "it extends a theme that extends it", "Remove one `extends` from the circle");
}

/** The name that `package.json` gives, if there is one. */
async function extendedBy(path: string): Promise<string | undefined | ThemePlace> {
  const text = await readFile(join(path, "package.json"), "utf8").catch(() => undefined);
  if (text === undefined) return undefined;
  try {
    return manifest.parse(JSON.parse(text)).colophon?.extends;
  } catch {
    const hint = 'Write "colophon": { "extends": "novel" }, or leave it out';
    return bad(path, "its package.json cannot be understood", hint);
  }
}

async function faultOf(name: string, path: string): Promise<ThemePlace | undefined> {
  const found = await Promise.all(["templates", "styles"].map((each) => isFolder(join(path, each))));
  if (found.includes(true)) return undefined;
  return bad(
    name,
    `there is no \`templates\` and no \`styles\` in ${path}`,
    "Name a package that is a theme",
  );
}

function bad(name: string, reason: string, hint: string): ThemePlace {
  return { status: "bad", reason: `The theme \`${name}\` cannot be used: ${reason}`, hint };
}

async function isFile(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isFile() ?? false;
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isDirectory() ?? false;
}
