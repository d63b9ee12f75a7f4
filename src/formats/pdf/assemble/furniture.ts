/**
 * Puts the margins of planned pages on them: running heads and grounds are printed as pages of their own, each once,
 * behind the pages with text (`paginate/planned/furniture.ts`). Here they become what a page shows under its text: a form (ISO 32000-1, 8.10),
 * which is no part of the text that is read (14.8.2.2, artifacts).
 */
import { catalogOf, inheritedEntry, pageDicts, pageReferences } from "./reader/pages.js";
import type { PrintedPdf } from "./reader/printed-pdf.js";
import {
  isArray,
  isReference,
  isStream,
  type PdfArray,
  type PdfDict,
  type PdfObject,
  type PdfValue,
  type Reference,
} from "./reader/values.js";

const NAME = "/Furniture";
const SHOW = Buffer.from(`/Artifact BMC\nq\n${NAME} Do\nQ\nEMC\n`, "latin1");

/**
 * The pages with text alone, each with its margins.
 *
 * @param of for each of them which of the pages behind them has its margins, from 0.
 * @returns undefined when there are more pages or fewer.
 */
export function withFurniture(pdf: PrintedPdf, of: readonly number[]): PrintedPdf | undefined {
  const references = pageReferences(pdf);
  if (references.length !== of.length + Math.max(...of) + 1) return undefined;
  const dicts = pageDicts(pdf);
  const text = references.slice(0, of.length);
  const added = new Map<Reference, PdfObject>();
  let last = Number(pdf.number(pdf.trailer.get("/Size")));
  const add = (object: PdfObject): Reference => {
    last += 1;
    added.set(last, object);
    return last;
  };

  const forms = dicts.slice(of.length).map((page) => add(formOf(pdf, page)));
  const show = add({ dict: new Map([["/Length", String(SHOW.length)]]), data: SHOW });
  const replaced = new Map<Reference, PdfDict>();
  text.forEach((reference, index) => {
    replaced.set(reference, dressed(pdf, dicts[index]!, show, forms[of[index]!]!));
  });
  const pages = add(new Map<string, PdfValue>([["/Kids", text]]));
  const root = add(new Map([...catalogOf(pdf), ["/Pages", pages]]));
  const resolve: PrintedPdf["resolve"] = (object) => {
    if (!isReference(object)) return pdf.resolve(object);
    return added.get(object) ?? replaced.get(object) ?? pdf.resolve(object);
  };
  const through =
    <Kind>(read: (object: PdfObject | undefined) => Kind) =>
    (object: PdfObject | undefined) =>
      read(resolve(object));
  return {
    trailer: new Map([...pdf.trailer, ["/Root", root]]),
    resolve,
    dict: through(pdf.dict),
    array: through(pdf.array),
    number: through(pdf.number),
  };
}

/** A page as a form, which has one stream. */
function formOf(pdf: PrintedPdf, page: PdfDict): PdfObject {
  const contents = pdf.resolve(page.get("/Contents"));
  const stream = isArray(contents) && contents.length === 1 ? pdf.resolve(contents[0]) : contents;
  if (!isStream(stream)) throw new Error("The browser has printed a page in several parts");
  const dict = new Map<string, PdfValue>([
    ...stream.dict,
    ["/Type", "/XObject"],
    ["/Subtype", "/Form"],
    ["/BBox", inheritedEntry(pdf, page, "/MediaBox") ?? []],
    ["/Resources", inheritedEntry(pdf, page, "/Resources") ?? new Map()],
  ]);
  return { dict, data: stream.data };
}

function dressed(pdf: PrintedPdf, page: PdfDict, show: Reference, form: Reference): PdfDict {
  const contents = page.get("/Contents");
  const own = pdf.resolve(contents);
  const streams: PdfArray = isArray(own) ? own : contents === undefined ? [] : [contents];
  const resources = pdf.dict(inheritedEntry(pdf, page, "/Resources")) ?? new Map();
  const objects = pdf.dict(resources.get("/XObject")) ?? new Map();
  return new Map<string, PdfValue>([
    ...page,
    ["/MediaBox", inheritedEntry(pdf, page, "/MediaBox") ?? []],
    ["/Contents", [show, ...streams]],
    ["/Resources", new Map([...resources, ["/XObject", new Map([...objects, [NAME, form]])]])],
  ]);
}
