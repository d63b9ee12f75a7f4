/** What stands around the descriptions of an XMP packet (ISO 16684-1, 7.3). */

/** @param descriptions `rdf:Description` elements. */
export function packet(descriptions: string): string {
  return `<?xpacket begin="\u{feff}" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
${descriptions}
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`;
}
