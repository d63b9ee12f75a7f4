import JSZip from "jszip";
import { afterEach, describe, expect, it } from "vitest";
import { publishEpub } from "../../../../../src/formats/epub/index.js";
import { archiveDate, modifiedAt, modifiedStamp } from "../../../../../src/formats/epub/package/modified.js";
import { texts } from "../../../../support/xml.js";
import { EMPTY_ROOT, makeBook, publish } from "../book.js";
import { EVERYTHING } from "../content.js";

const zone = process.env.TZ;

afterEach(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

describe("the archive", () => {
  it("begins with an uncompressed mimetype entry", async () => {
    const { bytes } = await publish(EVERYTHING);
    const head = Buffer.from(bytes.subarray(0, 58));
    expect(head.readUInt16LE(8)).toBe(0);
    expect(head.subarray(30).toString("latin1")).toBe("mimetypeapplication/epub+zip");
  });

  it("is the same bytes from build to build, in every time zone", async () => {
    process.env.TZ = "Asia/Tokyo";
    const tokyo = await publish(EVERYTHING);
    process.env.TZ = "America/Los_Angeles";
    const angeles = await publish(EVERYTHING);
    expect(new Date(0).getTimezoneOffset()).toBe(480);
    expect(Buffer.compare(tokyo.bytes, angeles.bytes)).toBe(0);
  });

  it("dates every entry with the publication's date", async () => {
    const { bytes } = await publish(EVERYTHING);
    const zip = await JSZip.loadAsync(bytes);
    const dates = new Set(Object.values(zip.files).map((file) => file.date.toISOString()));
    expect([...dates]).toEqual(["2026-03-01T00:00:00.000Z"]);
  });

  it("has no entries for folders", async () => {
    const { zip } = await publish(EVERYTHING);
    expect(Object.values(zip.files).filter((file) => file.dir)).toEqual([]);
  });

  it("takes the time of the build from SOURCE_DATE_EPOCH when it is set", async () => {
    const { bytes } = await publishEpub(makeBook(EVERYTHING), {
      root: EMPTY_ROOT,
      sourceDateEpoch: 1_000_000_000,
    });
    const zip = await JSZip.loadAsync(bytes);
    const opf = await zip.file("EPUB/package.opf")!.async("string");
    expect(texts(opf, "//*[@property='dcterms:modified']")).toEqual(["2001-09-09T01:46:40Z"]);
    expect(texts(opf, "//dc:date")).toEqual(["2026-03"]);
  });
});

describe("the date of an ebook", () => {
  it("is midnight UTC of the first day that the publication's date names", () => {
    expect(modifiedStamp(modifiedAt({ date: "2026" }, undefined))).toBe("2026-01-01T00:00:00Z");
    expect(modifiedStamp(modifiedAt({ date: "2026-11" }, undefined))).toBe("2026-11-01T00:00:00Z");
    expect(modifiedStamp(modifiedAt({ date: "2026-11-22" }, undefined))).toBe("2026-11-22T00:00:00Z");
  });

  it("is what the publication says of its last change, a day or a moment, whatever else is known", () => {
    const said = (modified: string) =>
      modifiedStamp(modifiedAt({ modified, date: "1925-04-10" }, 1_000_000_000));
    expect(said("2026-11-30")).toBe("2026-11-30T00:00:00Z");
    expect(said("2026-11-30T09:30:00Z")).toBe("2026-11-30T09:30:00Z");
    expect(modifiedStamp(modifiedAt({ date: "1925-04-10" }, 1_000_000_000))).toBe("2001-09-09T01:46:40Z");
  });

  it("is moved into the years that an archive can hold", () => {
    expect(archiveDate(modifiedAt({ date: "1851-10-18" }, undefined)).getUTCFullYear()).toBe(1980);
    expect(archiveDate(modifiedAt({ date: "2500" }, undefined)).getUTCFullYear()).toBe(2107);
  });
});
