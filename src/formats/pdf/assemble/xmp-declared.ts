/**
 * What XMP says of rights and of how the book was made: XMP Rights Management, TDMRep (W3C Community Group report of
 * 10 May 2024, section 6.3), the digital source type of IPTC, and our own words for what they lack. Schemas that PDF/A does not know are described in the file
 * itself (ISO 19005-2, 6.6.2.3), so that archival files may have them.
 */
import { escapedText } from "../../../hast/escape.js";
import { MADE_NAMESPACE, MADE_PARTS, type Provenance, SOURCE_TYPE_OF } from "../../../model/provenance.js";
import { type Rights, TDM_RESERVATION } from "../../../model/rights.js";
import { packet } from "./xmp-envelope.js";

export interface Declared {
  readonly terms?: Rights;
  readonly provenance?: Provenance;
  /** Sentences of the copyright page that say how it was made. */
  readonly statements?: readonly string[];
}

interface Property {
  readonly name: string;
  readonly kind: "Text" | "URI" | "bag Text";
  readonly about: string;
  readonly values: readonly string[];
}

interface Schema {
  readonly prefix: string;
  readonly address: string;
  readonly about: string;
  readonly properties: readonly Property[];
}

/** Further `rdf:Description` elements; empty when nothing is declared. */
export function declaredXmp(declared: Declared): string {
  const schemas = [tdm(declared), iptc(declared), made(declared)].filter(
    ({ properties }) => properties.length > 0,
  );
  const parts = [rights(declared), ...schemas.map(written), extension(schemas)];
  return parts.filter((part) => part !== "").join("\n");
}

/** A schema that PDF/A has already (ISO 16684-1, 8.5). */
function rights({ terms }: Declared): string {
  if (terms === undefined || (terms.holders.length === 0 && terms.licence === undefined)) return "";
  const owners = terms.holders.map(({ name }) => `<rdf:li>${escapedText(name)}</rdf:li>`).join("");
  const lines = [
    "<xmpRights:Marked>True</xmpRights:Marked>",
    ...(owners === "" ? [] : [`<xmpRights:Owner><rdf:Bag>${owners}</rdf:Bag></xmpRights:Owner>`]),
    ...(terms.licence === undefined
      ? []
      : [
          `<xmpRights:WebStatement>${escapedText(terms.licence.url)}</xmpRights:WebStatement>`,
          `<xmpRights:UsageTerms><rdf:Alt><rdf:li xml:lang="x-default">${escapedText(terms.licence.name)}</rdf:li></rdf:Alt></xmpRights:UsageTerms>`,
        ]),
  ];
  return `<rdf:Description rdf:about=""\n  xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/">\n${lines.join("\n")}\n</rdf:Description>`;
}

function tdm({ terms }: Declared): Schema {
  const mining = terms?.mining;
  return {
    prefix: "tdm",
    address: "http://www.w3.org/ns/tdmrep/",
    about: "TDM Reservation Protocol",
    properties: [
      property("reservation", "Text", "1: text and data mining is reserved; 0: it is not", [
        mining && TDM_RESERVATION[mining.status],
      ]),
      property("policy", "URI", "Conditions of text and data mining", [mining?.policy]),
    ].filter(({ values }) => values.length > 0),
  };
}

function iptc({ provenance }: Declared): Schema {
  const text = provenance?.parts.text;
  return sourceTypeSchema("How the text was made, as a concept of IPTC", text && SOURCE_TYPE_OF[text.made]);
}

function sourceTypeSchema(about: string, sourceType: string | undefined): Schema {
  return {
    prefix: "Iptc4xmpExt",
    address: "http://iptc.org/std/Iptc4xmpExt/2008-02-29/",
    about: "IPTC Extension",
    properties: [property("DigitalSourceType", "Text", about, [sourceType])].filter(
      ({ values }) => values.length > 0,
    ),
  };
}

/** The packet of a picture that says how it was made. */
export function sourceTypePacket(sourceType: string): string {
  const schema = sourceTypeSchema("How the picture was made, as a concept of IPTC", sourceType);
  return packet([written(schema), extension([schema])].join("\n"));
}

function made({ provenance, statements = [] }: Declared): Schema {
  const parts = provenance?.parts ?? {};
  const all = MADE_PARTS.flatMap((part) => parts[part] ?? []);
  const unique = (names: readonly string[]) => [...new Set(names)];
  return {
    prefix: "made",
    address: MADE_NAMESPACE,
    about: "How a publication was made",
    properties: [
      ...MADE_PARTS.map((part) =>
        property(part, "Text", "human, assisted or generated", [parts[part]?.made]),
      ),
      property("tools", "bag Text", "Systems of generative AI", unique(all.flatMap(({ tools }) => tools))),
      property(
        "reviewers",
        "bag Text",
        "Who has looked through it",
        unique(all.flatMap(({ reviewers }) => reviewers)),
      ),
      property("responsible", "bag Text", "Who answers for it", provenance?.responsible ?? []),
      property("statements", "bag Text", "The same in sentences", statements),
    ].filter(({ values }) => values.length > 0),
  };
}

function property(
  name: string,
  kind: Property["kind"],
  about: string,
  values: readonly (string | undefined)[],
): Property {
  return { name, kind, about, values: values.filter((each) => each !== undefined) };
}

function written({ prefix, address, properties }: Schema): string {
  const lines = properties.map(({ name, kind, values }) => {
    const items = values.map(escapedText);
    const value =
      kind === "bag Text"
        ? `<rdf:Bag>${items.map((each) => `<rdf:li>${each}</rdf:li>`).join("")}</rdf:Bag>`
        : items.join("");
    return `<${prefix}:${name}>${value}</${prefix}:${name}>`;
  });
  return `<rdf:Description rdf:about=""\n  xmlns:${prefix}="${address}">\n${lines.join("\n")}\n</rdf:Description>`;
}

/** ISO 19005-2, tables 4 and 5. */
function extension(schemas: readonly Schema[]): string {
  if (schemas.length === 0) return "";
  const items = schemas.map(({ prefix, address, about, properties }) => {
    const described = properties.map(
      ({ name, kind, about: meaning }) => `<rdf:li rdf:parseType="Resource">
<pdfaProperty:name>${name}</pdfaProperty:name>
<pdfaProperty:valueType>${kind}</pdfaProperty:valueType>
<pdfaProperty:category>external</pdfaProperty:category>
<pdfaProperty:description>${escapedText(meaning)}</pdfaProperty:description>
</rdf:li>`,
    );
    return `<rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>${escapedText(about)}</pdfaSchema:schema>
<pdfaSchema:namespaceURI>${address}</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>${prefix}</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq>
${described.join("\n")}
</rdf:Seq></pdfaSchema:property>
</rdf:li>`;
  });
  return `<rdf:Description rdf:about=""
  xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
  xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
  xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag>
${items.join("\n")}
</rdf:Bag></pdfaExtension:schemas>
</rdf:Description>`;
}
