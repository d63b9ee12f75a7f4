import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../../../../../src/diagnostics/diagnostic.js";
import type { PreparedRun } from "../../../../../src/formats/pdf/assemble/prepared-run.js";
import type { History } from "../../../../../src/formats/pdf/paginate/history.js";
import { paginate } from "../../../../../src/formats/pdf/paginate/paginate.js";
import type { LaidOutRun } from "../../../../../src/formats/pdf/paginate/run-cache.js";
import { pageReference } from "../../../../../src/formats/pdf/render/page-references.js";
import type { Run } from "../../../../../src/model/run.js";

const NO_HISTORY: History = { folios: {}, pages: {}, seconds: {}, sources: {} };

const NOTHING_PRINTED: PreparedRun = {
  body: Buffer.alloc(0),
  streams: [],
  outline: {
    digest: "",
    objects: 0,
    pages: [],
    elements: [],
    parents: [],
    identified: [],
    roleMap: [],
    classMap: [],
    destinations: [],
    targets: [],
    digests: [],
    facts: { languages: [], fonts: [], images: [] },
  },
};

const run = (id: string, text: string): Run => ({
  id,
  sections: [id],
  title: id,
  startsOn: "any",
  numbering: { sequence: "main", style: "decimal" },
  files: [`${id}.md`],
  lines: 1,
  html: `<html lang="en">${text}`,
});

/** Lays out without a browser: a page for each "¶" of the document, an anchor for each run on its first page. */
function layouter(pagesOf: (html: string) => number = (html) => html.split("¶").length - 1) {
  const laidOut: string[] = [];
  const layOut = async (html: string): Promise<LaidOutRun> => {
    laidOut.push(html);
    const id = /id=(\w+)/.exec(html)![1]!;
    const pages = Array.from({ length: pagesOf(html) }, () => ({ names: [], blank: false }));
    const anchors = [{ id, page: 0, x: 0, y: 0 }];
    const survey = { pages, anchors, folios: [], images: [], blocks: [] };
    const reading = { losses: [], cuts: [], overfull: [], overprints: [], margins: [], missing: [] };
    return { prepared: NOTHING_PRINTED, survey, reading };
  };
  return { layOut, laidOut };
}

const contents = run("toc", `id=toc ¶ see ${pageReference("two")}`);
const one = run("one", "id=one ¶¶¶");
const two = run("two", "id=two ¶");

async function settle(
  runs: Run[],
  history = NO_HISTORY,
  pagesOf?: (html: string) => number,
  digests: ReadonlyMap<string, string> = new Map(),
) {
  const { layOut, laidOut } = layouter(pagesOf);
  const diagnostics: Diagnostic[] = [];
  const report = (each: Diagnostic) => void diagnostics.push(each);
  const result = await paginate({ runs, layOut, history, digests, report, onProgress: () => {} });
  return { ...result, documents: laidOut, diagnostics };
}

describe("page references", () => {
  it("show the folio of the page that they refer to", async () => {
    const { documents } = await settle([contents, one, two]);
    expect(documents.filter((html) => html.includes("id=toc")).at(-1)).toContain("see 5");
  });

  it("need no second layout when the last build knew the folios and the lengths", async () => {
    const { history } = await settle([contents, one, two]);
    const { documents } = await settle([contents, one, two], history);
    expect(documents).toHaveLength(3);
  });

  it("are corrected when a chapter before the place has grown since the last build", async () => {
    const { history } = await settle([contents, one, two]);
    const longer = run("one", "id=one ¶¶¶¶¶");
    const { documents } = await settle([contents, longer, two], history);
    expect(documents.filter((html) => html.includes("id=toc")).at(-1)).toContain("see 7");
  });

  it("that never settle end in a warning that names the section, not in an endless build", async () => {
    // The contents take one page more whenever the folio they show is odd, which makes it even.
    const { diagnostics, documents } = await settle([contents, one, two], NO_HISTORY, (html) =>
      html.includes("id=toc") ? (/see \d*[13579]$/.test(html) ? 2 : 1) : html.split("¶").length - 1,
    );
    expect(diagnostics.map(({ code }) => code)).toEqual(["references-unsettled"]);
    expect(diagnostics[0]!.message).toContain("toc");
    expect(documents.length).toBeLessThan(20);
  });
});

describe("a run", () => {
  it("is laid out for the side of the spread on which it begins", async () => {
    const { documents } = await settle([one, two]);
    expect(documents.filter((html) => html.includes("id=two")).at(-1)).toContain('data-first-side="verso"');
  });

  it("that took long last time is laid out first", async () => {
    const { documents } = await settle([one, two], { ...NO_HISTORY, seconds: { one: 1, two: 9 } });
    expect(documents[0]).toContain("id=two");
  });

  it("whose text has changed is laid out before all others", async () => {
    const before = new Map([["two.md", "a digest"]]);
    const { history } = await settle([one, two], NO_HISTORY, undefined, before);
    const slow = { ...history, seconds: { one: 9, two: 1 } };
    const same = await settle([one, two], slow, undefined, before);
    expect(same.documents[0]).toContain("id=one");
    const changed = await settle([one, two], slow, undefined, new Map([["two.md", "another"]]));
    expect(changed.documents[0]).toContain("id=two");
  });

  it("is in layout before the next one is written", async () => {
    const events: string[] = [];
    const written = (each: Run): Run => ({
      ...each,
      get html() {
        events.push(`${each.id} written`);
        return each.html;
      },
    });
    const { layOut } = layouter();
    const runs = [written(one), written(two)];
    const noticed = (html: string) => {
      events.push(`${/id=(\w+)/.exec(html)![1]} begun`);
      return layOut(html);
    };
    const rest = { digests: new Map(), report: () => {}, onProgress: () => {} };
    await paginate({ runs, layOut: noticed, history: NO_HISTORY, ...rest });
    expect(events.slice(0, 4)).toEqual(["one written", "one begun", "two written", "two begun"]);
  });
});
