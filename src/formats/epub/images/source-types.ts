/** Writes into the pictures of an ebook how they were made, where they do not say it themselves. */
import type { Resource } from "../../../model/book.js";
import { withXmp, xmpIn } from "./metadata-blocks.js";

/**
 * The picture with what is said of it: what it said of itself, and lost when it was made smaller or converted, else what is declared.
 * It stays as it is when it says it, or is signed as it is.
 *
 * @param given as the publication has it.
 */
export function withSourceType(shown: Resource, given: Resource, sourceType: string | undefined): Resource {
  const { bytes, mediaType, origin } = shown;
  const isSigned = origin?.credentials === true && bytes === given.bytes;
  const packet = xmpIn(bytes, mediaType);
  if (sourceType === undefined || isSigned || packet?.includes("DigitalSourceType")) return shown;
  return { ...shown, bytes: withXmp(bytes, mediaType, withProperty(packet, sourceType)) };
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
