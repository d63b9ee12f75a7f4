/**
 * Obfuscated fonts (EPUB 3.3, 4.2.6.3.2), which some licences ask for: no secret, but no font either that somebody
 * takes out of the archive by the way.
 */
import { createHash } from "node:crypto";
import { escapedAttribute } from "../../../hast/escape.js";
import type { Book } from "../../../model/book.js";
import type { EbookFiles } from "../../../model/ebook.js";

const ALGORITHM = "http://www.idpf.org/2008/embedding";
/** Bytes at the start of a font that are changed. */
const CHANGED = 1040;

const CONTAINER = "META-INF/container.xml";
const ENCRYPTION = "META-INF/encryption.xml";
const FONT = /\.(?:ttf|otf|woff2?)$/;

/** The files as they are packed: with fonts obfuscated, where the edition asks for that, and the list of those. */
export function obfuscated(files: EbookFiles, { edition, metadata }: Book): EbookFiles {
  if (edition.format !== "epub" || edition.obfuscate !== true) return files;
  const fonts = [...files.keys()].filter((path) => FONT.test(path));
  if (fonts.length === 0) return files;
  const packed = [...files].flatMap(([path, content]): [string, Uint8Array][] => {
    if (path === CONTAINER)
      return [
        [path, content],
        [ENCRYPTION, Buffer.from(encryptionOf(fonts))],
      ];
    return [[path, FONT.test(path) ? obfuscatedFont(content, metadata.identifier) : content]];
  });
  return new Map(packed);
}

/** @param identifier the unique one of the package document: who makes one of it gets the font back. */
export function obfuscatedFont(font: Uint8Array, identifier: string): Uint8Array {
  const key = createHash("sha1")
    .update(identifier.replace(/[ \t\r\n]/g, ""))
    .digest();
  return font.map((byte, at) => (at < CHANGED ? byte ^ key[at % key.length]! : byte));
}

function encryptionOf(fonts: readonly string[]): string {
  const each = fonts.map(
    (path) => `<enc:EncryptedData>
<enc:EncryptionMethod Algorithm="${ALGORITHM}"/>
<enc:CipherData>
<enc:CipherReference URI="${escapedAttribute(path)}"/>
</enc:CipherData>
</enc:EncryptedData>
`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container" xmlns:enc="http://www.w3.org/2001/04/xmlenc#">
${each.join("")}</encryption>
`;
}
