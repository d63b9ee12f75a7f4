/** Call sheets: data in, the sheet of everybody, of a department and of one person out; what cannot be is told. */
import { describe, expect, it } from "vitest";
import { composeEdition, readSources } from "../../../../../src/build/sources.js";
import type { Diagnostic } from "../../../../../src/diagnostics/diagnostic.js";
import { loadPublication } from "../../../../../src/load/load.js";
import { composeFolder } from "../../../../support/compose-folder.js";
import { temporaryFolders } from "../../../../support/temporary-folders.js";

const folders = temporaryFolders();

const SHEET = `kind: call-sheet
production: The Ferry
date: 2027-05-14
day: 3
of: 9
call: 06:15
times:
  Lunch: 12:00–12:45
hospital: { name: St Brannoc, phone: 555 0111 }
phones-for: office
locations:
  - { id: Q, name: The quay }
scenes:
  - { Scene: 012, heading: INT./EXT. FERRY - DUSK, cast: "1, 2", pages: 1 5/8, location: Q, time: 07:30 }
  - { Scene: 12E1, heading: EXT. QUAY - NIGHT, cast: 2, pages: 6/8 }
cast: cast.csv
crew:
  - { department: Sound, role: Mixer, name: Odo Pell, call: 06:45, phone: 555 9003 }
  - { department: Sound, role: Boom, name: Ira Quist, call: 06:30 }
`;
const CAST = `#,Character,Actor,Pick-up,Make-up,On set,Phone
1,THE PILOT,Élodie Roux,05:10,05:40,07:15,555 9001
2,A STRANGER,Bo Marsh,,06:20,07:15,555 9002
`;
const PUBLICATION = `title: The Ferry
language: en
bodymatter: [{ file: sheet.yaml }]
`;

/** @param edition keys of the one that is looked at. */
const files = (sheet: string, edition = "", cast = CAST) => ({
  "publication.yaml": `${PUBLICATION}editions: { p: { format: pdf, ${edition} }, office: { format: pdf, audience: office } }\n`,
  "content/sheet.yaml": sheet,
  "content/cast.csv": cast,
});

async function sheetOf(sheet: string, edition?: string, cast?: string) {
  return composeFolder(await folders.make(files(sheet, edition, cast)));
}

const wordsOf = (html: string) =>
  html
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ")
    .trim();

describe("a call sheet", () => {
  it("shows what its data says, as it is written, in the words of its language", async () => {
    const { html, diagnostics } = await sheetOf(SHEET);
    const words = wordsOf(html);
    expect(diagnostics).toEqual([]);
    expect(words).toContain("The Ferry – Call Sheet");
    expect(words).toContain("General crew call 06:15");
    expect(words).toContain("Friday, May 14, 2027 Day 3 of 9");
    expect(words).toContain("012 I/E FERRY DUSK 1, 2 1 5/8 Q 07:30");
    expect(words).toContain("12E1 EXT QUAY N 2 6/8");
    expect(words).toContain("Total pages 2 3/8");
    expect(words).toContain("Nearest hospital St Brannoc · 555 0111");
    expect(words).toContain("1 THE PILOT Élodie Roux 05:10 05:40 07:15");
    expect(words).toContain("Sound Mixer Odo Pell 06:45 Boom Ira Quist 06:30");
  });

  it("has its own words in French", async () => {
    const { html } = await sheetOf(
      SHEET.replace("INT./EXT. FERRY - DUSK", "INT. BAC - JOUR"),
      "language: fr",
    );
    expect(wordsOf(html)).toMatch(
      /Feuille de service.*vendredi 14 mai 2027.*Hôpital le plus proche.*INT BAC J/,
    );
  });

  it("says nobody's telephone and addresses nobody, where the edition does not", async () => {
    const { html } = await sheetOf(SHEET);
    expect(html).not.toMatch(/555 9|Your call|class="[^"]*mine/);
    const unsaid = await sheetOf(SHEET.replace("phones-for: office\n", ""));
    expect(unsaid.html).not.toContain("555 9");
  });

  it("has telephones in the editions that may have them", async () => {
    const { html, diagnostics } = await sheetOf(SHEET, "audience: office");
    expect(wordsOf(html)).toMatch(/07:15 555 9001.*07:15 555 9002.*Odo Pell 555 9003/);
    expect(diagnostics).toEqual([]);
  });

  it("begins with the own call in the edition of a person, and of a department", async () => {
    const own = await sheetOf(SHEET, "audience: elodie-roux");
    expect(wordsOf(own.html)).toMatch(
      /Call Sheet Élodie Roux – THE PILOT Your call 05:40 Pick-up 05:10 · Make-up 05:40 · On set 07:15 General/,
    );
    expect(own.html.match(/<tr class="mine">/g)).toHaveLength(1);
    const sound = await sheetOf(SHEET, "audience: sound");
    expect(wordsOf(sound.html)).toMatch(/Call Sheet Sound Your call 06:30 General/);
    expect(sound.html.match(/<li class="mine">/g)).toHaveLength(2);
  });

  it("makes an edition for each row of the same data", async () => {
    const root = await folders.make(
      files(
        SHEET,
        "for-each: { data: content/cast.csv }, audience: '{{id}}'",
        "id,number,name,call\nelodie,1,Élodie Roux,05:40\nbo,2,Bo Marsh,06:20\n",
      ),
    );
    const found: Diagnostic[] = [];
    const publication = (await loadPublication(root, (each) => void found.push(each)))!;
    const sources = await readSources(publication, publication.editions);
    const calls = await Promise.all(
      publication.editions.map(async (edition) => {
        const { book } = await composeEdition(sources, edition);
        return JSON.stringify(book.sections[0]?.bodies).match(/"value":"0[5-9]:\d\d"/)?.[0];
      }),
    );
    expect(publication.editions.map(({ id }) => id)).toEqual(["p-elodie", "p-bo", "office"]);
    expect(calls).toEqual(['"value":"05:40"', '"value":"06:20"', '"value":"06:15"']);
    expect(found).toEqual([]);
  });
});

/** Where a text first stands in another. */
function placeIn(text: string, part: string) {
  const lines = text.slice(0, text.indexOf(part)).split("\n");
  return { line: lines.length, column: lines.at(-1)!.length + 1 };
}

describe("what is wrong with a call sheet is told at its place:", () => {
  it.each([
    ["call: 06:15", "call: 26:15", "26:15", "`26:15` is not a time"],
    ["call: 06:45", "call: soonish", "soonish", "`soonish` is not a time"],
    ["12:00–12:45", "noonish", "noonish", "`noonish` is not a time"],
    ["date: 2027-05-14", "date: 2027-02-30", "2027-02-30", "`2027-02-30` is not a day that there is"],
    ['cast: "1, 2"', 'cast: "1, 7"', '"1, 7"', "Nobody in the cast has the number 7"],
    [
      "pages: 6/8",
      "pages: half",
      "half",
      "`half` is not a length in pages and eighths, so the total is without it",
    ],
    ["location: Q", "location: R", "R, time", "There is no location `R`"],
    ["hospital: { name: St Brannoc, phone: 555 0111 }\n", "", "kind", "The call sheet names no hospital"],
    ["production: The Ferry\n", "", "kind", "`production` is missing"],
    ["hospital:", "hospitol:", "hospitol", "There is no key `hospitol` here"],
    ["scenes:\n", "scenes: s.csv\nnotes:\n", "s.csv", "There is no file `content/s.csv`"],
    [
      "call-sheet",
      "roster",
      "roster",
      "The file does not say what kind of data it is, so no section can be made of it",
    ],
  ])("%j as %j", async (right, wrong, at, message) => {
    const sheet = SHEET.replace(right, wrong);
    const { diagnostics } = await sheetOf(sheet);
    const told = diagnostics.filter((each) => each.message === message);
    expect(told.map(({ location }) => location)).toEqual([
      { file: "content/sheet.yaml", ...placeIn(sheet, at) },
    ]);
  });

  it("a time in another file", async () => {
    const cast = CAST.replace("06:20", "6.80");
    const { diagnostics } = await sheetOf(SHEET, "", cast);
    expect(diagnostics.map(({ message, location }) => [message, location])).toEqual([
      ["`6.80` is not a time", { file: "content/cast.csv", ...placeIn(cast, "6.80") }],
    ]);
  });

  it("a scene that the script does not have; the others have its headings, and its lengths where they say none", async () => {
    const root = await folders.make({
      ...files(
        SHEET.replace("heading: INT./EXT. FERRY - DUSK, ", "")
          .replace("day: 3", "script: ferry.fountain\nday: 3")
          .replace("pages: 1 5/8, ", "")
          .concat(`advance: [{ date: Friday, scenes: "012–13A, 14 + pick-ups" }]\n`),
      ),
      "content/ferry.fountain": `INT. *ENGINE ROOM* - NIGHT #012#\n\n${"!Dark.\n".repeat(60)}\n/* INT. ATTIC - DAY #12E1# */\n\nEXT. ROOF - DAY #13A#\n\nNobody.\n\nEXT. QUAY / NIGHT #14#\n`,
    });
    const { html, diagnostics } = await composeFolder(root);
    expect(wordsOf(html)).toContain("012 INT ENGINE ROOM N 1, 2 1 1/8 Q 07:30");
    expect(wordsOf(html)).toContain("Friday 012–13A, 14 + pick-ups 1 3/8");
    expect(
      diagnostics.map(({ message, hint, location }) => `${location?.line}: ${message}. ${hint}`),
    ).toEqual(["16: The script has no scene 12E1. Correct the number; the last one of the script is 14"]);
  });

  it("a column that is nearly a known one", async () => {
    const { diagnostics } = await sheetOf(SHEET, "", CAST.replace("Make-up", "Makeuup"));
    expect(diagnostics.map(({ message, hint }) => `${message}: ${hint}`)).toEqual([
      "`makeuup` is not a column of `cast`, so it is not shown: Did you mean `makeup`?",
    ]);
  });

  it("a column that is nearly another name of a known one", async () => {
    const { diagnostics } = await sheetOf(SHEET, "", CAST.replace("On set", "On sett"));
    expect(diagnostics.map(({ message, hint }) => `${message}: ${hint}`)).toEqual([
      "`on-sett` is not a column of `cast`, so it is not shown: Did you mean `set`?",
    ]);
  });

  it("a number that two of the cast have", async () => {
    const { diagnostics } = await sheetOf(
      SHEET.replaceAll("cast: 2", "cast: 1").replace("1, 2", "1"),
      "",
      CAST.replace("2,A", "1,A"),
    );
    expect(
      diagnostics.map(({ message, location }) => `${location?.line}:${location?.column} ${message}`),
    ).toEqual(["3:1 `A STRANGER` has the number 1 in the cast, which is that of `THE PILOT`"]);
  });

  it("an edition that is to have telephones, and is not there", async () => {
    const { diagnostics } = await sheetOf(SHEET.replace("phones-for: office", "phones-for: ofice"));
    const [first, ...others] = diagnostics;
    expect(first).toMatchObject({ code: "unknown-condition", location: placeIn(SHEET, "office") });
    // At one place, so that reports tell it once.
    expect(others.every((each) => JSON.stringify(each) === JSON.stringify(first))).toBe(true);
  });
});
