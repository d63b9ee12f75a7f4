/** The XMP packet of a document: ISO 16684-1, with the Dublin Core, XMP, PDF and PDF/UA schemas. */
import { escapedText } from "../../../hast/escape.js";
import type { DocumentInformation } from "./assembly.js";
import { declaredXmp } from "./xmp-declared.js";
import { packet } from "./xmp-envelope.js";

const NAMESPACES = {
  dc: "http://purl.org/dc/elements/1.1/",
  xmp: "http://ns.adobe.com/xap/1.0/",
  pdf: "http://ns.adobe.com/pdf/1.3/",
  pdfuaid: "http://www.aiim.org/pdfua/ns/id/",
} as const;

/**
 * Builds the packet. What the Info dictionary has too is the same text in both.
 *
 * @param timestamp ISO 8601 with a time zone; without one the packet has no dates.
 */
export function xmpPacket(
  information: DocumentInformation,
  producer: string,
  timestamp: string | undefined,
): string {
  const { title, authors, subject, keywords, language, creator, identifier, publisher, rights } = information;
  const properties = [
    simple("dc:format", "application/pdf"),
    alternatives("dc:title", title),
    list("dc:creator", "Seq", authors),
    alternatives("dc:description", subject),
    list("dc:subject", "Bag", keywords),
    list("dc:language", "Bag", [language]),
    simple("dc:identifier", identifier),
    list("dc:publisher", "Bag", publisher === undefined ? [] : [publisher]),
    alternatives("dc:rights", rights),
    simple("xmp:CreatorTool", creator),
    simple("xmp:CreateDate", timestamp),
    simple("xmp:ModifyDate", timestamp),
    simple("xmp:MetadataDate", timestamp),
    simple("pdf:Producer", producer),
    simple("pdf:Keywords", keywords.length === 0 ? undefined : keywords.join(", ")),
  ];
  const declared = declaredXmp(information.declared ?? {});
  return packet(`<rdf:Description rdf:about=""${Object.entries(NAMESPACES)
    .map(([prefix, uri]) => `\n  xmlns:${prefix}="${uri}"`)
    .join("")}>
${properties.filter((property) => property !== "").join("\n")}
</rdf:Description>${declared === "" ? "" : `\n${declared}`}`);
}

function simple(name: string, value: string | undefined): string {
  return value === undefined ? "" : `<${name}>${escapedText(value)}</${name}>`;
}

function list(name: string, kind: "Seq" | "Bag", values: readonly string[]): string {
  if (values.length === 0) return "";
  const items = values.map((value) => `<rdf:li>${escapedText(value)}</rdf:li>`).join("");
  return `<${name}><rdf:${kind}>${items}</rdf:${kind}></${name}>`;
}

/** A language alternative; readers without a preference take `x-default`. */
function alternatives(name: string, value: string | undefined): string {
  if (value === undefined) return "";
  return `<${name}><rdf:Alt><rdf:li xml:lang="x-default">${escapedText(value)}</rdf:li></rdf:Alt></${name}>`;
}
