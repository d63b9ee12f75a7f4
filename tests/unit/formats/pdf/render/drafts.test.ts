import { describe, expect, it } from "vitest";
import type { Dressing } from "../../../../../src/formats/pdf/dressing.js";
import { jobOf, type RunDraft } from "../../../../../src/formats/pdf/job/layout-job.js";
import { renderPrint } from "../../../../../src/formats/pdf/render/render.js";
import type { PdfEdition } from "../../../../../src/model/publication.js";
import { servedPath } from "../../../../../src/model/served.js";
import type { Theme } from "../../../../../src/model/theme.js";
import { makeBook } from "../../epub/book.js";

const picture = (mediaType: string, ...bytes: number[]) => ({ mediaType, bytes: new Uint8Array(bytes) });

const drawing = (text: string) => ({
  mediaType: "image/svg+xml",
  bytes: new TextEncoder().encode(`<svg xmlns="http://www.w3.org/2000/svg">${text}</svg>`),
});

const book = makeBook({
  sections: [
    { id: "one", html: '<p>One <img src="a&b #1.png" alt=""> <img src="plan.svg" alt=""></p>' },
    { id: "two", html: '<p>Two <img src="gone.png" alt=""></p>' },
  ],
  resources: { "a&b #1.png": picture("image/png", 1), "plan.svg": drawing("<text>Plan</text>") },
});

const theme: Theme = {
  name: "plain",
  dress: "print",
  has: () => false,
  render: (template, { content, fonts, sections }) =>
    template === "run.html"
      ? `<html lang="en">${fonts}${sections}<img src="theme/1f0c.png"><img src="theme/2a0b.svg">`
      : String(content),
};

/** A theme with two pictures and one font, whose content is given. */
function dressing(font: number): Dressing {
  const own = { bytes: new Uint8Array([font]), mayBeEmbedded: true, mayBeSubset: true };
  const faces = [{ family: "Own", weight: 400, style: "normal", ranges: [], file: "own.ttf", own } as const];
  const ornament = { name: "1f0c.png", ...picture("image/png", 3) };
  const sign = { name: "2a0b.svg", ...drawing("<text>Sign</text>") };
  return {
    theme,
    fonts: { styles: "", faces },
    pictures: new Map([
      [ornament.name, ornament],
      [sign.name, sign],
    ]),
    files: new Map(),
  };
}

function draftsWith(font: number): Promise<RunDraft[]> {
  const edition = { ...book.edition, trim: { width: 300, height: 400 }, bleed: 0 } as unknown as PdfEdition;
  const { runs, drafts } = renderPrint(book, edition, dressing(font), { creator: "Colophon" });
  return Promise.all([...drafts(runs)].map(({ draft }) => draft()));
}

const [one, two] = (await draftsWith(7)) as [RunDraft, RunDraft];
const textOf = ({ html }: RunDraft) => Buffer.from(html).toString();
const fontOf = ({ assets }: RunDraft) => assets.find(({ mediaType }) => mediaType === "font/ttf")!;

describe("the document of a run", () => {
  it("comes with the images that it shows, the fonts of its letters and what the theme may show", () => {
    expect(one.assets.map(({ address }) => servedPath(address))).toEqual([
      "theme/1f0c.png",
      "theme/2a0b.svg",
      "resources/a&b #1.png",
      "resources/plan.svg",
      fontOf(one).address,
    ]);
    for (const { address } of one.assets) expect(textOf(one)).toContain(`"${address}"`);
  });

  it("does not come with those of other runs, nor with what is not there", () => {
    const paths = two.assets.map(({ address }) => servedPath(address));
    expect(paths).toEqual(["theme/1f0c.png", "theme/2a0b.svg", fontOf(two).address]);
    expect(textOf(two)).toContain('"resources/gone.png"');
  });

  it("is plain data, and makes the same job elsewhere", () => {
    const elsewhere = structuredClone(one);
    const folios = new Map([["two", "9"]]);
    expect(jobOf(elsewhere, folios, "verso")).toEqual(jobOf(one, folios, "verso"));
  });

  it("names fonts by their content: a browser keeps them from book to book", async () => {
    const again = fontOf((await draftsWith(7))[1]!);
    const other = fontOf((await draftsWith(8))[1]!);
    expect(again).toEqual({ ...fontOf(one), lasts: true });
    expect(other.address).not.toBe(again.address);
    expect(one.assets.filter(({ lasts }) => lasts)).toEqual([fontOf(one)]);
  });

  it("names pictures by what they show: a page shows what it has had from an address in other books too", async () => {
    const bodies = new Map<string, unknown>();
    for (const font of [7, 8]) {
      const [draft] = (await draftsWith(font)) as [RunDraft];
      for (const { address, body } of draft.assets) {
        if (bodies.has(address)) expect(bodies.get(address)).toEqual(body);
        bodies.set(address, body);
      }
    }
    const addresses = [...bodies.keys()].map(servedPath);
    for (const path of ["theme/2a0b.svg", "resources/plan.svg"])
      expect(addresses.filter((each) => each === path)).toHaveLength(2);
    expect(addresses.filter((each) => each === "theme/1f0c.png")).toHaveLength(1);
  });
});
