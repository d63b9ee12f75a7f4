/** A day of shooting, as one sheet for everybody, one for the office, one for a phone, and one for each actor. */
import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { revise } from "../../../src/build/revise.js";
import { readEpub } from "../../support/epub.js";
import { type Pdf, readPdf } from "../../support/pdf.js";
import { build } from "../../support/program.js";
import { type Published, publish } from "../../support/publish.js";
import { temporaryFolders } from "../../support/temporary-folders.js";

const folders = temporaryFolders();
const SHEETS = ["everybody", "office", "elodie", "bo"];
/** Of people; that of the hospital is for all. */
const PRIVATE = /555\s*90\d\d/;

describe("a call sheet", () => {
  let published: Published;
  let folder: string;
  let out: string;
  const sheets = new Map<string, Pdf>();
  beforeAll(async () => {
    [folder, out] = [join(await folders.make(), "ferry"), await folders.make()];
    await cp(new URL("publication", import.meta.url), folder, { recursive: true });
    published = await publish(folder, { out });
    for (const id of SHEETS) sheets.set(id, await readPdf(await published.bytesOf(id)));
  }, 240_000);

  const textsOf = (id: string) => sheets.get(id)!.pages.flatMap(({ texts }) => texts);
  const wordsOf = (id: string) =>
    textsOf(id)
      .map(({ text }) => text)
      .join(" ")
      .replace(/\s+/g, " ");

  test("is a page, laid out by plan, and has nothing to say of it", () => {
    expect(published.diagnostics).toEqual([]);
    for (const id of SHEETS) {
      expect(sheets.get(id)!.pages).toHaveLength(1);
      expect(published.unplannedIn(id)).toEqual([]);
    }
  });

  test("has the paper of the office where English has no region, unless it is told", () => {
    expect(sheets.get("everybody")!.pages[0]).toMatchObject({ width: 612, height: 792 });
    expect(sheets.get("office")!.pages[0]!.width).toBeCloseTo(595, 0);
  });

  test("has a time that is larger than anything else: that of the crew, or the own one", () => {
    const largest = (id: string) => textsOf(id).sort((one, other) => other.size - one.size)[0]?.text;
    expect(SHEETS.map(largest)).toEqual(["06:15", "06:15", "05:40", "06:20"]);
  });

  test("says everywhere where the hospital is", () => {
    for (const id of SHEETS) expect(wordsOf(id)).toContain("St Brannoc · 2 Hill Road · 555 0111");
  });

  test("says telephones in the edition that may have them, and nowhere else", async () => {
    expect(wordsOf("office").match(new RegExp(PRIVATE, "g"))).toHaveLength(4);
    for (const id of ["everybody", "elodie", "bo"]) {
      expect(wordsOf(id)).not.toMatch(PRIVATE);
      expect(sheets.get(id)!.xmp).not.toMatch(PRIVATE);
    }
    const { texts } = await readEpub(await published.bytesOf("phone"));
    expect(texts.join(" ")).toContain("Élodie Roux");
    expect(texts.join(" ")).not.toMatch(PRIVATE);
  });

  test("shows an actor their own row alone, where the sheet says so", () => {
    expect(wordsOf("bo")).toContain("A STRANGER");
    expect(wordsOf("bo")).not.toMatch(/Élodie|Odo Pell/);
    expect(wordsOf("everybody")).toMatch(/Élodie.*Odo Pell/);
  });

  test("with another call for one of them is news for that one", async () => {
    const cast = join(folder, "content/cast.csv");
    await writeFile(cast, (await readFile(cast, "utf8")).replace("06:20", "06:00"));
    const { editions } = await build({ publications: [folder], cache: "none", jobs: 1, out });
    const news = editions.map(({ edition, recipient, news: each }) => [edition, recipient, each]);
    expect(news).toEqual([
      ["everybody", undefined, "changed"],
      ["phone", undefined, "changed"],
      ["office", undefined, "changed"],
      ["elodie", "Élodie Roux", "same"],
      ["bo", "Bo Marsh", "changed"],
    ]);
  });

  test("that was issued goes out again, as version 2, to whom it says something new, with nobody else's telephone", async () => {
    const sheet = join(folder, "content/sheet.yaml");
    await writeFile(sheet, (await readFile(sheet, "utf8")).replace("version: 1\n", ""));
    const editions = ["own", "office"];
    await revise(folder, editions, { date: "2027-05-13" });
    const cast = join(folder, "content/cast.csv");
    await writeFile(cast, (await readFile(cast, "utf8")).replace("05:40", "05:30"));
    const { issued } = await revise(folder, editions, { date: "2027-05-14" });
    expect(
      issued.map(({ edition, recipient, issue, file }) => [edition, recipient, issue.number, file]),
    ).toEqual([
      ["office", undefined, 2, "issues/office/2.txt"],
      ["elodie", "Élodie Roux", 2, "issues/elodie/2.txt"],
      ["bo", "Bo Marsh", 1, undefined],
    ]);
    expect(await readFile(join(folder, "issues/elodie/2.txt"), "utf8")).not.toMatch(PRIVATE);
    const again = await publish(folder, { out, editions: ["own"] });
    const versionIn = async (id: string) =>
      (await readPdf(await again.bytesOf(id))).pages[0]!.texts.map(({ text }) => text)
        .join(" ")
        .replace(/\s+/g, " ")
        .match(/Version \d/g);
    expect([await versionIn("elodie"), await versionIn("bo")]).toEqual([["Version 2"], ["Version 1"]]);
  });
});
