/**
 * Reads a run that the browser printed into the form in which runs are joined.
 *
 * Only what a page, a structure element or the parent tree leads to is taken over: the rest
 * (page tree, catalogue, destinations) is made anew for the book.
 */
import { createHash } from "node:crypto";
import {
  PDFArray,
  type PDFCatalog,
  type PDFContext,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFPageLeaf,
  PDFParser,
  PDFRawStream,
  PDFRef,
  PDFStream,
  PDFString,
} from "@cantoo/pdf-lib";
import { digestsOf } from "./digests.js";
import { entriesText, identifierText, isString, type Names, objectText } from "./object-text.js";
import { MARK, type PreparedPage, type PreparedRun } from "./prepared-run.js";
import { linkTarget, runDestinations } from "./run-links.js";
import { topElements } from "./top-elements.js";
import { readTree } from "./trees.js";

const ID = PDFName.of("ID");
const STRUCTURE_TYPE = PDFName.of("S");
const PARENT = PDFName.of("P");
const LANGUAGE = PDFName.of("Lang");
const SUBTYPE = PDFName.of("Subtype");
const DESTINATION = PDFName.of("Dest");
const ACTION = PDFName.of("A");
const LENGTH = PDFName.of("Length");
const PAGE_KEYS = new Set(["Parent", "Contents", "Resources", "MediaBox", "Annots"]);

/**
 * Parses a run's PDF.
 *
 * @param pdf a tagged PDF without an outline (ISO 32000-1), as Chromium prints it.
 */
export async function prepareRun(pdf: Uint8Array): Promise<PreparedRun> {
  const source = await PDFParser.forBytesWithOptions(pdf, Number.POSITIVE_INFINITY).parseDocument();
  const catalog = source.lookup(source.trailerInfo.Root, PDFDict) as PDFCatalog;
  const structure = catalog.lookupMaybe(PDFName.of("StructTreeRoot"), PDFDict);
  const top = structure === undefined ? { elements: [] } : topElements(structure);
  const objects = collector(source, new Set(top.elements));
  const parentTree = structure?.lookupMaybe(PDFName.of("ParentTree"), PDFDict);
  const pages = pageRefs(catalog);
  // Pages come first, so that they have the numbers from 1 on.
  for (const page of pages) objects.number(page);
  const prepared = pages.map((page) => preparePage(source.lookup(page, PDFDict) as PDFPageLeaf, objects));
  const elements = top.elements.map(objects.number);
  const parents = (parentTree === undefined ? [] : readTree(parentTree, "Nums")).map(
    ([key, value]) => [(key as PDFNumber).asNumber(), objects.add(value)] as const,
  );
  const map = (name: string) =>
    (structure?.lookupMaybe(PDFName.of(name), PDFDict)?.entries() ?? []).map(
      ([key, value]) => [key.decodeText(), objectText(value, objects)] as const,
    );
  const [roleMap, classMap] = [map("RoleMap"), map("ClassMap")];
  const destinations = runDestinations(catalog, objects);
  const { body, count, streams, identified, targets, refs } = objects.finish();
  const producer = source
    .lookupMaybe(source.trailerInfo.Info, PDFDict)
    ?.lookupMaybe(PDFName.of("Producer"), PDFString, PDFHexString)
    ?.decodeText();
  const digests = digestsOf(source, pages, refs);
  return {
    body,
    streams,
    outline: {
      digest: createHash("sha256").update(body).digest("hex"),
      objects: count,
      pages: prepared,
      elements,
      parents,
      identified,
      roleMap,
      classMap,
      destinations,
      targets,
      digests,
      ...(top.language === undefined ? {} : { language: top.language }),
      ...(producer === undefined ? {} : { producer }),
    },
  };
}

function pageRefs(catalog: PDFCatalog): PDFRef[] {
  const refs: PDFRef[] = [];
  catalog.Pages().traverse((node, ref) => {
    if (node instanceof PDFPageLeaf) refs.push(ref);
  });
  return refs;
}

function preparePage(page: PDFPageLeaf, objects: Collector): PreparedPage {
  const resources = page.Resources();
  const fonts = resources?.lookupMaybe(PDFName.of("Font"), PDFDict);
  const contents = page.lookup(PDFName.of("Contents"));
  const streams = contents instanceof PDFArray ? contents.asArray() : [page.get(PDFName.of("Contents"))];
  const box = page.MediaBox();
  const [a, b, c, d] = [0, 1, 2, 3].map((index) => box.lookup(index, PDFNumber).asNumber());
  return {
    mediaBox: [Math.min(a!, c!), Math.min(b!, d!), Math.max(a!, c!), Math.max(b!, d!)],
    contents: streams.flatMap((each) => (each instanceof PDFRef ? [objects.number(each)] : [])),
    resources: entriesText(
      resources?.entries().filter(([key]) => key.decodeText() !== "Font") ?? [],
      objects,
    ),
    fonts: entriesText(fonts?.entries() ?? [], objects),
    entries: [
      entriesText(
        page.entries().filter(([key]) => !PAGE_KEYS.has(key.decodeText())),
        objects,
      ),
      ...annotations(page, objects),
    ].join("\n"),
  };
}

/** Each annotation becomes an object of its own: links are written in one place. */
function annotations(page: PDFPageLeaf, objects: Collector): string[] {
  const annots = page.Annots()?.asArray() ?? [];
  if (annots.length === 0) return [];
  return [`/Annots [${annots.map((each) => `${MARK.reference}${objects.add(each)}`).join(" ")}]`];
}

export interface Collector extends Names {
  /** The number of an object that may stand in the file without one. */
  readonly add: (object: PDFObject) => number;
  /** Writes everything that has been asked for, and what that leads to. */
  readonly finish: () => Collected;
}

interface Collected extends Pick<PreparedRun, "body" | "streams"> {
  /** How many objects there are. */
  readonly count: number;
  readonly identified: readonly number[];
  readonly targets: readonly string[];
  /** Numbers of the source's objects. */
  readonly refs: ReadonlyMap<PDFRef, number>;
}

/** Numbers objects in the order in which they are asked for, and writes them in this order. */
function collector(source: PDFContext, top: ReadonlySet<PDFRef>): Collector {
  const refs = new Map<PDFRef, number>();
  const queue: { readonly object: PDFObject | undefined; readonly isTop: boolean }[] = [];
  const identifiers = new Map<string, number>();
  const identified: number[] = [];
  const targets: string[] = [];

  const names: Names = {
    number(ref) {
      const known = refs.get(ref);
      if (known !== undefined) return known;
      queue.push({ object: source.lookup(ref), isTop: top.has(ref) });
      refs.set(ref, queue.length);
      return queue.length;
    },
    identifier(id) {
      const number = identifiers.get(id) ?? identifiers.size + 1;
      identifiers.set(id, number);
      return number;
    },
  };

  /** A structure element: its identifier, and its parent and language when it is at the top. */
  const elementText = (element: PDFDict, number: number, isTop: boolean): string => {
    const id = element.get(ID);
    const rest = element.entries().filter(([key]) => key !== ID && !(isTop && key === PARENT));
    const entries = [entriesText(rest, names)];
    if (isString(id)) {
      const name = identifierText(id, names);
      identified[Number(name.slice(1)) - 1] = number;
      entries.push(`/ID ${name}`);
    }
    if (isTop) entries.push(`/P ${MARK.reference}0`);
    if (isTop && !element.has(LANGUAGE)) entries.push(MARK.language);
    return `<<${entries.join("\n")}>>`;
  };

  /** An annotation; a link inside the book gets its destination when runs are joined. */
  const annotationText = (annotation: PDFDict): string => {
    const target = linkTarget(annotation);
    if (target === undefined) return objectText(annotation, names);
    const rest = annotation.entries().filter(([key]) => key !== DESTINATION && key !== ACTION);
    targets.push(target);
    return `<<${entriesText(rest, names)}\n${MARK.link}${targets.length - 1}>>`;
  };

  const textOf = (object: PDFObject | undefined, number: number, isTop: boolean): string => {
    if (object === undefined) return "null";
    // The page itself is written when its place in the book is known.
    if (object instanceof PDFPageLeaf) return "";
    if (object instanceof PDFStream) {
      return `<<${entriesText(
        object.dict.entries().filter(([key]) => key !== LENGTH),
        names,
      )}`;
    }
    if (!(object instanceof PDFDict)) return objectText(object, names);
    if (object.has(STRUCTURE_TYPE)) return elementText(object, number, isTop);
    return object.has(SUBTYPE) ? annotationText(object) : objectText(object, names);
  };

  return {
    ...names,
    add(object) {
      if (object instanceof PDFRef) return names.number(object);
      queue.push({ object, isTop: false });
      return queue.length;
    },
    finish() {
      const texts: string[] = [];
      const streams: (readonly [number, Uint8Array])[] = [];
      // The queue grows while it is written.
      for (let index = 0; index < queue.length; index += 1) {
        const { object, isTop } = queue[index]!;
        texts.push(textOf(object, index + 1, isTop));
        if (object instanceof PDFRawStream) streams.push([index + 1, object.contents]);
        else if (object instanceof PDFStream) streams.push([index + 1, object.getContents()]);
      }
      const body = Buffer.from(texts.map((text) => text + MARK.end).join(""), "latin1");
      return { body, count: texts.length, streams, identified, targets, refs };
    },
  };
}
