/**
 * Brings one printed run into the document.
 *
 * pdf-lib's own `copyPages` loses the structure tree and the destinations, so everything
 * goes through one object copier: what two parts of the run share is copied once.
 */
import {
  PDFArray,
  type PDFCatalog,
  type PDFContext,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFObjectCopier,
  PDFPageLeaf,
  PDFParser,
  type PDFRef,
  PDFString,
} from "@cantoo/pdf-lib";
import { detachElements } from "./detach-elements.js";
import { isolateRun, type RunIdentity } from "./isolate-run.js";
import { readTree } from "./trees.js";

/** A run inside the document; everything but `destinations`' keys belongs to the document. */
export interface ImportedRun {
  readonly pages: readonly PDFRef[];
  /** The run's structure elements under its Document element, without parents yet. */
  readonly elements: readonly PDFRef[];
  /** Entries of the parent tree, keys already unique in the book. */
  readonly parents: readonly (readonly [PDFNumber, PDFObject])[];
  /** First key of the parent tree that neither this run nor one before it uses. */
  readonly nextParentKey: number;
  /** Structure elements by their identifier, already unique in the book. */
  readonly identified: readonly (readonly [string, PDFRef])[];
  readonly roleMap: PDFDict | undefined;
  readonly classMap: PDFDict | undefined;
  /** Explicit destinations by element id. */
  readonly destinations: ReadonlyMap<string, PDFArray>;
  readonly producer: string | undefined;
}

/**
 * Parses a run's PDF and copies its pages, structure and destinations into `target`.
 *
 * @param identity What keeps the run's numbers and names apart from those of other runs.
 */
export async function importRun(
  target: PDFContext,
  pdf: Uint8Array,
  identity: RunIdentity,
): Promise<ImportedRun> {
  const source = await PDFParser.forBytesWithOptions(pdf, Number.POSITIVE_INFINITY).parseDocument();
  const catalog = source.lookup(source.trailerInfo.Root, PDFDict) as PDFCatalog;
  const structure = catalog.lookupMaybe(PDFName.of("StructTreeRoot"), PDFDict);
  const identified = isolateRun(source, identity);
  const elements = structure === undefined ? [] : detachElements(structure, identity.language);
  const parentTree = structure?.lookupMaybe(PDFName.of("ParentTree"), PDFDict);

  const copier = PDFObjectCopier.for(source, target);
  const copyDict = (key: string): PDFDict | undefined => {
    const dict = structure?.lookupMaybe(PDFName.of(key), PDFDict);
    return dict === undefined ? undefined : copier.copy(dict);
  };
  const parents = (parentTree === undefined ? [] : readTree(parentTree, "Nums")).map(
    ([key, value]) =>
      [PDFNumber.of((key as PDFNumber).asNumber() + identity.firstParentKey), copier.copy(value)] as const,
  );
  return {
    pages: pageRefs(catalog).map((page) => copier.copy(page)),
    elements: elements.map((element) => copier.copy(element)),
    parents,
    nextParentKey: (parents.at(-1)?.[0].asNumber() ?? identity.firstParentKey - 1) + 1,
    identified: identified.map(([id, element]) => [id, copier.copy(element)] as const),
    roleMap: copyDict("RoleMap"),
    classMap: copyDict("ClassMap"),
    destinations: new Map(destinations(catalog).map(([id, place]) => [id, copier.copy(place)])),
    producer: source
      .lookupMaybe(source.trailerInfo.Info, PDFDict)
      ?.lookupMaybe(PDFName.of("Producer"), PDFString, PDFHexString)
      ?.decodeText(),
  };
}

function pageRefs(catalog: PDFCatalog): PDFRef[] {
  const refs: PDFRef[] = [];
  catalog.Pages().traverse((node, ref) => {
    if (node instanceof PDFPageLeaf) refs.push(ref);
  });
  return refs;
}

/** Named destinations of both kinds: 12.3.2.3. Chromium writes the older one. */
function destinations(catalog: PDFCatalog): [string, PDFArray][] {
  const byName = catalog.lookupMaybe(PDFName.of("Dests"), PDFDict);
  const tree = catalog.Names()?.lookupMaybe(PDFName.of("Dests"), PDFDict);
  const named: [string, PDFObject | undefined][] = [
    ...(byName?.keys() ?? []).map((key) => [key.decodeText(), byName?.lookup(key)] as [string, PDFObject]),
    ...(tree === undefined ? [] : readTree(tree, "Names")).map(
      ([key, value]) =>
        [(key as PDFString).decodeText(), catalog.context.lookup(value)] as [string, PDFObject],
    ),
  ];
  return named.flatMap(([name, value]) => {
    const place = value instanceof PDFDict ? value.lookup(PDFName.of("D")) : value;
    return place instanceof PDFArray ? [[fragmentId(name), place] as [string, PDFArray]] : [];
  });
}

/** The element id that a URL fragment names; Chromium writes destinations URL-encoded. */
export function fragmentId(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
