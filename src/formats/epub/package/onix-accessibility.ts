/**
 * The accessibility of an ebook in the codes of ONIX (list 196, E-publication accessibility
 * details, issue 64 and on), for the metadata that shops read beside the file.
 */
import type { AccessibilityClaims, EaaExemption } from "../../../model/publication.js";
import type { AccessibilityMetadata } from "./accessibility.js";

export interface OnixAccessibility {
  /** Value of list 196. */
  readonly code: string;
  /** What goes with it as `ProductFormFeatureDescription`. */
  readonly description?: string;
}

const FEATURES: Readonly<Record<string, string>> = {
  tableOfContents: "11",
  index: "12",
  readingOrder: "13",
  alternativeText: "14",
  MathML: "17",
  pageNavigation: "19",
  structuralNavigation: "29",
  displayTransformability: "36",
};

/** Every ebook of ours has them: languages are tagged, roles are given, landmarks are there. */
const ALWAYS = ["22", "30", "32"];

/** All that matters can be read as text. */
const WITHOUT_SIGHT = "52";

const EXEMPTIONS: Readonly<Record<EaaExemption, string>> = {
  "eaa-microenterprise": "75",
  "eaa-disproportionate-burden": "76",
  "eaa-fundamental-alteration": "77",
};

const WCAG_VERSIONS: Readonly<Record<string, string>> = { "2.0": "80", "2.1": "81", "2.2": "82" };
const WCAG_LEVELS: Readonly<Record<string, string>> = { A: "84", AA: "85", AAA: "86" };

/** The values in the order of their codes; conformance and certification only as they are claimed. */
export function onixAccessibility(
  metadata: AccessibilityMetadata,
  claims: AccessibilityClaims = {},
): OnixAccessibility[] {
  const features = metadata.features.flatMap((feature) => FEATURES[feature] ?? []);
  const readable = metadata.sufficient.includes("textual") ? [WITHOUT_SIGHT] : [];
  const exemption = claims.exemption === undefined ? [] : [EXEMPTIONS[claims.exemption]];
  const plain = [...features, ...ALWAYS, ...readable, ...exemption].map((code) => ({ code }));
  const all = [
    { code: "00", description: metadata.summary },
    ...plain,
    ...conformance(claims),
    ...certification(claims),
  ];
  return all.sort((one, other) => (one.code < other.code ? -1 : 1));
}

function conformance({ conformsTo }: AccessibilityClaims): OnixAccessibility[] {
  const [, version = "", level = ""] = /WCAG (2\.\d) Level (A+)$/.exec(conformsTo ?? "") ?? [];
  const codes = conformsTo === undefined ? [] : ["04", WCAG_VERSIONS[version], WCAG_LEVELS[level]];
  return codes.flatMap((code) => (code === undefined ? [] : [{ code }]));
}

function certification({ certifier, report }: AccessibilityClaims): OnixAccessibility[] {
  return [
    ...(certifier === undefined ? [] : [{ code: "90", description: certifier }]),
    ...(report === undefined ? [] : [{ code: "94", description: report }]),
  ];
}
