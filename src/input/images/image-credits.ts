/**
 * What a picture says of itself in its XMP (ISO 16684-1): who made it, what it shows, what may be done with it, in
 * the properties that the IPTC Photo Metadata Standard names. The packet is found, nothing else is decoded.
 */

export interface ImageCredits {
  readonly creator?: string;
  readonly description?: string;
  /** A line of rights, terms of use, or the address of a licence. */
  readonly rights?: string;
  readonly source?: string;
}

const START = "<x:xmpmeta";
const END = "</x:xmpmeta>";
/** No packet of words is longer. */
const LONGEST = 1024 * 1024;

export function imageCredits(content: Uint8Array): ImageCredits {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  const start = bytes.indexOf(START);
  const end = start < 0 ? -1 : bytes.indexOf(END, start);
  if (end < 0 || end - start > LONGEST) return {};
  const xmp = bytes.toString("utf8", start, end);
  const first = (...names: readonly string[]) =>
    names.map((name) => propertyIn(xmp, name)).find((value) => value !== undefined);
  const entries = Object.entries({
    creator: first("dc:creator", "photoshop:Credit", "tiff:Artist"),
    description: first("Iptc4xmpCore:AltTextAccessibility", "dc:description"),
    rights: first("xmpRights:UsageTerms", "dc:rights", "cc:license", "xmpRights:WebStatement"),
    source: first("photoshop:Source", "dc:source"),
  });
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

/** Of a property that is an attribute, an element, or an element with a list, of which the first entry counts. */
function propertyIn(xmp: string, name: string): string | undefined {
  const attribute = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(xmp);
  const inner = new RegExp(`<${name}(?:\\s[^>]*)?>([\\s\\S]*?)</${name}>`).exec(xmp)?.[1];
  const resource = new RegExp(`<${name}\\s[^>]*rdf:resource="([^"]*)"`).exec(xmp)?.[1];
  const entry = inner && (/<rdf:li[^>]*>([\s\S]*?)<\/rdf:li>/.exec(inner)?.[1] ?? inner);
  const value = attribute?.[1] ?? attribute?.[2] ?? entry ?? resource;
  const text = value && unescaped(value.replace(/<[^>]*>/g, "")).trim();
  return text === "" ? undefined : text;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function unescaped(text: string): string {
  return text.replace(/&(#x?[\da-f]+|\w+);/gi, (whole: string, name: string) => {
    if (!name.startsWith("#")) return ENTITIES[name] ?? whole;
    const code = Number.parseInt(name.slice(name[1] === "x" ? 2 : 1), name[1] === "x" ? 16 : 10);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
