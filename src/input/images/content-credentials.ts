/**
 * What the content credentials of a picture say of its making (C2PA 2.1; JUMBF, ISO/IEC 19566-5). A store holds a manifest
 * for each state of the picture, the present one last. Nothing is verified: who signed them is for others to ask.
 */
import { makingOf } from "../../model/provenance.js";
import { conceptAt, VOCABULARY } from "./source-type-words.js";

export interface Credentials {
  /** A concept of IPTC's vocabulary; missing when they do not say it. */
  readonly sourceType?: string;
}

/** The description of a superbox of the type `c2pa`; what is before it are its header and the header of the superbox. */
const STORE = Buffer.from("jumdc2pa");
const HEADERS = 12;

/** Undefined for a picture without them. */
export function credentialsIn(bytes: Buffer): Credentials | undefined {
  const file = bytes.includes("<c2pa:manifest", 0, "latin1") ? ofDrawing(bytes) : bytes;
  const at = file.indexOf(STORE);
  if (at < HEADERS) return undefined;
  const whole = file.readUInt16BE(0) === 0xffd8 ? ofJpeg(file, at) : file.subarray(at - HEADERS);
  const [store] = boxesIn(whole);
  const manifests = (store?.content ?? []).filter(({ type }) => type === "jumb");
  const present = manifests.at(-1);
  const sourceType = present && oneOf(typesOf(present, manifests, new Set()));
  return sourceType === undefined ? {} : { sourceType };
}

/** A drawing has them as text (C2PA 2.1, A.3.7). */
function ofDrawing(bytes: Buffer): Buffer {
  const [, text = ""] = /<c2pa:manifest[^>]*>([^<]*)</.exec(bytes.toString("latin1")) ?? [];
  return Buffer.from(text, "base64");
}

const APP11 = 0xeb;

/** In JPEG they are cut into segments, each with a header of its own, and that of the box again (ISO/IEC 19566-5, annex D). */
function ofJpeg(bytes: Buffer, store: number): Buffer {
  const parts: Buffer[] = [];
  let instance: number | undefined;
  for (let at = 2; at + 20 <= bytes.length && bytes[at] === 0xff && bytes[at + 1] !== 0xda; ) {
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    if (bytes[at + 1] === APP11 && bytes.toString("latin1", at + 4, at + 6) === "JP") {
      const number = bytes.readUInt16BE(at + 6);
      if (at <= store && store < end) instance = number;
      if (number === instance) parts.push(bytes.subarray(parts.length === 0 ? at + 12 : at + 20, end));
    }
    at = end;
  }
  return Buffer.concat(parts);
}

interface Box {
  readonly type: string;
  /** Of a superbox. */
  readonly label: string;
  /** Boxes in a superbox. */
  readonly content: readonly Box[];
  readonly bytes: Buffer;
}

/** Deeper than any store is nested. */
const DEEPEST = 8;

function boxesIn(bytes: Buffer, depth = 0): readonly Box[] {
  const found: Box[] = [];
  for (let at = 0; at + 8 <= bytes.length && depth < DEEPEST; ) {
    const length = bytes.readUInt32BE(at);
    const type = bytes.toString("latin1", at + 4, at + 8);
    const end = length === 0 ? bytes.length : at + length;
    if (length === 1 || end < at + 8) break;
    const inner = bytes.subarray(at + 8, end);
    const content = type === "jumb" ? boxesIn(inner, depth + 1) : [];
    found.push({ type, label: labelOf(content[0]), content, bytes: inner });
    at = end;
  }
  return found;
}

/** Behind a UUID and a byte of flags, ended by a zero. */
function labelOf(description: Box | undefined): string {
  if (description?.type !== "jumd") return "";
  const [label = ""] = description.bytes.toString("utf8", 17).split("\0");
  return label;
}

interface Types {
  /** Of the picture itself, in the order in which things were done to it. */
  readonly own: readonly string[];
  /** Of pictures that were put into it. */
  readonly parts: readonly string[];
}

/** @param seen manifests that have been asked: a store may be made to lead in a circle. */
function typesOf(manifest: Box, all: readonly Box[], seen: Set<Box>): Types {
  if (seen.has(manifest)) return { own: [], parts: [] };
  seen.add(manifest);
  const assertions = manifest.content.find(({ label }) => label === "c2pa.assertions")?.content ?? [];
  const actions = assertions.filter(({ label }) => label.startsWith("c2pa.actions"));
  const before: string[] = [];
  const parts: string[] = [];
  for (const { label, bytes } of assertions) {
    if (!label.startsWith("c2pa.ingredient")) continue;
    const source = all.find((each) => each !== manifest && each.label !== "" && bytes.includes(each.label));
    const types = source && typesOf(source, all, seen);
    if (types === undefined) continue;
    if (bytes.includes("parentOf")) before.push(...types.own);
    else parts.push(...types.own);
    parts.push(...types.parts);
  }
  return { own: [...before, ...actions.flatMap(({ bytes }) => conceptsIn(bytes))], parts };
}

/** Values of `digitalSourceType` in the CBOR of an assertion. */
function conceptsIn(bytes: Buffer): string[] {
  const found: string[] = [];
  for (let at = bytes.indexOf(VOCABULARY); at >= 0; at = bytes.indexOf(VOCABULARY, at + 1)) {
    const concept = conceptAt(bytes, at + VOCABULARY.length);
    if (concept !== undefined) found.push(concept);
  }
  return found;
}

/** The first is how it began; what a machine did later, or put into it, makes it a composite. */
function oneOf({ own, parts }: Types): string | undefined {
  const [first] = own;
  if (first !== undefined && makingOf(first) === "generated") return first;
  const isOfMachine = [...own, ...parts].some((each) =>
    ["generated", "assisted"].includes(makingOf(each) ?? ""),
  );
  return isOfMachine ? "compositeWithTrainedAlgorithmicMedia" : first;
}
