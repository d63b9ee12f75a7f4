/**
 * Makes a run's own numbers and names unique in the book, before it is copied.
 *
 * Every run counts its `StructParent(s)` keys from 0 and names its table heads
 * `node00000014`; side by side in one document they would point at each other.
 */
import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  type PDFRef,
  PDFStream,
  PDFString,
} from "@cantoo/pdf-lib";
import { textString } from "./text-string.js";

export interface RunIdentity {
  /** Added to every `StructParent` and `StructParents` of the run. */
  readonly firstParentKey: number;
  /** Begins every structure element identifier of the run. */
  readonly idPrefix: string;
  /** Language of the book (BCP 47); a run in another one keeps its own. */
  readonly language: string;
}

const STRUCT_PARENT = PDFName.of("StructParent");
const STRUCT_PARENTS = PDFName.of("StructParents");
const ANNOTS = PDFName.of("Annots");
const ID = PDFName.of("ID");
const STRUCTURE_TYPE = PDFName.of("S");
const ATTRIBUTES = PDFName.of("A");
const HEADERS = PDFName.of("Headers");

/**
 * Changes the parsed run in place.
 *
 * @returns The identified structure elements with their new identifiers.
 */
export function isolateRun(source: PDFContext, identity: RunIdentity): [string, PDFRef][] {
  const identified: [string, PDFRef][] = [];
  const rename = renamer(identity.idPrefix);
  for (const [ref, object] of source.enumerateIndirectObjects()) {
    for (const dict of ownDicts(object)) {
      shiftParentKeys(dict, identity.firstParentKey);
      renameHeaders(dict, rename);
    }
    const id = object instanceof PDFDict && object.has(STRUCTURE_TYPE) ? object.get(ID) : undefined;
    if (object instanceof PDFDict && isString(id)) {
      const name = rename(id.decodeText());
      identified.push([name, ref]);
      object.set(ID, textString(name));
    }
  }
  return identified;
}

/** The dictionaries of an indirect object in which the keys may stand; indirect ones come by on their own. */
function ownDicts(object: PDFObject): PDFDict[] {
  if (object instanceof PDFArray) return directDicts(object);
  const dict = object instanceof PDFStream ? object.dict : object;
  if (!(dict instanceof PDFDict)) return [];
  return [dict, ...directDicts(dict.get(ANNOTS)), ...directDicts(dict.get(ATTRIBUTES))];
}

function shiftParentKeys(dict: PDFDict, by: number): void {
  for (const key of [STRUCT_PARENT, STRUCT_PARENTS]) {
    const value = dict.get(key);
    if (value instanceof PDFNumber) dict.set(key, PDFNumber.of(value.asNumber() + by));
  }
}

/**
 * New identifiers, counted in the order in which the old ones come up. The browser counts on
 * from one run to the next, so its own depend on what else it has printed.
 */
function renamer(prefix: string): (old: string) => string {
  const names = new Map<string, string>();
  return (old) => {
    const name = names.get(old) ?? `${prefix}${names.size + 1}`;
    names.set(old, name);
    return name;
  };
}

/** Table cells name their heads by identifier: ISO 32000-1, table 349. */
function renameHeaders(attributes: PDFDict, rename: (old: string) => string): void {
  const headers = attributes.get(HEADERS);
  if (!(headers instanceof PDFArray)) return;
  headers.asArray().forEach((header, index) => {
    if (isString(header)) headers.set(index, textString(rename(header.decodeText())));
  });
}

function directDicts(value: PDFObject | undefined): PDFDict[] {
  const items = value instanceof PDFArray ? value.asArray() : [value];
  return items.filter((item) => item instanceof PDFDict);
}

function isString(object: PDFObject | undefined): object is PDFString | PDFHexString {
  return object instanceof PDFString || object instanceof PDFHexString;
}
