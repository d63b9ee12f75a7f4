/** The PDF of a small book with one of everything: what a reader, a viewer and a library see of it. */
import { readFile } from "node:fs/promises";
import { beforeAll, describe, expect, test } from "vitest";
import { blocksOf, letters, missingFrom } from "../../support/lost-text.js";
import {
  type OutlineItem,
  type Pdf,
  type PdfLink,
  type PdfPage,
  type Place,
  readPdf,
  structureNodes,
} from "../../support/pdf.js";
import { bodyText, lineBelow, linkText, marginTexts } from "../../support/pdf-text.js";
import { publish } from "../../support/publish.js";
import { temporaryFolders } from "../../support/temporary-folders.js";

const MANUSCRIPT = ["avant-propos", "ecouter", "voir", "glossaire"];
const folders = temporaryFolders();
let pdf: Pdf;

beforeAll(async () => {
  const folder = await folders.copyOf(new URL(".", import.meta.url));
  const { bytesOf } = await publish(folder, { out: await folders.make(), editions: ["print"] });
  pdf = await readPdf(await bytesOf("print"));
});

/** With one ordinary space for every space, and no soft hyphens: French has narrow and unbreakable ones. */
const plain = (text: string) => text.replaceAll("\u00AD", "").replace(/\s+/g, " ").trim();

/** The page on which the words stand, wherever its lines end. */
function pageWith(words: string): PdfPage {
  const found = pdf.pages.find((page) => letters(bodyText(page)).includes(letters(words)));
  if (!found) throw new Error(`No page has “${words}”`);
  return found;
}

function linkOn(words: string): PdfLink {
  const links = pdf.pages.flatMap((page) =>
    page.links.map((link) => ({ link, text: plain(linkText(page, link)) })),
  );
  const found = links.find(({ text }) => text === words);
  if (!found) throw new Error(`There is no link on “${words}”`);
  return found.link;
}

/** The line that a link leads to. */
function destinationOf(words: string): string {
  const { place } = linkOn(words);
  if (!place) throw new Error(`The link on “${words}” leads nowhere`);
  return plain(lineBelow(pdf.pages[place.page]!, place.top));
}

describe("the book as a file", () => {
  test("has title, subtitle, authors, subject and keywords in its information", () => {
    expect(plain(String(pdf.information.Title))).toBe("Écouter & voir : l’été <des> sons: Petit traité");
    expect(pdf.information).toMatchObject({
      Author: "Éloïse Façon, Jean Noël",
      Subject: "Deux chapitres sur l’écoute & la vue.",
      Keywords: "ATFX, cinéma",
      Language: "fr",
    });
  });

  test("says the same in its XMP packet", () => {
    expect(plain(pdf.xmp)).toContain("Écouter &amp; voir : l’été &lt;des&gt; sons: Petit traité");
    expect(pdf.xmp).toContain("<rdf:li>Éloïse Façon</rdf:li><rdf:li>Jean Noël</rdf:li>");
    expect(pdf.xmp).toContain("<dc:language><rdf:Bag><rdf:li>fr</rdf:li></rdf:Bag></dc:language>");
    expect(pdf.xmp).toContain("urn:uuid:6f1e2b4c-5a0d-4c53-9b7e-8d2f3a4b5c6d");
  });

  test("is dated by the publication, not by the clock", () => {
    expect(pdf.information).toMatchObject({
      CreationDate: "D:20261122000000Z",
      ModDate: "D:20261122000000Z",
    });
  });

  test("has pages of the trim size", () => {
    // A5 is 148 by 210 mm; the browser's sheet is rounded to whole device pixels.
    const size = { width: 419.528, height: 595.276 };
    for (const page of pdf.pages) {
      expect(Math.abs(page.width - size.width)).toBeLessThan(0.75);
      expect(Math.abs(page.height - size.height)).toBeLessThan(0.75);
    }
  });
});

describe("the text", () => {
  test.each(MANUSCRIPT)("has every word of %s.md", async (name) => {
    const source = await readFile(new URL(`content/${name}.md`, import.meta.url), "utf8");
    expect(missingFrom(pdf.pages.map(bodyText), blocksOf(source))).toEqual([]);
  });

  test("keeps the characters that are special in HTML", () => {
    expect(plain(bodyText(pageWith("def niveau(")))).toContain("if distance <= 0 or reference < 0:");
    expect(plain(bodyText(pdf.pages[0]!))).toContain("Écouter & voir : l’été <des> sons");
  });

  test("opens with the title page and what belongs on its back", () => {
    const [title, copyright] = pdf.pages.map((page) => plain(bodyText(page)));
    expect(title).toMatch(/Petit traité Éloïse Façon et Jean Noël .*Presses de l’Œuvre$/);
    expect(copyright).toContain("CC BY 4.0");
  });
});

describe("pages", () => {
  test("are labelled with roman numerals up to the first part and then with arabic ones", () => {
    const firstPart = pageWith("Partie I").index;
    const roman = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"].slice(0, firstPart);
    const arabic = Array.from({ length: pdf.pages.length - firstPart }, (_, index) => String(index + 1));
    expect(pdf.pages.map(({ label }) => label)).toEqual([...roman, ...arabic]);
  });

  test("show the folio that they are labelled with, and none but that", () => {
    const folios = pdf.pages.flatMap((page) =>
      marginTexts(page)
        .filter(({ text }) => /^([ivxlc]+|\d+)$/.test(text))
        .map(({ text }) => ({ label: page.label, folio: text })),
    );
    expect(folios.length).toBeGreaterThan(5);
    expect(folios.filter(({ label, folio }) => label !== folio)).toEqual([]);
  });

  test.each([
    "Table des matières",
    "Avant-propos",
    "Les sons",
    "Écouter l’été",
    "Voir avec les oreilles",
    "Glossaire",
  ])("“%s” begins on a right-hand page", (title) => {
    const opening = pdf.pages.filter((page) => headings(page).includes(title));
    expect(opening.map(({ index }) => index % 2)).toEqual([0]);
  });

  test("that only make a chapter begin on the right are empty", () => {
    const before = pdf.pages[pageWith("Chapitre 1").index - 1]!;
    expect(before.texts.filter(({ text }) => text.trim() !== "")).toEqual([]);
    expect(before.links).toEqual([]);
    const empty = pdf.pages.filter((page) => bodyText(page).trim() === "");
    expect(empty.map(({ index }) => index % 2)).toEqual(empty.map(() => 1));
  });

  test("repeat the title of the chapter or section at their head", () => {
    const second = pdf.pages[pageWith("Chapitre 1").index + 1]!;
    expect(marginTexts(second).map(({ text }) => text)).toContain("Écouter l’été");
  });
});

/** Texts of level-1 headings, as large as only titles are. */
function headings(page: PdfPage): string[] {
  const large = page.texts.filter(({ tagged, size }) => tagged && size > 16);
  return [plain(large.map(({ text }) => text).join(""))];
}

describe("links", () => {
  test("of the table of contents show the folio of the page that they lead to", () => {
    const contents = pageWith("Table des matières");
    const entries = contents.links.map((link) => {
      const [, title, folio] = /^(.*?)[\s.]*\s(\S+)$/.exec(plain(linkText(contents, link)))!;
      return { title: title!, folio, place: link.place! };
    });
    expect(entries.map(({ title }) => title)).toEqual([
      "Avant-propos",
      "I Les sons",
      "1 Écouter l’été",
      "Les gestes du preneur",
      "Distance & niveau",
      "Calculer un niveau",
      "II Les ombres",
      "2 Voir avec les oreilles",
      "La fenêtre",
      "Fondus",
      "Glossaire",
      "Mixage",
      "Perche",
    ]);
    for (const { title, folio, place } of entries) {
      const page = pdf.pages[place.page]!;
      expect(folio, title).toBe(page.label);
      expect(plain(bodyText(page)), title).toContain(title.replace(/^(\d+|[IVX]+) /, ""));
    }
  });

  test.each([
    ["par l’oreille", "Chapitre 1"],
    ["par l’œil", "Chapitre 2"],
    ["le glossaire", "Mixage"],
    ["l’image correspondante", "La fenêtre"],
    ["gestes", "Les gestes du preneur"],
    ["le calcul du niveau", "Calculer un niveau"],
  ])("on “%s” lead to “%s”", (words, target) => {
    expect(destinationOf(words)).toBe(target);
  });

  test("to the web keep their address", () => {
    expect(linkOn("la page de la norme").url).toBe("https://example.org/norme?a=1&b=2");
  });

  test("lead to a place, all of them, and to no placeholder", () => {
    const links = pdf.pages.flatMap((page) => page.links);
    expect(links.filter(({ url, place }) => !url && !place)).toEqual([]);
    expect(links.flatMap(({ url }) => url ?? [])).toEqual(["https://example.org/norme?a=1&b=2"]);
  });
});

describe("the outline", () => {
  test("is nested as parts, chapters and their sections are", () => {
    const titles = (items: readonly OutlineItem[]): unknown[] =>
      items.map(({ title, children }) => (children.length > 0 ? [title, ...titles(children)] : title));
    expect(titles(pdf.outline)).toEqual([
      "Avant-propos",
      [
        "I Les sons",
        ["1 Écouter l’été", ["Les gestes du preneur", "Distance & niveau"], "Calculer un niveau"],
      ],
      ["II Les ombres", ["2 Voir avec les oreilles", "La fenêtre", "Fondus"]],
      ["Glossaire", "Mixage", "Perche"],
    ]);
  });

  test("leads to the pages of the headings", () => {
    const all = (items: readonly OutlineItem[]): OutlineItem[] =>
      items.flatMap((item) => [item, ...all(item.children)]);
    for (const { title, place } of all(pdf.outline)) {
      const page = pdf.pages[place?.page ?? -1];
      expect(page && plain(bodyText(page)), title).toContain(title.replace(/^(\d+|[IVX]+) /, ""));
    }
  });

  test("names no place that changes from build to build", () => {
    const names = [...pdf.destinations.keys()].filter((name) => /[0-9a-f]{8}-[0-9a-f]{4}-/.test(name));
    expect(names).toEqual([]);
  });
});

describe("footnotes", () => {
  test.each([
    ["montage", "Le mot vient de la mécanique"],
    ["arrondi près", "L’arrondi se fait au demi-décibel"],
    ["filmée", "Voir aussi"],
  ])("the note to “%s” stands below its reference, on the same page", (words, note) => {
    const page = pageWith(note);
    const reference = page.links.find(({ place }) => place && leadsTo(place, note));
    expect(reference?.place?.page).toBe(page.index);
    expect(reference!.place!.top).toBeGreaterThan(reference!.bottom);
    expect(letters(bodyText(page))).toContain(letters(words + linkText(page, reference!)));
  });

  test("a note may go on with a second paragraph, on the same page and in the same small type", () => {
    const page = pageWith("Le second alinéa de cette note");
    expect(page).toBe(pageWith("Le mot vient de la mécanique"));
    const reference = page.links.find(({ place }) => place && leadsTo(place, "Le mot vient"));
    const note = page.texts.filter(({ tagged, baseline }) => tagged && baseline > reference!.place!.top);
    expect(letters(note.map(({ text }) => text).join(""))).toMatch(/^1Lemot.*Lesecondalinéa.*lerythme\.$/);
    const text = page.texts.find(({ text }) => text.startsWith("Le chant"));
    expect(note.filter(({ size }) => size >= text!.size)).toEqual([]);
  });

  test("a note leads back to its first reference", () => {
    const page = pageWith("Le mot vient de la mécanique");
    const [reference, label] = page.links.filter((link) => linkText(page, link) === "1");
    expect(label!.top).toBeGreaterThan(reference!.bottom);
    expect(label!.place).toEqual({ page: page.index, top: expect.closeTo(reference!.top, -1) });
  });
});

function leadsTo({ page, top }: Place, words: string): boolean {
  return letters(lineBelow(pdf.pages[page]!, top)).includes(letters(words));
}

describe("the tags", () => {
  test("are there, in a document of its language", () => {
    expect(pdf.marked).toBe(true);
    const nodes = structureNodes(pdf.pages[0]!);
    expect(nodes.find(({ role }) => role === "Document")).toBeDefined();
    expect(nodes.find(({ lang }) => lang === "fr")).toBeDefined();
  });

  test.each(["H1", "H2", "H3", "P", "L", "LI", "Table", "TR", "TH", "TD", "Figure", "Link", "Code"])(
    "name elements for what they are: %s",
    (role) => {
      const roles = new Set(pdf.pages.flatMap((page) => structureNodes(page).map((node) => node.role)));
      expect(roles).toContain(role);
    },
  );

  test("hold all that is in the text, but the markers of lists and the leaders of the contents", () => {
    const outside = pdf.pages.flatMap((page) => {
      const margins = new Set(marginTexts(page));
      return page.texts.filter((each) => !each.tagged && !margins.has(each)).map(({ text }) => text.trim());
    });
    expect(outside.filter((text) => !/^(\d+\.|•|[. ]*)$/.test(text))).toEqual([]);
  });

  test("give the figure's description", () => {
    const figures = pdf.pages.flatMap(structureNodes).filter(({ role, alt }) => role === "Figure" && alt);
    expect(figures.map(({ alt }) => plain(alt!))).toEqual([
      "Trois boîtes reliées par deux flèches : cigale, micro, casque",
    ]);
  });
});
