import { describe, expect, it } from "vitest";
import { shareSources } from "../../../src/build/shared-sources.js";
import type { Sources } from "../../../src/build/sources.js";
import type { Edition, Publication } from "../../../src/model/publication.js";

const EMPTY: Sources = {
  texts: new Map(),
  included: new Map(),
  resources: new Map(),
  citations: { sources: new Map(), styles: new Map() } as unknown as Sources["citations"],
  digests: new Map([["one.md", "digest"]]),
  absent: [],
  searched: false,
  parsed: 1,
  diagnostics: [],
};

const PARTING = {
  publication: {} as Publication,
  theme: "",
  knownTexts: async () => undefined,
};

const edition = (id: string) =>
  ({
    id,
    format: "pdf",
    sections: [],
    metadata: { title: "A Book", language: "en", contributors: [], subjects: [], identifier: "urn:x" },
    variables: {},
    location: { file: "publication.yaml" },
  }) as unknown as Edition;

/** Counts how often the sources are read: again means that they had been let go. */
function counted(wanted: readonly string[]) {
  let reads = 0;
  const sources = shareSources(wanted.map(edition), async () => {
    reads += 1;
    return EMPTY;
  });
  return { sources, reads: () => reads };
}

/** True when the sources were let go. This reads them again, so it is the last question. */
async function areGone({ sources, reads }: ReturnType<typeof counted>): Promise<boolean> {
  const before = reads();
  await sources.ready();
  return reads() > before;
}

describe("the sources of a publication", () => {
  it("are not read before an edition asks, and once for all", async () => {
    const { sources, reads } = counted(["print", "ebook"]);
    expect(reads()).toBe(0);
    await Promise.all([sources.ready(), sources.ready()]);
    expect(reads()).toBe(1);
  });

  it("go when the last edition is composed: nobody needs them for the layout", async () => {
    const some = counted(["print", "ebook", "print"]);
    const composed = await some.sources.compose(edition("print"), PARTING);
    expect(composed.digests).toBe(EMPTY.digests);
    expect(some.reads()).toBe(1);
    await some.sources.compose(edition("ebook"), PARTING);
    expect(await areGone(some)).toBe(true);
  });

  it("stay while an edition has still to be composed, though others are done", async () => {
    const some = counted(["ebook", "print", "print"]);
    await some.sources.compose(edition("ebook"), PARTING);
    some.sources.release("ebook");
    some.sources.release("print");
    expect(await areGone(some)).toBe(false);
  });

  it("go without an edition that was kept from an earlier build, and its page numbers", async () => {
    const some = counted(["print", "ebook", "small-print"]);
    await some.sources.compose(edition("print"), PARTING);
    some.sources.release("ebook");
    some.sources.release("small-print");
    expect(await areGone(some)).toBe(true);
  });
});
