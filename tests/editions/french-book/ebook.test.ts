/** The EPUB of a small book with one of everything: what a reading system finds in it. */
import { readFile } from "node:fs/promises";
import { EpubCheck } from "@likecoin/epubcheck-ts";
import { beforeAll, describe, expect, test } from "vitest";
import { type Epub, linksOf, readEpub, resolves } from "../../support/epub.js";
import { blocksOf, missingFrom } from "../../support/lost-text.js";
import { publish } from "../../support/publish.js";
import { temporaryFolders } from "../../support/temporary-folders.js";
import { texts } from "../../support/xml.js";

const MANUSCRIPT = ["avant-propos", "ecouter", "voir", "glossaire"];
const folders = temporaryFolders();
let bytes: Uint8Array;
let epub: Epub;

beforeAll(async () => {
  const folder = await folders.copyOf(new URL(".", import.meta.url));
  const { bytesOf } = await publish(folder, { out: await folders.make(), editions: ["ebook"] });
  bytes = await bytesOf("ebook");
  epub = await readEpub(bytes);
});

/** With one ordinary space for every space: French has narrow and unbreakable ones. */
const plain = (text: string) => text.replace(/\s+/g, " ").trim();

const inPackage = (path: string) => texts(epub.read(epub.packagePath), path).map(plain);

/** The document whose first heading has the words. */
function documentOf(title: string): string {
  const found = epub.spine.find((path) => texts(epub.read(path), "//h:h1").map(plain).join().includes(title));
  if (!found) throw new Error(`No document is called “${title}”`);
  return found;
}

describe("the package", () => {
  test("is without an error or a warning of EPUBCheck", async () => {
    const { messages } = await EpubCheck.validate(bytes);
    const serious = messages.filter(({ severity }) => ["fatal", "error", "warning"].includes(severity));
    expect(serious).toEqual([]);
  });

  test("has the metadata of the publication", () => {
    expect(inPackage("//dc:title")).toContain("Écouter & voir : l’été <des> sons");
    expect(inPackage("//dc:creator")).toEqual(["Éloïse Façon", "Jean Noël"]);
    expect(inPackage("//dc:contributor")).toEqual(["Ève Müller"]);
    expect(inPackage("//dc:language")).toEqual(["fr"]);
    expect(inPackage("//dc:publisher")).toEqual(["Presses de l’Œuvre"]);
    expect(inPackage("//dc:identifier")).toEqual(["urn:uuid:6f1e2b4c-5a0d-4c53-9b7e-8d2f3a4b5c6d"]);
    expect(inPackage("//dc:date")).toEqual(["2026-11-22"]);
    expect(inPackage("//dc:rights")).toEqual(["CC BY 4.0"]);
    expect(inPackage("//dc:description")).toEqual(["Deux chapitres sur l’écoute & la vue."]);
    expect(inPackage("//dc:subject")).toContain("cinéma");
  });

  test("names the part that each contributor had, and the name to sort by", () => {
    const refined = (property: string) => inPackage(`//opf:meta[@property="${property}"]`);
    expect(refined("role")).toEqual(["aut", "aut", "edt"]);
    expect(refined("file-as")).toEqual(["Façon, Éloïse", "Noël, Jean", "Müller, Ève"]);
  });

  test("lists every file in its manifest, and none that is not there", () => {
    const listed = [...epub.manifest.values()].map(({ path }) => path);
    const outside = new Set(["mimetype", "META-INF/container.xml", epub.packagePath]);
    const packed = epub.names.filter((name) => !outside.has(name));
    expect([...listed].sort()).toEqual([...packed].sort());
    expect(new Set(listed).size).toBe(listed.length);
  });

  test("has the image, as the file that the publication has", () => {
    const images = [...epub.manifest.values()].filter(({ path }) => path.includes("chaine"));
    expect(images.map(({ mediaType }) => mediaType)).toEqual(["image/svg+xml"]);
    expect(epub.read(images[0]!.path)).toContain("M95 40h32m-8-6 8 6-8 6");
  });
});

describe("the spine", () => {
  test("has the sections in the order of the publication", () => {
    const headings = epub.spine.map((path) => texts(epub.read(path), "//h:h1").map(plain).at(-1));
    const titles = ["Avant-propos", "Les sons", "l’été", "Les ombres", "les oreilles", "Glossaire"];
    const found = titles.map((title) => headings.findIndex((heading) => heading?.endsWith(title)));
    expect(found).not.toContain(-1);
    expect(found).toEqual([...found].sort((a, b) => a - b));
  });

  test("opens with the cover, the title page, what belongs on its back and the contents", () => {
    const names = epub.spine.slice(0, 4).map((path) => path.replace(/^.*\/|\.xhtml$/g, ""));
    expect(names).toEqual(["cover", "titlepage", "copyright-page", "nav"]);
  });

  test.each(MANUSCRIPT)("has every word of %s.md", async (name) => {
    const source = await readFile(new URL(`content/${name}.md`, import.meta.url), "utf8");
    expect(missingFrom(epub.texts, blocksOf(source))).toEqual([]);
  });

  test("says the language of every document", () => {
    const languages = epub.spine.map((path) => texts(epub.read(path), "/h:html/@lang | /h:html/@xml:lang"));
    expect(new Set(languages.flat())).toEqual(new Set(["fr"]));
  });
});

describe("the navigation", () => {
  const TOC = "//h:nav[@epub:type='toc']";

  function navigation(): string {
    const item = [...epub.manifest.values()].find(({ properties }) => properties.includes("nav"));
    return epub.read(item!.path);
  }

  /** Titles of the entries at the end of a path of list items. */
  function entries(path: string): string[] {
    return texts(navigation(), `${TOC}/h:ol/h:li${path}/h:a`).map(plain);
  }

  test("has parts, chapters and headings, each inside of the other", () => {
    expect(entries("")).toEqual(["Avant-propos", "I Les sons", "II Les ombres", "Glossaire"]);
    expect(entries("/h:ol/h:li")).toEqual([
      "1 Écouter l’été",
      "2 Voir avec les oreilles",
      "Mixage",
      "Perche",
    ]);
    expect(entries("/h:ol/h:li/h:ol/h:li")).toEqual([
      "Les gestes du preneur",
      "Calculer un niveau",
      "La fenêtre",
      "Fondus",
    ]);
    expect(entries("/h:ol/h:li/h:ol/h:li/h:ol/h:li")).toEqual(["Distance & niveau"]);
  });

  test("says the same to older reading systems", () => {
    const [ncx] = [...epub.manifest.values()].filter(({ path }) => path.endsWith(".ncx"));
    const labels = texts(epub.read(ncx!.path), "//ncx:navPoint/ncx:navLabel/ncx:text").map(plain);
    expect(labels).toEqual(texts(navigation(), `${TOC}//h:a`).map(plain));
  });

  test("marks where the text begins", () => {
    const landmarks = texts(navigation(), "//h:nav[@epub:type='landmarks']//h:a/@epub:type");
    expect(landmarks).toContain("bodymatter");
    expect(landmarks).toContain("toc");
  });
});

describe("links", () => {
  test("lead to a file and a place that are there, in every document", () => {
    const documents = epub.names.filter((name) => name.endsWith(".xhtml"));
    const links = documents.flatMap((name) => linksOf(epub, name));
    expect(links.length).toBeGreaterThan(40);
    expect(links.filter((link) => !resolves(epub, link))).toEqual([]);
  });

  test("between files of the manuscript lead to the right document and heading", () => {
    const from = documentOf("Écouter l’été");
    const link = linksOf(epub, from).find(({ fragment }) => fragment?.includes("fenetre"));
    expect(link?.target).toBe(documentOf("Voir avec les oreilles"));
    const heading = texts(epub.read(link!.target!), `//*[@id="${link!.fragment}"]`).map(plain);
    expect(heading.join()).toContain("La fenêtre");
  });

  test("to the web keep their address", () => {
    const addresses = linksOf(epub, documentOf("Écouter l’été")).flatMap(({ target, href }) =>
      target === undefined ? [href] : [],
    );
    expect(addresses).toEqual(["https://example.org/norme?a=1&b=2"]);
  });

  test("of notes go there and back", () => {
    const all = epub.spine.flatMap((path) => linksOf(epub, path).map((link) => ({ path, ...link })));
    const references = epub.spine.flatMap((path) =>
      texts(epub.read(path), "//h:a[@epub:type='noteref']/@href").map(
        (href) => all.find((link) => link.path === path && link.href === href)!,
      ),
    );
    // Two in the first chapter; one note of the second is referred to twice.
    expect(references).toHaveLength(4);
    for (const { path, target, fragment } of references) {
      const note = `//*[@epub:type="footnote" or @epub:type="endnote"][@id="${fragment}"]`;
      expect(texts(epub.read(target!), note), fragment).toHaveLength(1);
      const back = texts(epub.read(target!), `${note}//h:a[@role="doc-backlink"]/@href`);
      const places = all.filter((link) => link.path === target && back.includes(link.href));
      expect(places.length, fragment).toBeGreaterThan(0);
      for (const place of places) {
        expect(place.target).toBe(path);
        const reference = `//h:a[@epub:type='noteref'][@id="${place.fragment}"]/@href`;
        expect(texts(epub.read(path), reference)[0]).toContain(`#${fragment}`);
      }
    }
  });
});
