/** Obfuscated fonts (EPUB 3.3, 4.2.6.3.2). */
import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { obfuscated } from "../../../../../src/formats/epub/package/obfuscation.js";
import { METADATA, makeBook } from "../book.js";

const font = Uint8Array.from({ length: 2000 }, (_, at) => at % 251);
const files = new Map([
  ["META-INF/container.xml", new Uint8Array()],
  ["EPUB/styles/book.css", font],
  ["EPUB/fonts/a&b.ttf", font],
]);
const packed = (obfuscate?: boolean) =>
  obfuscated(files, makeBook({ sections: [], options: obfuscate === undefined ? {} : { obfuscate } }));

it("have their first 1040 bytes changed by the digest of the identifier, and nothing else is", () => {
  const key = createHash("sha1").update(METADATA.identifier).digest();
  const changed = packed(true).get("EPUB/fonts/a&b.ttf")!;
  expect(changed.slice(0, 1040)).toEqual(font.slice(0, 1040).map((byte, at) => byte ^ key[at % 20]!));
  expect(changed.slice(1040)).toEqual(font.slice(1040));
  expect(packed(true).get("EPUB/styles/book.css")).toBe(font);
});

it("are listed, each once", () => {
  const list = Buffer.from(packed(true).get("META-INF/encryption.xml")!).toString();
  expect(list.match(/URI="[^"]*"/g)).toEqual(['URI="EPUB/fonts/a&amp;b.ttf"']);
  expect(list).toContain('Algorithm="http://www.idpf.org/2008/embedding"');
});

it("are only there where an edition asks for them", () => {
  expect(packed()).toBe(files);
  expect(packed(false)).toBe(files);
});
