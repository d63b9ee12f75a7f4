/**
 * Accessibility in the codes of ONIX (list 196, issue 64 and on), from what a file claims itself: nothing is counted
 * or claimed a second time for shops.
 */
import type { AccessibilityFacts } from "../../model/facts.js";
import type { FORMATS } from "../../model/format.js";

export interface OnixAccessibility {
  /** Value of list 196. */
  readonly code: string;
  /** What goes with it as `ProductFormFeatureDescription`. */
  readonly description?: string;
}

/** Names of Schema.org. */
const FEATURES: Readonly<Record<string, string>> = {
  tableOfContents: "11",
  index: "12",
  readingOrder: "13",
  alternativeText: "14",
  longDescription: "15",
  MathML: "17",
  pageBreakMarkers: "19",
  synchronizedAudioText: "20",
  structuralNavigation: "29",
  displayTransformability: "36",
  pageNavigation: "41",
};

/** Every ebook of ours has them: languages are tagged, roles are given, landmarks are there. */
const OF_EBOOKS = ["22", "30", "32"];

/** All that matters can be read as text. */
const WITHOUT_SIGHT = "52";

/** The reasons of the European Accessibility Act. */
const EXEMPTIONS: Readonly<Record<string, string>> = {
  "eaa-microenterprise": "75",
  "eaa-disproportionate-burden": "76",
  "eaa-fundamental-alteration": "77",
};

const WCAG_VERSIONS: Readonly<Record<string, string>> = { "2.0": "80", "2.1": "81", "2.2": "82" };
const WCAG_LEVELS: Readonly<Record<string, string>> = { A: "84", AA: "85", AAA: "86" };

/** Nobody has looked. */
const UNKNOWN: OnixAccessibility = { code: "08" };

/**
 * The values in the order of their codes.
 *
 * @param facts of the file; missing where a format has no place for claims: then nothing is known.
 * @param contact whom to ask.
 */
export function onixAccessibility(
  format: keyof typeof FORMATS,
  facts: AccessibilityFacts | undefined,
  contact?: string,
): OnixAccessibility[] {
  const asked = contact === undefined ? [] : [{ code: "99", description: contact }];
  if (facts === undefined) return [UNKNOWN, ...asked];
  const features = facts.features.flatMap((feature) => FEATURES[feature] ?? []);
  const tagged = format === "epub" ? OF_EBOOKS : [];
  const readable = facts.sufficient.includes("textual") ? [WITHOUT_SIGHT] : [];
  const exemption = EXEMPTIONS[facts.exemption ?? ""];
  const codes = new Set([
    ...features,
    ...tagged,
    ...readable,
    ...(exemption === undefined ? [] : [exemption]),
  ]);
  const summary = facts.summary === undefined ? [] : [{ code: "00", description: facts.summary }];
  const all = [
    ...summary,
    ...[...codes].map((code) => ({ code })),
    ...conformance(facts),
    ...certification(facts),
    ...asked,
  ];
  return all.sort((one, other) => (one.code < other.code ? -1 : 1));
}

function conformance({ conformsTo = "" }: AccessibilityFacts): OnixAccessibility[] {
  const [, version = "", level = ""] = /WCAG (2\.\d) Level (A+)$/.exec(conformsTo) ?? [];
  const standard = /^EPUB Accessibility 1\.1/.test(conformsTo) ? "04" : PDF_STANDARDS[conformsTo];
  const codes = [standard, WCAG_VERSIONS[version], WCAG_LEVELS[level]];
  return codes.flatMap((code) => (code === undefined ? [] : [{ code }]));
}

const PDF_STANDARDS: Readonly<Record<string, string>> = { "PDF/UA-1": "05", "PDF/UA-2": "06" };

function certification({ certifier, credential, report }: AccessibilityFacts): OnixAccessibility[] {
  const credentialCode = /^https?:/.test(credential ?? "") ? "89" : "88";
  return [
    ...(credential === undefined ? [] : [{ code: credentialCode, description: credential }]),
    ...(certifier === undefined ? [] : [{ code: "90", description: certifier }]),
    ...(report === undefined ? [] : [{ code: "94", description: report }]),
  ];
}
