/**
 * What a picture says of its own making: the digital source type of IPTC, in its XMP or in its content
 * credentials (C2PA). Nothing is decoded, and nothing is verified: who signed them is for others to ask.
 */
import type { ImageOrigin } from "../../model/book.js";

/** ASCII: XMP stands in the file as it is written, in JPEG, PNG, WebP, AVIF and SVG alike. */
const VOCABULARY = "cv.iptc.org/newscodes/digitalsourcetype/";

/** The superbox of a store of manifests (C2PA 2.1, section 11; ISO/IEC 19566-5): a description box with the type `c2pa`. */
const CREDENTIALS = Buffer.from("jumdc2pa");

/** Concepts of the vocabulary, longer ones first: in CBOR the next key follows a name without a break. */
const CONCEPTS = [
  "compositeWithTrainedAlgorithmicMedia",
  "trainedAlgorithmicMedia",
  "algorithmicallyEnhanced",
  "algorithmicMedia",
  "compositeSynthetic",
  "compositeCapture",
  "composite",
  "computationalCapture",
  "digitalCapture",
  "digitalCreation",
  "digitalArt",
  "dataDrivenMedia",
  "minorHumanEdits",
  "humanEdits",
  "negativeFilm",
  "positiveFilm",
  "print",
  "screenCapture",
  "softwareImage",
  "virtualRecording",
];

/** Undefined when the picture says nothing. */
export function imageOrigin(content: Uint8Array): ImageOrigin | undefined {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  const credentials = bytes.includes(CREDENTIALS);
  const sourceType = sourceTypeIn(bytes);
  if (sourceType === undefined && !credentials) return undefined;
  return {
    ...(sourceType === undefined ? {} : { sourceType }),
    ...(credentials ? { credentials } : {}),
  };
}

function sourceTypeIn(bytes: Buffer): string | undefined {
  const at = bytes.indexOf(VOCABULARY, 0, "latin1");
  if (at < 0) return undefined;
  const rest = bytes.toString("latin1", at + VOCABULARY.length, at + VOCABULARY.length + 48);
  return CONCEPTS.find((concept) => rest.startsWith(concept));
}
