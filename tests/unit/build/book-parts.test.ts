import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { composeInParts } from "../../../src/build/book-parts.js";
import { composeEdition, readSources, type Sources } from "../../../src/build/sources.js";
import { openStore } from "../../../src/cache/store.js";
import { loadPublication } from "../../../src/load/load.js";
import type { Book } from "../../../src/model/book.js";
import type { Publication } from "../../../src/model/publication.js";

/** Each has something that another one shows, counts or complains about. */
const TEXTS = {
  "one.md": `# One {#first}

> A motto before all.

Plain words, said ["quoted"]{.index}, a note[^n], *see* [two](two.md), @fig-ship and @cite2020. [Term]{.index} and []{.index entry="Range" range=start}.

![A ship](ship.png){#fig-ship}

(@) An example.
(@named) Another one.

Below its list, {{ unknown }} and [nowhere](#nowhere).

[^n]: The *note*, with a [term]{.index}.

## A part of one

Plain words.
`,
  "two.md": `- an item
- another one with \`code\`

# Two

| a | b |
| - | - |
| c | d |

: A table {#tbl-one}

See @named and @fig-gone, [x]{lang=zz}. []{.index entry="Range" range=end}

::: {.tip #tip-first}
## Told

Plain words.
:::
`,
  "three.md": "Words without a title, and ![a picture](gone.png) that is not there.\n\n***\n\nWords.\n",
};

const PUBLICATION = `title: Parts
language: en
content: .
notes: book-endnotes
bibliography: works.json
frontmatter: [{ role: toc }, { role: loi }, { role: lot }]
bodymatter: [{ files: [one.md, two.md] }, { file: three.md }]
backmatter: [{ role: bibliography }, { role: index }]
editions: { print: { format: pdf } }
`;

const WORKS =
  '[{ "id": "cite2020", "type": "book", "title": "A Book", "issued": { "date-parts": [[2020]] } }]';

let folder: string;
let publication: Publication;
let sources: Sources;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "colophon-parts-"));
  const files = { ...TEXTS, "publication.yaml": PUBLICATION, "works.json": WORKS };
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  await read();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function read(): Promise<void> {
  publication = (await loadPublication(folder, () => undefined))!;
  sources = await readSources(publication, publication.editions, openStore(join(folder, "cache")));
}

const print = () => publication.editions[0]!;
const textOf = (data: unknown) =>
  JSON.stringify(data, (_, value) => (value instanceof Map ? [...value] : value));
const words = (data: unknown) =>
  JSON.stringify(data, (key, value) =>
    key === "position" || key === "bodies" ? undefined : value instanceof Map ? [...value] : value,
  );

describe("a book of abridged texts", () => {
  it("has all that the whole book has besides the words of its sections", async () => {
    const whole = await composeEdition(sources, print());
    const abridged = await composeEdition(sources, print(), new Set());
    expect(whole.diagnostics.length).toBeGreaterThan(4);
    expect(abridged.diagnostics).toEqual(whole.diagnostics);
    expect(abridged.inputs).toEqual(whole.inputs);
    expect(words(abridged.book)).toBe(words(whole.book));
    expect(textOf(abridged.book).length).toBeLessThan(textOf(whole.book).length);
  });

  it.each([
    ["first", ["one.md", "two.md"]],
    ["last", ["three.md"]],
  ])("has its %s section as the whole book has it when the texts of that are whole", async (_, files) => {
    const sectionOf = ({ sections }: Book) =>
      textOf(sections.find(({ bodies }) => bodies[0]?.file === files[0]));
    const whole = await composeEdition(sources, print());
    const mixed = await composeEdition(sources, print(), new Set(files));
    expect(sectionOf(mixed.book)).toBe(sectionOf(whole.book));
    expect(mixed.diagnostics).toEqual(whole.diagnostics);
  });
});

describe("the surroundings of a section", () => {
  const surroundings = async (theme = "") => {
    const parting = { publication, theme, knownTexts: async () => undefined };
    return (await composeInParts(sources, print(), parting)).parts.surroundings;
  };
  const changed = async (name: string, text: string) => {
    await writeFile(join(folder, name), text);
    await read();
    return surroundings();
  };

  it("are others with another theme, title, work or heading, and the same with another word", async () => {
    const before = await surroundings();
    expect(await surroundings("another")).not.toBe(before);
    expect(
      await changed("one.md", TEXTS["one.md"].replace("one\n\nPlain words", "one\n\nSimple words")),
    ).toBe(before);
    expect(await changed("two.md", TEXTS["two.md"].replace("# Two", "# Second"))).not.toBe(before);
    await changed("two.md", TEXTS["two.md"]);
    expect(await surroundings()).toBe(before);
    expect(await changed("works.json", WORKS.replace("A Book", "Another"))).not.toBe(before);
    await changed("works.json", WORKS);
    expect(await changed("publication.yaml", PUBLICATION.replace("Parts", "Others"))).not.toBe(before);
  });
});
