/**
 * What a picture says of its own making: its content credentials (C2PA), else the digital source type of IPTC in its XMP. Nothing is
 * decoded.
 */
import type { ImageOrigin } from "../../model/book.js";
import { credentialsIn } from "./content-credentials.js";
import { conceptAt, VOCABULARY } from "./source-type-words.js";

/** Undefined when the picture says nothing. */
export function imageOrigin(content: Uint8Array): ImageOrigin | undefined {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  if (bytes.length < 2) return undefined;
  const inside = credentialsIn(bytes);
  const sourceType = inside?.sourceType ?? sourceTypeInXmp(bytes);
  const credentials = inside !== undefined || hasCredentialsElsewhere(bytes);
  if (sourceType === undefined && !credentials) return undefined;
  return {
    ...(sourceType === undefined ? {} : { sourceType }),
    ...(credentials ? { credentials } : {}),
  };
}

/** Begins with a capital in XMP, and with a small letter in content credentials. */
const PROPERTY = "DigitalSourceType";
/** How far from its name the value of a property may begin. */
const NEAR = 120;

function sourceTypeInXmp(bytes: Buffer): string | undefined {
  const name = bytes.indexOf(PROPERTY, 0, "latin1");
  if (name < 0) return undefined;
  const at = bytes.subarray(name, name + NEAR).indexOf(VOCABULARY, 0, "latin1");
  return at < 0 ? undefined : conceptAt(bytes, name + at + VOCABULARY.length);
}

/** XMP may say where they are kept instead (C2PA 2.1, 11.5). */
function hasCredentialsElsewhere(bytes: Buffer): boolean {
  const at = bytes.indexOf("dcterms:provenance", 0, "latin1");
  return at >= 0 && /^dcterms:provenance(?:="|='|>)\s*https?:/.test(bytes.toString("latin1", at, at + 40));
}
