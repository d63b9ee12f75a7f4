/** A matrix of editions, two rows of a table as PDF and EPUB each, from one publication. */
import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { findBrowser } from "../../../src/formats/pdf/paginate/browser/find.js";
import type { ProgressEvent } from "../../../src/model/progress.js";
import { readEpub } from "../../support/epub.js";
import { readPdf } from "../../support/pdf.js";
import { build } from "../../support/program.js";
import { type Published, publish } from "../../support/publish.js";
import { temporaryFolders } from "../../support/temporary-folders.js";

const folders = temporaryFolders();

async function publicationCopy(): Promise<string> {
  const folder = join(await folders.make(), "kettle");
  await cp(new URL("publication", import.meta.url), folder, { recursive: true });
  return folder;
}

const textOf = (texts: readonly string[]) => texts.join(" ").replace(/\s+/g, " ");

describe("a table of titles as PDF and EPUB", () => {
  let published: Published;
  let folder: string;
  let out: string;
  beforeAll(async () => {
    [folder, out] = [await publicationCopy(), await folders.make()];
    published = await publish(folder, { out, jobs: 1 });
  }, 240_000);

  const print = async (id: string) => {
    const pdf = await readPdf(await published.bytesOf(`${id}-print`));
    const text = textOf(pdf.pages.flatMap(({ texts }) => texts.map((each) => each.text)));
    return { pdf, text };
  };
  const ebook = async (id: string) => {
    const epub = await readEpub(await published.bytesOf(`${id}-ebook`));
    return { epub, text: textOf(epub.texts) };
  };

  test("has an edition of each row and format, without a word to say", () => {
    expect(published.diagnostics).toEqual([]);
  });

  test("has the row's page size, language, title and identifier, as text", async () => {
    const [fr, teacher] = [await print("fr"), await print("teacher")];
    expect(fr.pdf.pages[0]!.width).toBeCloseTo(297.64, 1);
    expect(teacher.pdf.pages[0]!.width).toBeCloseTo(419.53, 1);
    expect(fr.pdf.xmp).toContain("978-3-16-148410-0");
    expect(fr.text).toContain("Attendez trois minutes");
    const { epub } = await ebook("teacher");
    const opf = epub.read(epub.packagePath);
    expect(opf).toContain("The Kettle, for &lt;b&gt;teachers&lt;/b&gt;");
    expect(opf).toContain("<dc:language>en</dc:language>");
  });

  test("has in print what is for print, and for teachers what is for teachers", async () => {
    const [paper, screen] = [await print("teacher"), await ebook("teacher")];
    for (const words of ["Only on paper", "Index", "Contents"]) expect(paper.text).toContain(words);
    expect(screen.text).not.toContain("Only on paper");
    expect(screen.text).toContain("On a screen there is no figure");
    expect(paper.text).not.toContain("On a screen");
    for (const { text } of [paper, screen]) {
      expect(text).toContain("Teachers find the answers in Chapter 2");
      expect(text).not.toContain("Students");
    }
    expect((await print("fr")).text).toContain("Les élèves lisent ceci");
    expect((await print("fr")).text).not.toContain("Réponses");
  });

  test("leaves images out of ebooks that do not show them", async () => {
    const { epub } = await ebook("fr");
    expect(epub.names.filter((name) => name.includes("pot"))).toEqual([]);
  });

  test("takes the page numbers of an ebook from the PDF of its row", async () => {
    const { epub } = await ebook("teacher");
    const nav = epub.read(
      [...epub.manifest.values()].find(({ properties }) => properties.includes("nav"))!.path,
    );
    expect(nav).toContain("page-list");
  });

  test("is the same with several editions in work at once", async () => {
    const again = await publish(folder, { out: await folders.make(), jobs: 3 });
    for (const id of ["fr-print", "teacher-print", "fr-ebook", "teacher-ebook"]) {
      expect(Buffer.compare(await published.bytesOf(id), await again.bytesOf(id)), id).toBe(0);
    }
  }, 240_000);
});

describe("a build after a row has changed", () => {
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  test("makes the editions of that row anew and takes the others from the cache", async () => {
    const [folder, out] = [await publicationCopy(), await folders.make()];
    vi.stubEnv("COLOPHON_BROWSER", (await findBrowser()).executablePath);
    vi.stubEnv("COLOPHON_CACHE", await folders.make());
    const editions = ["fr-ebook", "teacher-ebook"];
    const yaml = join(folder, "publication.yaml");
    await writeFile(
      yaml,
      (await readFile(yaml, "utf8")).replace('page-source: "{{key}}-print"', "page-source: none"),
    );
    const made: string[] = [];
    const run = async () => {
      made.length = 0;
      const onProgress = (event: ProgressEvent) => {
        if (event.type === "stage" && event.stage === "compose") made.push(event.edition);
      };
      const { diagnostics } = await build({ publications: [folder], out, editions, onProgress });
      expect(diagnostics.flatMap((each) => each.diagnostics)).toEqual([]);
      return [...made].sort();
    };
    expect(await run()).toEqual(editions);
    expect(await run()).toEqual([]);
    const csv = join(folder, "titles.csv");
    await writeFile(csv, (await readFile(csv, "utf8")).replace(",trois", ",quatre"));
    expect(await run()).toEqual(["fr-ebook"]);
    await writeFile(yaml, (await readFile(yaml, "utf8")).replace("not: ebook", "not: epub"));
    expect(await run()).toEqual(editions);
  }, 240_000);
});
