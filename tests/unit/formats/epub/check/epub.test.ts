import type JSZip from "jszip";
import { describe, expect, it } from "vitest";
import { findingDiagnostic } from "../../../../../src/diagnostics/finding.js";
import { checkAccessibility } from "../../../../../src/formats/epub/check/accessibility.js";
import { textFilesOf } from "../../../../../src/formats/epub/check/archive.js";
import { epubcheck, epubcheckFiles } from "../../../../../src/formats/epub/check/epub.js";
import { SMALLEST_EBOOK } from "../../../../../src/formats/epub/check/smallest-ebook.js";
import { publish } from "../book.js";
import { EVERYTHING } from "../content.js";

async function damaged(change: (zip: JSZip) => void): Promise<Uint8Array> {
  const { zip } = await publish(EVERYTHING);
  change(zip);
  return await zip.generateAsync({ type: "uint8array" });
}

async function checkEpub(bytes: Uint8Array) {
  const found = [...(await epubcheck(bytes)), ...checkAccessibility(await textFilesOf(bytes))];
  return found.map((each) => findingDiagnostic(each));
}

describe("checking an ebook", () => {
  it("finds nothing in one that we publish", async () => {
    expect(await checkEpub((await publish(EVERYTHING)).bytes)).toEqual([]);
  });

  it("goes all the way through the one that it is loaded with", async () => {
    expect(await epubcheckFiles(SMALLEST_EBOOK)).toEqual([]);
  });

  it("names the file of a broken link, what is wrong and EPUBCheck's id", async () => {
    const bytes = await damaged((zip) => zip.remove("EPUB/images/e-t.png"));
    const found = await checkEpub(bytes);
    expect(found.map(({ code, severity }) => [code, severity])).toContainEqual(["epub-invalid", "error"]);
    expect(found.map(({ message }) => message).join("\n")).toMatch(/e-t\.png.*EPUBCheck RSC-\d+/);
  });

  it("takes names in letters of any script, as EPUBCheck itself does, and no others", async () => {
    const { read } = await publish(EVERYTHING);
    const ncx = await read("toc.ncx");
    const named = async (id: string) =>
      await checkEpub(
        await damaged((zip) =>
          zip.file("EPUB/toc.ncx", ncx.replace(/navPoint id="[^"]*"/, `navPoint id="${id}"`)),
        ),
      );
    expect(await named("表示例.1")).toEqual([]);
    expect((await named("1 例")).map(({ code }) => code)).toContain("epub-invalid");
  });

  it("reads package documents and NCXs whose elements have prefixes, and finds what is wrong in them", async () => {
    const prefixed = (xml: string, prefix: string) =>
      xml.replace(/(<\/?)(?=[a-zA-Z]+[\s/>])/g, `$1${prefix}:`).replace(/\sxmlns="/, ` xmlns:${prefix}="`);
    const { read, zip: sound } = await publish(EVERYTHING);
    const [opf, ncx] = await Promise.all([read("package.opf"), read("toc.ncx")]);
    const container = await sound.file("META-INF/container.xml")!.async("string");
    const checked = async (shown: string) =>
      await checkEpub(
        await damaged((zip) => {
          zip.file("EPUB/package.opf", prefixed(shown, "opf"));
          zip.file("EPUB/toc.ncx", prefixed(ncx, "ncx"));
          zip.file("META-INF/container.xml", prefixed(container, "c"));
        }),
      );
    expect(prefixed(opf, "opf")).toContain("<opf:package xmlns:opf=");
    expect(await checked(opf)).toEqual([]);
    const found = await checked(opf.replace(/<itemref idref="/, '<itemref idref="no-'));
    expect(found.map(({ message }) => message).join("\n")).toMatch(/EPUBCheck OPF-049/);
  });

  it("finds a document that is not well-formed", async () => {
    const bytes = await damaged((zip) => zip.file("EPUB/water.xhtml", "<html><p></html>"));
    const found = await checkEpub(bytes);
    expect(found.some(({ message }) => message.startsWith("EPUB/water.xhtml"))).toBe(true);
  });

  it("reports something that is no ebook at all", async () => {
    const found = await checkEpub(Buffer.from("not a zip"));
    expect(found.some(({ code }) => code === "epub-invalid")).toBe(true);
  });
});
