/**
 * Finished editions of earlier builds, taken again while nothing they were made of has changed.
 *
 * The files that an edition is made of are only known once it has been composed, so they are
 * remembered from the last build. That is safe: which files they are depends on nothing but
 * the content of the files themselves, and each of them is read and compared.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { hashFolder, installedPackages, programFingerprint } from "../cache/fingerprint.js";
import { framed, unframed } from "../cache/framed.js";
import { keyOf, type Store } from "../cache/store.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { MAKERS } from "../formats/registry.js";
import { ABSENT, digestOf } from "../input/reader.js";
import type { MadeWith } from "../model/edition-result.js";
import type { Facts } from "../model/facts.js";
import type { PrintPages } from "../model/pages.js";
import type { Edition, Publication } from "../model/publication.js";
import { NO_WEB_IMAGES, type WebImages, webAddress } from "../model/web-image.js";
import { processEnvironment } from "../runtime/environment.js";
import { editionBefore } from "./before.js";

export interface KeptEdition {
  readonly bytes: Uint8Array;
  readonly facts?: Facts;
  /** What was found when it was made: a warning does not go away because nothing is built again. */
  readonly diagnostics: readonly Diagnostic[];
  readonly madeWith?: MadeWith;
  readonly printPages?: PrintPages;
  readonly inputs?: readonly string[];
}

/**
 * @param web asked again for the images that came from there.
 * @returns the edition as it was made from exactly these sources by this program, if it is kept.
 */
export async function readEdition(
  store: Store,
  publication: Publication,
  edition: Edition,
  web: WebImages = NO_WEB_IMAGES,
): Promise<KeptEdition | undefined> {
  const inputs = await store.read("history", inputsKey(publication, edition));
  if (!inputs) return undefined;
  const files = JSON.parse(inputs.toString("utf8")) as string[];
  const sources = await currentSources(publication, edition, files, web);
  const content =
    sources && (await store.read("edition", await editionKey(publication, edition, files, sources)));
  if (!content) return undefined;
  const { facts: known, bytes } = unframed<Omit<KeptEdition, "bytes">>(content);
  return { ...known, bytes };
}

/**
 * @param inputs every file that it was made of, relative to the publication's folder.
 * @param sources as they were read: the file on disk may be another one by now.
 */
export async function writeEdition(
  store: Store,
  publication: Publication,
  edition: Edition,
  inputs: Iterable<string>,
  sources: SourceDigests,
  { bytes, ...known }: KeptEdition,
): Promise<void> {
  const { file, settings = [] } = publication;
  const files = [...new Set([file, ...settings, ...inputs])].sort();
  if (files.some((file) => !sources.files.has(file))) return;
  const key = await editionKey(publication, edition, files, sources);
  await store.write("edition", key, framed(known, bytes));
  await store.write("history", inputsKey(publication, edition), Buffer.from(JSON.stringify(files)));
}

function inputsKey(publication: Publication, edition: Edition): string {
  return keyOf("inputs", publication.root, edition.id);
}

/** SHA-256 of what an edition is made of. */
export interface SourceDigests {
  /** By path relative to the publication's folder; an image that was fetched, by its address. */
  readonly files: ReadonlyMap<string, string>;
  /**
   * Templates and styles: the publication's own, and those of its theme when that is a package or a folder; with the
   * packages that bring fonts.
   */
  readonly theme: string;
}

/** Of the files that describe a publication and of some others; undefined when one is not there. */
export async function currentSources(
  publication: Publication,
  edition: Edition,
  inputs: Iterable<string>,
  web: WebImages = NO_WEB_IMAGES,
): Promise<SourceDigests | undefined> {
  const { root, file, settings = [] } = publication;
  const paths = [...new Set([file, ...settings, ...inputs])];
  try {
    // Not side by side: nothing else waits, and promises for small files cost more than reading them.
    const files = new Map<string, string>();
    for (const path of paths) {
      const address = webAddress(path);
      files.set(path, address ? ((await web.digestOf(address)) ?? ABSENT) : currentDigest(join(root, path)));
    }
    return { files, theme: await themeDigest(root, edition) };
  } catch {
    return undefined;
  }
}

/** @throws when a file is there and cannot be read. */
function currentDigest(path: string): string {
  return existsSync(path) ? digestOf(readFileSync(path)) : ABSENT;
}

/** @param root the publication's folder. */
export async function themeDigest(root: string, { theme, themeFolders = [] }: Edition): Promise<string> {
  const folders = [root, ...themeFolders].flatMap((each) => [join(each, "templates"), join(each, "styles")]);
  return keyOf(theme, installedPackages(root), ...(await Promise.all(folders.map(hashFolder))));
}

async function editionKey(
  publication: Publication,
  edition: Edition,
  inputs: readonly string[],
  { files, theme }: SourceDigests,
): Promise<string> {
  // What data files say is in the edition itself, and in the one that it takes something of.
  const before = editionBefore(publication, edition);
  // What shops are told is in no file of it.
  const { trade: _, ...made } = edition;
  const described = JSON.stringify([made, before ?? null, publication.allow ?? []]);
  // An ebook without page numbers from print is the same with every browser, and with none.
  const makers = [edition, ...(before === undefined ? [] : [before])].map(({ format }) => MAKERS[format]);
  const identities = await Promise.all(makers.map((each) => each.identity?.(processEnvironment) ?? []));
  const surroundings = [processEnvironment.SOURCE_DATE_EPOCH ?? "", ...identities.flat()];
  const contents = inputs.map((path) => files.get(path) ?? "");
  return keyOf(await programFingerprint(), theme, ...surroundings, described, ...inputs, ...contents);
}
