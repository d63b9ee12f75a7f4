/** What projects of other tools say of their rights, their people and their numbers; nothing is said that they do not say. */
import { describe, expect, test } from "vitest";
import { licenceNamed } from "../../../../src/model/licences.js";
import { folderWith, load, shown } from "../publication-folder.js";

async function project(files: Readonly<Record<string, string>>) {
  const { publication, diagnostics } = await load(await folderWith(files));
  const [print, ebook] = publication?.editions ?? [];
  return { metadata: print!.metadata, print: print!, ebook: ebook!, diagnostics: shown(diagnostics) };
}

const quarto = (says: string) => ({
  "_quarto.yml": `project: { type: book }\nlang: en\n${says}book: { title: Tides, author: [Ada Roe, Bo Li], chapters: [a.md] }\n`,
  "a.md": "# Ebb\n\nWords.\n",
});

const text = (says: string) => ({
  "tides.md": `---\nlang: en\ntitle: Tides\n${says}---\n\n# Ebb\n\nWords.\n`,
});

const folder = (files: Readonly<Record<string, string>>) => ({
  "README.md": "# Tides\n\nWords.\n",
  ...files,
});

describe("licences by the names that people give them", () => {
  test.each([
    ["CC-BY-NC-SA-4.0", "CC-BY-NC-SA-4.0"],
    ["cc by sa 3.0", "CC-BY-SA-3.0"],
    ["Creative Commons Attribution 4.0 International", "CC-BY-4.0"],
    ["Creative Commons Attribution-ShareAlike 4.0 International (CC BY-SA 4.0)", "CC-BY-SA-4.0"],
    ["http://creativecommons.org/licenses/by-nc-nd/3.0/us/", "CC-BY-NC-ND-3.0-US"],
    ["CC BY 3.0 DE", "CC-BY-3.0-DE"],
    ["https://creativecommons.org/licenses/by-sa/4.0/deed.fr", "CC-BY-SA-4.0"],
    ["CC0", "CC0-1.0"],
    ["This work is licensed under the MIT License.", "MIT"],
    ["LGPL, but the original text is in the public domain", undefined],
    ["Text CC BY 4.0, images all rights reserved", undefined],
    ["MIT OR Apache-2.0", undefined],
    ["CC BY", undefined],
  ])("%s", (written, expected) => {
    expect(licenceNamed(written)?.id).toBe(expected);
  });
});

describe("rights", () => {
  test.each([
    ["a line", quarto("rights: © 2024 Ada Roe\n"), "© 2024 Ada Roe", undefined],
    ["a line that is a licence", quarto("rights: CC BY 4.0\n"), "CC BY 4.0", "CC-BY-4.0"],
    [
      "a line with more than that",
      quarto("rights: CC BY 4.0, but the maps\n"),
      "CC BY 4.0, but the maps",
      undefined,
    ],
    ["a licence without a version", quarto("license: CC BY\n"), "CC BY 4.0", "CC-BY-4.0"],
    [
      "a holder and a licence",
      quarto(
        "copyright: { holder: Roe Ltd, year: 2024 }\nlicense: { type: open-access, text: CC BY-SA 4.0 }\n",
      ),
      "© 2024 Roe Ltd",
      "CC-BY-SA-4.0",
    ],
    [
      "a year alone",
      text("copyright: 2021-2024\nauthor: [Ada Roe, Bo Li]\n"),
      "© 2021-2024 Ada Roe, Bo Li",
      undefined,
    ],
    ["a year that a theme fills in", text("copyright: '© {year} Ada Roe'\n"), undefined, undefined],
    ["a year of nobody", text("copyright: 2024\n"), undefined, undefined],
    ["a licence that is not known", quarto("license: Harbour Licence\n"), "Harbour Licence", undefined],
    ["nothing", quarto(""), undefined, undefined],
  ])("%s", async (_, files, line, licence) => {
    const { metadata, diagnostics } = await project(files);
    expect([metadata.rights, metadata.terms?.licence?.id]).toEqual([line, licence]);
    expect(diagnostics).toEqual([]);
  });

  test.each([
    ["the text of a licence", { LICENSE: "Attribution 4.0 International\n\nLong.\n" }, "CC-BY-4.0"],
    [
      "a notice",
      { "LICENSE.md": "# License\n\nSee <https://creativecommons.org/licenses/by-sa/4.0/>.\n" },
      "CC-BY-SA-4.0",
    ],
    ["one of software", { LICENSE: "MIT License\n\nCopyright 2024\n" }, undefined],
    [
      "one of several",
      { LICENSE: "Attribution 4.0 International\n", "LICENSE-MIT": "MIT License\n" },
      undefined,
    ],
    [
      "one with exceptions",
      { LICENSE: "All but the code, except where noted: https://creativecommons.org/licenses/by/4.0/\n" },
      undefined,
    ],
    [
      "one that the README contradicts",
      {
        LICENSE: "CC0 1.0 Universal\n",
        "README.md": "# Tides\n\n[![CC BY](b.svg)](https://creativecommons.org/licenses/by/4.0/)\n",
      },
      undefined,
    ],
  ])("a file: %s", async (_, files, expected) => {
    const { metadata, print } = await project(folder(files));
    expect(metadata.terms?.licence?.id).toBe(expected);
    expect(print.sections.some(({ role }) => role === "copyright-page")).toBe(expected !== undefined);
  });
});

test("people have their roles, and a role without anybody is nobody", async () => {
  const said = "creator: [{ role: author, text: Ada Roe }, { role: editor, text: }]\ntranslator: [Bo Li]\n";
  const { metadata } = await project(text(said));
  expect(metadata.contributors.map(({ name, role }) => [name, role])).toEqual([
    ["Ada Roe", "aut"],
    ["Bo Li", "trl"],
  ]);
});

describe("identifiers", () => {
  test("an ISBN is that of the ebook, a DOI that of the book", async () => {
    const said = "doi: 10.5281/zenodo.12345\nidentifier: { scheme: ISBN-13, text: 978-3-16-148410-0 }\n";
    const { print, ebook, diagnostics } = await project(text(said));
    expect(print.metadata.identifier).toBe("https://doi.org/10.5281/zenodo.12345");
    expect(ebook.metadata.identifier).toBe("urn:isbn:978-3-16-148410-0");
    expect(diagnostics).toEqual([]);
  });

  test("a number that is none is told and left out", async () => {
    const { ebook, diagnostics } = await project(text('identifier: "urn:isbn:9781234567890"\n'));
    expect(ebook.metadata.identifier).toMatch(/^urn:uuid:/);
    expect(diagnostics).toEqual([
      "4:13 setting-left-out: `9781234567890` is not an ISBN, and is left out | Compare the digits: the last one, the check digit, would be 7",
    ]);
  });
});

test("subjects are words, or codes with their scheme, and a series has a place for the book", async () => {
  const said =
    "keywords: tides, the sea\nsubject: [{ text: Nature, authority: BISAC, term: NAT000000 }]\n" +
    "belongs-to-collection: Waters\ngroup-position: 2\n";
  const { metadata } = await project(text(said));
  expect(metadata.subjects.map(({ term, scheme, code }) => [term, scheme, code])).toEqual([
    ["Nature", "bisac", "NAT000000"],
    ["tides", undefined, undefined],
    ["the sea", undefined, undefined],
  ]);
  expect(metadata.series).toEqual({ name: "Waters", position: 2 });
});
