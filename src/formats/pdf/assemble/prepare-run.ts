/**
 * Reads a run that the browser printed into the form in which runs are joined.
 *
 * Only what a page, a structure element or the parent tree leads to is taken over: the rest
 * (page tree, catalogue, destinations) is made anew for the book.
 */
import { createHash } from "node:crypto";
import { digestsOf } from "./digests.js";
import { entriesText, identifierText, type Names, objectText } from "./object-text.js";
import { MARK, type PreparedPage, type PreparedRun } from "./prepared-run.js";
import { nameText, stringText } from "./reader/atoms.js";
import { catalogOf, inheritedEntry, pageDicts, pageReferences } from "./reader/pages.js";
import type { PrintedPdf } from "./reader/printed-pdf.js";
import { readTree } from "./reader/read-tree.js";
import {
  isArray,
  isDict,
  isReference,
  isStream,
  isString,
  NULL,
  type PdfDict,
  type PdfObject,
  type PdfValue,
  type Reference,
} from "./reader/values.js";
import { countRunFacts, type RunFacts } from "./run-facts.js";
import { linkTarget, runDestinations } from "./run-links.js";
import { type Shown, sourceTypesOf } from "./source-type-of-picture.js";
import { topElements } from "./top-elements.js";
import { sourceTypePacket } from "./xmp-declared.js";

const PAGE_KEYS = ["/Parent", "/Contents", "/Resources", "/MediaBox", "/Annots"];

/**
 * Reads a run's PDF.
 *
 * @param pdf a tagged PDF without an outline (ISO 32000-1), as Chromium prints it. The streams of the
 * result are parts of its bytes.
 * @param shown what its document shows: its pictures get what is said of them.
 * @throws for a PDF of another kind than Chromium's (`reader/`).
 */
export function prepareRun(pdf: PrintedPdf, shown: readonly Shown[] = []): PreparedRun {
  const catalog = catalogOf(pdf);
  const structure = pdf.dict(catalog.get("/StructTreeRoot"));
  const top = structure === undefined ? { elements: [] } : topElements(pdf, structure);
  const objects = collector(pdf, new Set(top.elements), shown);
  const parentTree = pdf.dict(structure?.get("/ParentTree"));
  const pages = pageReferences(pdf);
  const dicts = pageDicts(pdf);
  // Pages come first, so that they have the numbers from 1 on.
  for (const page of pages) objects.number(page);
  const prepared = dicts.map((page) => preparePage(pdf, page, objects));
  const elements = top.elements.map(objects.number);
  const parents = (parentTree === undefined ? [] : readTree(pdf, parentTree, "/Nums")).map(
    ([key, value]) => [pdf.number(key), objects.add(value)] as const,
  );
  const map = (name: string) =>
    [...(pdf.dict(structure?.get(name)) ?? [])].map(
      ([key, value]) => [nameText(key), objectText(value, objects)] as const,
    );
  const [roleMap, classMap] = [map("/RoleMap"), map("/ClassMap")];
  const destinations = runDestinations(pdf, catalog, objects);
  const { body, count, streams, identified, targets, numbers, facts } = objects.finish();
  const producer = pdf.resolve(pdf.dict(pdf.trailer.get("/Info"))?.get("/Producer"));
  const digests = digestsOf(pdf, dicts, numbers);
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
      facts,
      ...(top.language === undefined ? {} : { language: top.language }),
      ...(isString(producer) ? { producer: stringText(producer) } : {}),
    },
  };
}

function preparePage(pdf: PrintedPdf, page: PdfDict, objects: Collector): PreparedPage {
  const resources = pdf.dict(inheritedEntry(pdf, page, "/Resources")) ?? new Map();
  const contents = page.get("/Contents");
  const all = pdf.resolve(contents);
  const streams = isArray(all) ? all : [contents];
  const box = pdf.array(inheritedEntry(pdf, page, "/MediaBox")) ?? [];
  const [a, b, c, d] = [0, 1, 2, 3].map((index) => pdf.number(box[index]));
  return {
    mediaBox: [Math.min(a!, c!), Math.min(b!, d!), Math.max(a!, c!), Math.max(b!, d!)],
    contents: streams.filter(isReference).map(objects.number),
    resources: entriesText(resources, objects, "/Font"),
    fonts: entriesText(pdf.dict(resources.get("/Font")) ?? [], objects),
    entries: [entriesText(page, objects, ...PAGE_KEYS), ...annotations(pdf, page, objects)].join("\n"),
  };
}

/** Each annotation becomes an object of its own: links are written in one place. */
function annotations(pdf: PrintedPdf, page: PdfDict, objects: Collector): string[] {
  const annots = pdf.array(page.get("/Annots")) ?? [];
  if (annots.length === 0) return [];
  return [`/Annots [${annots.map((each) => `${MARK.reference}${objects.add(each)}`).join(" ")}]`];
}

export interface Collector extends Names {
  /** The number of an object that may stand in the file without one. */
  readonly add: (object: PdfValue) => number;
  /** Writes everything that has been asked for, and what that leads to. */
  readonly finish: () => Collected;
}

interface Collected extends Pick<PreparedRun, "body" | "streams"> {
  /** How many objects there are. */
  readonly count: number;
  readonly identified: readonly number[];
  readonly targets: readonly string[];
  readonly facts: RunFacts;
  /** Numbers of the printed file's objects. */
  readonly numbers: ReadonlyMap<Reference, number>;
}

/** Numbers objects in the order in which they are asked for, and writes them in this order. */
function collector(pdf: PrintedPdf, top: ReadonlySet<Reference>, shown: readonly Shown[]): Collector {
  const numbers = new Map<Reference, number>();
  const queue: PdfValue[] = [];
  const identifiers = new Map<string, number>();
  const identified: number[] = [];
  const targets: string[] = [];

  const names: Names = {
    number(reference) {
      const known = numbers.get(reference);
      if (known !== undefined) return known;
      numbers.set(reference, queue.push(reference));
      return queue.length;
    },
    identifier(id) {
      const number = identifiers.get(id) ?? identifiers.size + 1;
      identifiers.set(id, number);
      return number;
    },
  };

  /** A structure element: its identifier, and its parent and language when it is at the top. */
  const elementText = (element: PdfDict, number: number, isTop: boolean): string => {
    const id = element.get("/ID");
    // The book has one Document, and it is above.
    const isPart = isTop && element.get("/S") === "/Document";
    const own = isPart ? new Map(element).set("/S", "/Part") : element;
    const entries = [entriesText(own, names, "/ID", isTop ? "/P" : "/ID")];
    if (isString(id)) {
      const name = identifierText(id, names);
      identified[Number(name.slice(1)) - 1] = number;
      entries.push(`/ID ${name}`);
    }
    if (isTop) entries.push(`/P ${MARK.reference}0`);
    if (isTop && !element.has("/Lang")) entries.push(MARK.language);
    return `<<${entries.join("\n")}>>`;
  };

  /** An annotation; a link inside the book gets its destination when runs are joined. */
  const annotationText = (annotation: PdfDict): string => {
    const target = linkTarget(pdf, annotation);
    if (target === undefined) return objectText(annotation, names);
    targets.push(target);
    return `<<${entriesText(annotation, names, "/Dest", "/A")}\n${MARK.link}${targets.length - 1}>>`;
  };

  const textOf = (object: PdfObject = NULL, number: number, isTop: boolean): string => {
    if (isStream(object)) return `<<${entriesText(object.dict, names, "/Length")}`;
    if (!isDict(object)) return objectText(object, names);
    // The page itself is written when its place in the book is known.
    if (object.get("/Type") === "/Page") return "";
    if (object.has("/S")) return elementText(object, number, isTop);
    return object.has("/Subtype") ? annotationText(object) : objectText(object, names);
  };

  return {
    ...names,
    add(object) {
      if (isReference(object)) return names.number(object);
      return queue.push(object);
    },
    finish() {
      const texts: string[] = [];
      const streams: (readonly [number, Uint8Array])[] = [];
      const facts = countRunFacts(pdf, names.number);
      // The queue grows while it is written.
      for (let index = 0; index < queue.length; index += 1) {
        const queued = queue[index]!;
        const object = pdf.resolve(queued);
        texts.push(textOf(object, index + 1, isReference(queued) && top.has(queued)));
        if (isStream(object)) streams.push([index + 1, object.data]);
        if (object !== undefined) facts.see(object, index + 1);
      }
      // Which picture is which is known when all are there.
      for (const [picture, sourceType] of sourceTypesOf(streams, facts.found().images, shown)) {
        const number = queue.push(NULL);
        texts[picture - 1] += `\n/Metadata ${MARK.reference}${number}`;
        texts.push("<</Type /Metadata\n/Subtype /XML");
        streams.push([number, Buffer.from(sourceTypePacket(sourceType))]);
      }
      return {
        body: Buffer.from(texts.map((text) => text + MARK.end).join(""), "latin1"),
        count: queue.length,
        streams,
        identified,
        targets,
        numbers,
        facts: facts.found(),
      };
    },
  };
}
