/**
 * Checks an ebook that the build has made, and as little of it as is needed.
 *
 * A book that is built again has mostly documents in which nothing was found the last time. When
 * the rest of the package and the ids of all documents are the same, those need not be looked at
 * again: short documents stand in for them (`stand-in.ts`). In the same way a large book is
 * checked in parts at once, each with stand-ins for the others. Parts only show that a book is
 * sound: as soon as anything is found, the whole book is checked, and that is what is reported.
 */
import { noStore, type Store } from "../../../cache/store.js";
import type { Diagnostic } from "../../../diagnostics/diagnostic.js";
import { type Finding, findingDiagnostic, type Locate } from "../../../diagnostics/finding.js";
import type { EbookFiles } from "../../../model/ebook.js";
import { checkDocuments } from "./accessibility.js";
import { type Checker, plainChecker } from "./checker.js";
import { readDocument } from "./document.js";
import { type Examined, readDocuments } from "./examine.js";
import { inParts } from "./parts.js";
import { keepSoundDocuments, type SoundDocuments, soundDocuments } from "./sound-documents.js";

export interface CheckContext {
  /** Default: in this thread. */
  readonly checker?: Checker | undefined;
  /** Where it is kept what was sound; default: nowhere. */
  readonly store?: Store | undefined;
  /** Archive of the official EPUBCheck, which is to see the finished ebook too. */
  readonly officialJar?: string | undefined;
  /** Ends it. */
  readonly signal?: AbortSignal | undefined;
}

/** @param locate Finds the place in the sources that became a place in the ebook. */
export async function checkBuiltEbook(
  files: EbookFiles,
  locate: Locate,
  { checker = plainChecker, store = noStore }: CheckContext,
): Promise<Diagnostic[]> {
  const known = await soundDocuments(store, files);
  const documents = readDocuments(files, known);
  if (await areSound(partsOf(documents, known, checker), files, documents, checker)) {
    await keepSoundDocuments(store, files, documents);
    return [];
  }
  const found = await checkWhole(files, documents, checker);
  if (found.length === 0) await keepSoundDocuments(store, files, documents);
  return found.map((each) => findingDiagnostic(each, locate));
}

/** Asks the official EPUBCheck, if there is one to ask. */
export async function checkOfficially(
  bytes: Uint8Array,
  locate: Locate,
  { officialJar, signal }: CheckContext,
): Promise<Diagnostic[]> {
  if (!officialJar) return [];
  const { officialEpubcheckOf } = await import("./java.js");
  const found = await officialEpubcheckOf(bytes, officialJar, signal);
  return found.filter(isFounded).map((each) => findingDiagnostic(each, locate));
}

/** EPUBCheck knows the schemes of 2012; those that a built ebook may have (`links.ts`) IANA has registered since. */
function isFounded({ message }: Finding): boolean {
  return !/EPUBCheck HTM-025\)$/.test(message);
}

async function checkWhole(
  files: EbookFiles,
  documents: readonly Examined[],
  checker: Checker,
): Promise<Finding[]> {
  // Ours are read while the other thread works.
  const port = checker.check(files);
  const own = checkDocuments(documents.flatMap(({ read }) => read() ?? []));
  return [...(await port).filter(isFounded), ...own];
}

/** Documents that are checked together, with stand-ins for the others that can be replaced. */
type Part = ReadonlySet<Examined>;

/** None when the book is to be checked as a whole. */
function partsOf(documents: readonly Examined[], known: SoundDocuments, { threads }: Checker): Part[] {
  const changed = documents.filter(({ isKnown }) => !isKnown);
  const isKnownButForWords =
    known.size > 0 &&
    changed.every(({ path, standIn }) => standIn !== undefined && standIn === known.get(path)?.standIn);
  if (isKnownButForWords) return [new Set(changed)];
  return inParts(documents, threads);
}

async function areSound(
  parts: readonly Part[],
  files: EbookFiles,
  documents: readonly Examined[],
  checker: Checker,
): Promise<boolean> {
  const found = await Promise.all(parts.map((part) => checkPart(part, files, documents, checker)));
  return parts.length > 0 && found.flat().length === 0;
}

async function checkPart(
  part: Part,
  files: EbookFiles,
  documents: readonly Examined[],
  checker: Checker,
): Promise<Finding[]> {
  const replaced = new Map(
    documents.flatMap((each): [string, string][] =>
      each.isReplaceable && each.standIn !== undefined && !part.has(each) ? [[each.path, each.standIn]] : [],
    ),
  );
  const beside = [...files].map(([path, content]): [string, Uint8Array] => {
    const standIn = replaced.get(path);
    return [path, standIn === undefined ? content : Buffer.from(standIn)];
  });
  const port = checker.check(new Map(beside));
  const own = checkDocuments(
    documents.flatMap(({ path, read }) => {
      const standIn = replaced.get(path);
      return (standIn === undefined ? read() : readDocument(path, standIn)) ?? [];
    }),
  );
  return [...(await port).filter(isFounded), ...own].filter((each) => !isOfStandIn(each, replaced));
}

/**
 * Whether a finding is about what a stand-in lacks, and says nothing of the document. What is said at
 * its place about links that lead to it does: it holds of the document as well (OPF-096).
 */
function isOfStandIn({ at, message }: Finding, replaced: ReadonlyMap<string, string>): boolean {
  return at !== undefined && replaced.has(at.path) && !/EPUBCheck OPF-096/.test(message);
}
