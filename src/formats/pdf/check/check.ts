/** Checks a PDF of any origin: an ordered list of rules over the opened file. */
import type { Finding } from "../../../diagnostics/finding.js";
import { pageBoxes } from "./boxes.js";
import { internalLinks, outline, webAddresses } from "./destinations.js";
import { fontsEmbedded } from "./fonts.js";
import { imageResolution } from "./images.js";
import { metadata } from "./metadata.js";
import { type OpenPdf, openForeignPdf, tooComplex } from "./open.js";
import { tags } from "./tags.js";
import { TooMuchWork } from "./work-limit.js";

type Rule = (pdf: OpenPdf) => Finding[];

const RULES: readonly Rule[] = [
  metadata,
  pageBoxes,
  fontsEmbedded,
  imageResolution,
  tags,
  outline,
  internalLinks,
];

export interface CheckedPdf {
  readonly findings: readonly Finding[];
  /** Addresses on the web, each with the first page that links to it. */
  readonly addresses: ReadonlyMap<string, number>;
}

/** A file that cannot be opened has one finding: why. */
export async function checkPdf(bytes: Uint8Array): Promise<CheckedPdf> {
  const { pdf, fault } = await openForeignPdf(bytes);
  if (fault !== undefined) return { findings: [fault], addresses: new Map() };
  const findings: Finding[] = [];
  try {
    for (const rule of RULES) findings.push(...rule(pdf));
    return { findings, addresses: webAddresses(pdf) };
  } catch (error) {
    if (!(error instanceof TooMuchWork)) throw error;
    return { findings: [...findings, tooComplex(error)], addresses: new Map() };
  }
}
