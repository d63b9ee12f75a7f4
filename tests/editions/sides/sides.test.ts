/** Sides: the pages of a script with somebody's scenes of a day, two on a sheet, with their name behind the text. */

import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { type Pdf, readPdf } from "../../support/pdf.js";
import { build } from "../../support/program.js";
import { temporaryFolders } from "../../support/temporary-folders.js";

const folders = temporaryFolders();

/** A page and a bit each. */
const scene = (number: number, name: string) =>
  `INT. ROOM ${number} - DAY #${number}#\n\n${Array.from({ length: 15 }, (_, index) => `${name}\nLine ${index} of scene ${number}.\n`).join("\n")}`;
const script = (third = "") =>
  `Title: Rooms\nAuthor: Nobody\n\n${scene(1, "ADA")}\n${scene(2, "BO")}\n${scene(3, "ADA")}\n${third}\n${scene(4, "BO")}\n`;

const PUBLICATION = `title: Rooms
language: en
date: 2027
theme: screenplay
content: .
bodymatter: [{ file: rooms.fountain }]
editions:
  own:
    format: pdf
    for-each: [{ who: Ada }, { who: Bo }]
    id: "{{who}}"
    script: { sides: { scenes: "2, 3", character: "{{who}}" } }
    watermark: "{{who}} Only"
    recipient: "{{who}}"
`;

describe("sides", () => {
  let folder: string;
  let out: string;
  let first: Awaited<ReturnType<typeof build>>;
  const sides = new Map<string, Pdf>();
  const make = () => build({ publications: [folder], cache: "none", jobs: 1, out });
  beforeAll(async () => {
    [folder, out] = [
      await folders.make({ "publication.yaml": PUBLICATION, "rooms.fountain": script() }),
      await folders.make(),
    ];
    first = await make();
    for (const { edition, path } of first.editions)
      sides.set(edition, await readPdf(new Uint8Array(await readFile(path!))));
  }, 120_000);

  const textsOf = (id: string) => sides.get(id)!.pages.flatMap(({ texts }) => texts);
  const linesOf = (id: string, of: number) =>
    textsOf(id).filter(({ text, tagged }) => tagged && text.includes(`of scene ${of}.`)).length;

  test("are laid out by plan on a sheet turned sideways, without a word to say", () => {
    expect(first.diagnostics.flatMap(({ diagnostics }) => diagnostics)).toEqual([]);
    expect(first.editions.map(({ versions }) => versions?.unplanned)).toEqual([undefined, undefined]);
    for (const id of ["ada", "bo"])
      expect(sides.get(id)!.pages[0]).toMatchObject({ width: 792, height: 612 });
  });

  test("have all of the own scenes, and the title page of none", () => {
    expect(linesOf("ada", 3)).toBe(15);
    expect(linesOf("bo", 2)).toBe(15);
    // What is on no page with a scene of theirs.
    expect(linesOf("ada", 1)).toBe(0);
    expect(linesOf("bo", 4)).toBe(0);
    expect(textsOf("ada").map(({ text }) => text)).not.toContain("Nobody");
  });

  test("have the numbers that pages have in the script", () => {
    const numbers = textsOf("ada").flatMap(({ text }) => /^(\d)\.$/.exec(text)?.[1] ?? []);
    expect(numbers).toEqual(["2", "3"]);
  });

  test("have the name behind the text of every page, where nobody reads it aloud", () => {
    for (const { texts } of sides.get("bo")!.pages) {
      const marks = texts.filter(({ text }) => text.includes("Bo Only"));
      expect(marks.map(({ tagged }) => tagged)).toEqual([false]);
    }
  });

  test("are news to those in whose pages something has changed", async () => {
    await writeFile(
      join(folder, "rooms.fountain"),
      script().replace("Line 0 of scene 2", "Line nil of scene 2"),
    );
    const { editions } = await make();
    expect(editions.map(({ recipient, news }) => [recipient, news])).toEqual([
      ["Ada", "same"],
      ["Bo", "changed"],
    ]);
  });
});
