/** IPTC's vocabulary of digital source types, as it stands in files: https://cv.iptc.org/newscodes/digitalsourcetype */

/** ASCII: XMP stands in JPEG, PNG, WebP, AVIF and SVG as it is written, and so do texts in CBOR. */
export const VOCABULARY = "cv.iptc.org/newscodes/digitalsourcetype/";

/** Longer ones first: in CBOR the next key follows a name without a break. */
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

/** @param at where a name begins. */
export function conceptAt(bytes: Buffer, at: number): string | undefined {
  const rest = bytes.toString("latin1", at, at + 48);
  return CONCEPTS.find((concept) => rest.startsWith(concept));
}
