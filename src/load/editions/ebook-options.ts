/** What only ebooks have: page numbers of a print edition, fonts, image sizes, claims of accessibility. */
import { diagnostic, type Report } from "../../diagnostics/diagnostic.js";
import { nearest } from "../../diagnostics/nearest.js";
import type { Edition, EpubEdition } from "../../model/publication.js";
import type { Overridable } from "../schema/schema.js";
import { parseTrim } from "../schema/trim.js";
import type { Merged } from "./merged.js";

type EbookOptions = Pick<
  EpubEdition,
  "imageWidth" | "embedFonts" | "kepub" | "obfuscate" | "writingMode" | "fixedLayout" | "accessibility"
>;

export function describedEbook(value: Overridable): EbookOptions {
  const { accessibility, kepub, obfuscate, "image-width": imageWidth, "embed-fonts": embedFonts } = value;
  const { "writing-mode": writingMode } = value;
  const fixedLayout = parseTrim(value["fixed-layout"] ?? "");
  return {
    ...(imageWidth === undefined ? {} : { imageWidth }),
    ...(embedFonts === undefined ? {} : { embedFonts }),
    ...(kepub === undefined ? {} : { kepub }),
    ...(obfuscate === undefined ? {} : { obfuscate }),
    ...(writingMode === undefined ? {} : { writingMode }),
    ...(fixedLayout === undefined ? {} : { fixedLayout }),
    ...(accessibility === undefined
      ? {}
      : { accessibility: { ...claims(accessibility), ...certification(accessibility) } }),
  };
}

type Accessibility = NonNullable<Overridable["accessibility"]>;

function claims({ "conforms-to": conformsTo, exemption, summary }: Accessibility) {
  return {
    ...(conformsTo === undefined ? {} : { conformsTo }),
    ...(exemption === undefined ? {} : { exemption }),
    ...(summary === undefined ? {} : { summary }),
  };
}

function certification(described: Accessibility) {
  const { certifier, "certifier-credential": credential, "certifier-report": report } = described;
  return {
    ...(certifier === undefined ? {} : { certifier }),
    ...(credential === undefined ? {} : { credential }),
    ...(report === undefined ? {} : { report }),
  };
}

/** Turns page numbers off. */
const NONE = "none";

/**
 * The edition with the id of the PDF edition whose page numbers it carries: the one that it names,
 * else the only one with the same files in the same language. `page-source: none` is for no page list.
 */
export function withPageSource(
  edition: Edition,
  editions: readonly Edition[],
  { value, places, pathOf }: Merged,
  report: Report,
): Edition {
  if (edition.format !== "epub") return edition;
  const printed = editions.filter(({ format }) => format === "pdf");
  const named = value["page-source"];
  if (named === NONE) return edition;
  if (named !== undefined) {
    if (printed.some(({ id }) => id === named)) return { ...edition, pageSource: named };
    const ids = printed.map(({ id }) => id);
    const similar = nearest(named, [...ids, NONE]);
    const hint = similar ? `Did you mean \`${similar}\`?` : `Use one of: ${[...ids, NONE].join(", ")}`;
    const message = `There is no PDF edition \`${named}\``;
    report(diagnostic("bad-page-source", message, places.value(pathOf("page-source")), hint));
    return edition;
  }
  const alike = printed.filter((each) => isSameText(each, edition));
  return alike.length === 1 ? { ...edition, pageSource: alike[0]!.id } : edition;
}

function isSameText(one: Edition, other: Edition): boolean {
  return one.metadata.language === other.metadata.language && filesOf(one) === filesOf(other);
}

function filesOf(edition: Edition): string {
  return JSON.stringify(edition.sections.flatMap(({ files }) => files));
}
