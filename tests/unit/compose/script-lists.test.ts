/** The lists behind a script: what they say, in print and where there are no pages. */
import { describe, expect, it } from "vitest";
import { composeFolder } from "../../support/compose-folder.js";
import { temporaryFolders } from "../../support/temporary-folders.js";

const folders = temporaryFolders();
const SCRIPT = `INT. HALL - DAY #1#

MARA (V.O.)
Here.

JO
And here.

EXT. YARD - DAY #2A#

JO
There.

.HALL #3#

A dog.
`;

async function composed(edition: string, script = SCRIPT) {
  return composeFolder(
    await folders.make({
      "publication.yaml": `title: Hall\nlanguage: en\nbodymatter: [{ file: hall.fountain }]\neditions:\n  own: { ${edition} }\n`,
      "content/hall.fountain": script,
    }),
  );
}

/** The rows of the tables, in order, by the titles of their sections. */
async function listsOf(edition: string, script?: string) {
  const { html, book, diagnostics } = await composed(edition, script);
  expect(diagnostics).toEqual([]);
  const titles = book.sections.map(({ title }) => title);
  const tables = [...html.matchAll(/<table.*?<\/table>/gs)].map(([table]) =>
    [...table.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = ""]) =>
      [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = ""]) => cell.replace(/<[^>]+>/g, "")),
    ),
  );
  return Object.fromEntries(titles.slice(-tables.length).map((title, index) => [title, tables[index]]));
}

describe("the lists behind a script", () => {
  it("are those that the edition asks for, in its order", async () => {
    expect(await listsOf("format: epub, script: { lists: [cast, scenes, locations, characters] }")).toEqual({
      "Cast by scene": [
        ["No.", "Scene", "Cast"],
        ["1", "INT. HALL - DAY", "MARA, JO"],
        ["2A", "EXT. YARD - DAY", "JO"],
        ["3", "HALL", "–"],
      ],
      Scenes: [
        ["No.", "Scene", "Length"],
        ["1", "INT. HALL - DAY", "1/8"],
        ["2A", "EXT. YARD - DAY", "1/8"],
        ["3", "HALL", "1/8"],
        ["", "Total", "3/8"],
      ],
      Locations: [
        ["Location", "Int./Ext.", "Scenes", "Length"],
        ["HALL", "INT", "1, 3", "2/8"],
        ["YARD", "EXT", "2A", "1/8"],
      ],
      Characters: [
        ["Character", "Speeches", "Scenes"],
        ["JO", "2", "2"],
        ["MARA", "1", "1"],
      ],
    });
  });

  it.each(["screenplay", "novel"])("have the pages of scenes in print, with the theme %s", async (theme) => {
    const { html, book } = await composed(`format: pdf, theme: ${theme}, script: { lists: [scenes] }`);
    const [script] = book.sections;
    expect(html).toMatch(/<th[^>]*>Page<\/th>/);
    const heading = /<h2[^>]* id="([^"]+)"/.exec(html)![1];
    expect(html).toContain(`data-folio-of="${heading}"`);
    expect(html).toMatch(new RegExp(`<a href="#${heading}">INT\\. HALL [-–] DAY</a>`));
    expect(book.contents.map(({ title }) => title)).toEqual([script!.title, "Scenes"]);
  });

  it("count scenes that have no numbers, and speak the language of the script", async () => {
    const script =
      "Title: Bac\nLanguage: fr\n\nINT. BAC - JOUR\n\nÉLISE\nOui.\n\nEXT. RIVE - NUIT\n\nVent.\n";
    expect(await listsOf("format: epub, language: fr, script: { lists: [scenes] }", script)).toMatchObject({
      Séquences: [
        ["N°", "Séquence", "Longueur"],
        ["1", "INT. BAC - JOUR", "1/8"],
        ["2", "EXT. RIVE - NUIT", "1/8"],
        ["", "Total", "2/8"],
      ],
    });
  });

  it("are not behind sides", async () => {
    const { book } = await composed(
      "format: pdf, theme: screenplay, script: { lists: [scenes], sides: { scenes: 1 } }",
    );
    expect(book.sections).toHaveLength(1);
  });

  it("that would be empty are told and left out", async () => {
    const { book, diagnostics } = await composed(
      "format: pdf, script: { lists: [scenes, characters, cast, locations] }",
      "A dog.\n\n> THE END <\n",
    );
    expect(book.sections).toHaveLength(1);
    expect(diagnostics.map(({ message, location }) => `${location?.line}: ${message}`)).toEqual([
      "5: The script has no scenes, so its lists `scenes`, `cast`, `locations` are left out",
      "5: Nobody speaks in the script, so its list `characters` is left out",
    ]);
  });
});
