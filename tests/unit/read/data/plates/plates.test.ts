/** Plates: a folder of pictures in, rows of one height out, with what is said of each and its colours. */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import { imageCredits } from "../../../../../src/input/images/image-credits.js";
import { inRows } from "../../../../../src/read/data/plates/captions.js";
import type { FoundPicture } from "../../../../../src/read/data/plates/pictures.js";
import { chosen, coloursIn } from "../../../../../src/read/data/plates/swatches.js";
import { composeFolder } from "../../../../support/compose-folder.js";
import { temporaryFolders } from "../../../../support/temporary-folders.js";

const folders = temporaryFolders();

const plain = (width: number, height: number, background: string) =>
  sharp({ create: { width, height, channels: 3, background } });

const XMP = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description
  xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" photoshop:Source="County archive">
  <dc:creator><rdf:Seq><rdf:li>Ada &amp; Bo</rdf:li></rdf:Seq></dc:creator>
  <dc:description><rdf:Alt><rdf:li xml:lang="x-default">A jetty at low water</rdf:li></rdf:Alt></dc:description>
  <dc:rights><rdf:Alt><rdf:li xml:lang="x-default">CC BY 4.0</rdf:li></rdf:Alt></dc:rights>
</rdf:Description></rdf:RDF></x:xmpmeta>`;

const CAPTIONS = `picture,caption,alt,source,licence,made,group
turned.jpg,The turned one,A tall grey field,Our own,CC0,human,First
gone.png,Not there,,,,,
`;

describe("plates", () => {
  let root: string;
  beforeAll(async () => {
    root = await folders.make({
      "publication.yaml": "title: Board\nlanguage: en\nbodymatter: [{ file: board.yaml }]\n",
      "content/board.yaml":
        "kind: plates\ntitle: Mud\nfrom: pictures\ncaptions: captions.csv\nswatches: 1\npalette: 2\nwide: 4\n",
      "content/captions.csv": CAPTIONS,
    });
    const pictures = join(root, "content/pictures");
    await mkdir(pictures);
    await plain(60, 30, "#c02010").png().toFile(join(pictures, "p10.png"));
    await plain(30, 30, "#2040c0").png().toFile(join(pictures, "p2.png"));
    await plain(40, 20, "#808080")
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toFile(join(pictures, "turned.jpg"));
    await plain(20, 20, "#fff").withXmp(XMP).jpeg().toFile(join(pictures, "words.jpg"));
    await writeFile(
      join(pictures, "broken.jpg"),
      (await plain(9, 9, "#fff").jpeg().toBuffer()).subarray(0, 99),
    );
    await writeFile(join(pictures, "notes.txt"), "no picture");
  });

  it("are all pictures of a folder, those that are named first, then by their names with numbers counted", async () => {
    const { html, diagnostics } = await composeFolder(root);
    const shown = [...html.matchAll(/<img src="content\/pictures\/([^"]+)"/g)].map(([, name]) => name);
    expect(html).toMatch(/<h1[^>]*>Mud<\/h1>/);
    expect(shown).toEqual(["p2.png", "p10.png", "words.jpg", "turned.jpg"]);
    expect(html.indexOf("First</h2>")).toBeLessThan(html.indexOf("turned.jpg"));
    expect(
      diagnostics.map(
        ({ code, message, location }) => `${location?.file}:${location?.line} ${code} ${message}`,
      ),
    ).toEqual([
      "content/captions.csv:3 sheet-reference There is no image `gone.png` in the folder",
      "content/board.yaml:3 image-broken `content/pictures/broken.jpg` is cut short",
    ]);
  });

  it("have the shape in which they are seen, and their colours", async () => {
    const { html } = await composeFolder(root);
    expect(html).toMatch(/flex-grow: 2"><img src="content\/pictures\/p10\.png">/);
    expect(html).toMatch(/flex-grow: 0\.5"><img src="content\/pictures\/turned\.jpg"/);
    expect(html).toMatch(/p2\.png.*?background-color: #2040c0.*?p10\.png.*?background-color: #c02010/);
    expect([...html.matchAll(/swatch-number">(#[0-9a-f]+)/g)].map(([, colour]) => colour)).toEqual([
      "#c02010",
      "#2040c0",
    ]);
  });

  it("say whose they are: as the captions have it, else as the file itself does", async () => {
    const { html } = await composeFolder(root);
    expect(html).toMatch(/alt="A tall grey field".*The turned one.*Our own · CC0/);
    expect(html).toMatch(/alt="A jetty at low water".*Ada &#x26; Bo · County archive · CC BY 4.0/);
  });

  it("are told to be none in a folder that is not there", async () => {
    const folder = await folders.make({
      "publication.yaml": "title: Board\nlanguage: en\nbodymatter: [{ file: board.yaml }]\n",
      "content/board.yaml": "kind: plates\nfrom: pictures\n",
    });
    const { diagnostics } = await composeFolder(folder);
    expect(diagnostics[0]).toMatchObject({
      message: "There is no folder `pictures`",
      location: { file: "content/board.yaml", line: 2, column: 7 },
    });
  });
});

describe("rows", () => {
  const rowsOf = (aspects: readonly number[], wide: number) => {
    const plates = aspects.map((aspect) => ({
      picture: { name: "", path: "", aspect, colours: [] } satisfies FoundPicture,
      said: {},
      at: { file: "", line: 1, column: 1 },
    }));
    return inRows(plates, wide).map((row) => row.map(({ picture }) => picture.aspect));
  };

  it.each([
    [
      [1.5, 1.5, 1.5, 1.5],
      3,
      [
        [1.5, 1.5],
        [1.5, 1.5],
      ],
    ],
    [
      [1.5, 0.7, 1.5, 1.5, 0.7],
      4,
      [
        [1.5, 0.7, 1.5],
        [1.5, 0.7],
      ],
    ],
    [[6, 1, 1], 4, [[6], [1, 1]]],
    [[], 4, []],
  ])("%j in %d", (aspects, wide, rows) => {
    expect(rowsOf(aspects, wide)).toEqual(rows);
  });
});

describe("colours", () => {
  const pixels = (...all: readonly (readonly [number, number, number, number])[]) =>
    new Uint8Array(all.flatMap(([red, green, blue, count]) => Array(count).fill([red, green, blue]).flat()));

  it("are means of what is nearly alike, a strong one before more of a grey one", () => {
    const found = coloursIn(pixels([120, 120, 120, 60], [126, 126, 126, 60], [230, 10, 10, 40]));
    expect(chosen(found, 2)).toEqual(["#e60a0a", "#7b7b7b"]);
  });

  it("are no more than there are, and come nearer when there are few", () => {
    const found = coloursIn(pixels([10, 10, 10, 9], [40, 40, 40, 5]));
    expect(chosen(found, 5)).toEqual(["#0a0a0a", "#282828"]);
    expect(chosen([], 5)).toEqual([]);
  });
});

describe("what a picture says of itself", () => {
  it.each([
    ["an attribute", 'a<x:xmpmeta dc:source="A &lt;b&gt;"></x:xmpmeta>', { source: "A <b>" }],
    ["nothing", "<x:xmpmeta></x:xmpmeta>", {}],
    ["a packet without an end", '<x:xmpmeta dc:source="x">', {}],
  ])("%s", (_, text, credits) => {
    expect(imageCredits(Buffer.from(text))).toEqual(credits);
  });
});
