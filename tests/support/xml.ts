/** XPath over published XML, with the namespaces of an EPUB. Parsing fails when a file is not well-formed. */
import { XmlAttribute, XmlDocument, XmlElement } from "libxml2-wasm";

const NAMESPACES = {
  h: "http://www.w3.org/1999/xhtml",
  epub: "http://www.idpf.org/2007/ops",
  opf: "http://www.idpf.org/2007/opf",
  ocf: "urn:oasis:names:tc:opendocument:xmlns:container",
  dc: "http://purl.org/dc/elements/1.1/",
  ncx: "http://www.daisy.org/z3986/2005/ncx/",
  svg: "http://www.w3.org/2000/svg",
  m: "http://www.w3.org/1998/Math/MathML",
};

/** The text of every node that the path finds, in document order. */
export function texts(xml: string, path: string): string[] {
  const document = XmlDocument.fromString(xml);
  const found = document.find(path, NAMESPACES).map((node) => {
    if (node instanceof XmlAttribute) return node.value;
    return node instanceof XmlElement ? node.content.replace(/\s+/g, " ").trim() : "";
  });
  document.dispose();
  return found;
}
