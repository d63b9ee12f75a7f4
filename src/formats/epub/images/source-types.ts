/** Writes into the pictures of an ebook how they were made, where that is declared and they do not say it themselves. */
import type { Book, Resource } from "../../../model/book.js";
import { type Making, SOURCE_TYPE_OF } from "../../../model/provenance.js";
import { withXmp, xmpIn } from "./metadata-blocks.js";

/** What is said of a picture alone, or of all pictures; of what people made nobody knows whether it is a photograph. */
export function declaredMakings({ made, edition }: Book): (path: string) => Making | undefined {
  const own = new Map(
    made.flatMap(({ kind, name, statement }) => (kind === "image" ? [[name, statement.made]] : [])),
  );
  const all = edition.provenance?.parts.images;
  const isOfAll = all !== undefined && (all.extent === undefined || all.extent === "entire");
  return (path) => {
    const making = own.get(path) ?? (isOfAll ? all.made : undefined);
    return making === "human" ? undefined : making;
  };
}

/** The same picture when it says it itself, or is signed as it is. */
export function withDeclaredMaking(resource: Resource, making: Making | undefined): Resource {
  const { bytes, mediaType, origin } = resource;
  if (making === undefined || origin !== undefined) return resource;
  const packet = withProperty(xmpIn(bytes, mediaType), SOURCE_TYPE_OF[making]);
  return { ...resource, bytes: withXmp(bytes, mediaType, packet) };
}

/** A packet of XMP (ISO 16684-1) with the property alone, or one that was there with the property added. */
function withProperty(given: string | undefined, sourceType: string): string {
  const description =
    '<rdf:Description rdf:about="" xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/">' +
    `<Iptc4xmpExt:DigitalSourceType>${sourceType}</Iptc4xmpExt:DigitalSourceType></rdf:Description>`;
  const end = given?.lastIndexOf("</rdf:RDF>") ?? -1;
  if (given !== undefined && end >= 0) return given.slice(0, end) + description + given.slice(end);
  return (
    '<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">' +
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">' +
    `${description}</rdf:RDF></x:xmpmeta><?xpacket end="r"?>`
  );
}
