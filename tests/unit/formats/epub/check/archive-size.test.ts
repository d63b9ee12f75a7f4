/** Archives that hold more than there is room for are told before anything opens them. */
import JSZip from "jszip";
import { expect, test } from "vitest";
import { archiveTooLarge } from "../../../../../src/formats/epub/check/archive-size.js";

async function archive(files: Readonly<Record<string, Uint8Array | string>>): Promise<Uint8Array> {
  const zip = new JSZip();
  for (const [name, content] of Object.entries(files)) zip.file(name, content);
  return zip.generateAsync({ type: "uint8array", compression: "DEFLATE", compressionOptions: { level: 1 } });
}

test("a document of many megabytes is too large, whatever it says of its size", async () => {
  const bytes = Buffer.from(
    await archive({ mimetype: "application/epub+zip", "a.xhtml": new Uint8Array(40 * 2 ** 20) }),
  );
  const entry = bytes.lastIndexOf("PK\u0001\u0002", undefined, "latin1");
  bytes.writeUInt32LE(1, entry + 24);
  expect(archiveTooLarge(bytes)).toMatchObject({
    code: "too-complex",
    message: expect.stringContaining("`a.xhtml`"),
  });
});

test("so are very many files", async () => {
  const files = Object.fromEntries(Array.from({ length: 20_001 }, (_, index) => [`${index}`, ""]));
  expect(archiveTooLarge(await archive(files))).toMatchObject({
    message: expect.stringContaining("20000 files"),
  });
});

test("an image of the same size is not, nor is what is no archive", async () => {
  expect(archiveTooLarge(await archive({ "a.png": new Uint8Array(40 * 2 ** 20) }))).toBeUndefined();
  expect(archiveTooLarge(Buffer.from("PK but no archive"))).toBeUndefined();
  expect(archiveTooLarge(new Uint8Array())).toBeUndefined();
});
