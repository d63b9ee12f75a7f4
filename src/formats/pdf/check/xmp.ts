/** Reads what an XMP packet says (ISO 16684-1), in any of the forms in which RDF may say it. */
import { SaxesParser } from "saxes";

const DC = "http://purl.org/dc/elements/1.1/";
const XMP = "http://ns.adobe.com/xap/1.0/";
const PDF = "http://ns.adobe.com/pdf/1.3/";
const RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

/** The properties that the Info dictionary has too, by its key: 14.3.3 and 14.3.2. */
export const PROPERTIES = {
  Title: `${DC}title`,
  Author: `${DC}creator`,
  Subject: `${DC}description`,
  Keywords: `${PDF}Keywords`,
  Creator: `${XMP}CreatorTool`,
  Producer: `${PDF}Producer`,
  CreationDate: `${XMP}CreateDate`,
  ModDate: `${XMP}ModifyDate`,
} as const;

/** Values by the name of the property with its namespace; undefined when the packet is not well-formed. */
export function readXmp(text: string): ReadonlyMap<string, readonly string[]> | undefined {
  const values = new Map<string, string[]>();
  let isWellFormed = true;
  const parser = new SaxesParser({ xmlns: true as const });
  const path: string[] = [];
  let content = "";
  const add = (name: string, value: string) => {
    if (!values.has(name)) values.set(name, []);
    values.get(name)!.push(value);
  };
  parser.on("error", () => {
    isWellFormed = false;
  });
  parser.on("opentag", ({ uri, local, attributes }) => {
    path.push(uri + local);
    content = "";
    if (uri + local !== `${RDF}Description`) return;
    for (const each of Object.values(attributes)) {
      if (each.uri !== RDF && each.prefix !== "xmlns" && each.uri !== "")
        add(each.uri + each.local, each.value);
    }
  });
  parser.on("text", (each) => {
    content += each;
  });
  parser.on("closetag", ({ uri, local }) => {
    path.pop();
    const isItem = uri + local === `${RDF}li`;
    // An item belongs to the property around its list; a simple value to its own element.
    const owner = isItem ? path.at(-2) : uri + local;
    if (owner !== undefined && (isItem || path.at(-1) === `${RDF}Description`) && content.trim() !== "")
      add(owner, content.trim());
    content = "";
  });
  parser.write(text.replace(/^\uFEFF/, "")).close();
  return isWellFormed ? values : undefined;
}
