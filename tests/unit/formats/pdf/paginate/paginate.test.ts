import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../../../../../src/diagnostics/diagnostic.js";
import type { PreparedRun } from "../../../../../src/formats/pdf/assemble/prepared-run.js";
import {
  type LayoutTask,
  type NamedDraft,
  namedDraft,
} from "../../../../../src/formats/pdf/job/layout-task.js";
import { pageReference } from "../../../../../src/formats/pdf/job/page-references.js";
import type { History } from "../../../../../src/formats/pdf/paginate/history.js";
import { paginate } from "../../../../../src/formats/pdf/paginate/paginate.js";
import type { LaidOutRun } from "../../../../../src/formats/pdf/paginate/run-cache.js";
import { mostUrgentFirst, sourcesOf } from "../../../../../src/formats/pdf/paginate/urgency.js";
import type { Run } from "../../../../../src/model/run.js";
import { NOTHING_FOUND } from "../../../../support/nothing-found.js";

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

interface WrittenRun extends Run {
  readonly html: string;
}

const SHEET = { trim: { width: 300, height: 400 }, bleed: 0, marks: [] };

const draftOf = ({ id, html }: WrittenRun): NamedDraft =>
  namedDraft({ run: id, html: Buffer.from(html), sheet: SHEET, engine: "pagedjs", assets: [] });

const run = (id: string, text: string): WrittenRun => ({
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
  const layOut = async (task: LayoutTask): Promise<LaidOutRun> => {
    const { html } = await task.job();
    laidOut.push(html);
    const id = /id=(\w+)/.exec(html)![1]!;
    const pages = Array.from({ length: pagesOf(html) }, () => ({ names: [], blank: false }));
    const anchors = [{ id, page: 0, x: 0, y: 0 }];
    const survey = { pages, anchors, folios: [], images: [], blocks: [] };
    return { prepared: NOTHING_PRINTED, survey, reading: NOTHING_FOUND };
  };
  return { layOut, laidOut };
}

const contents = run("toc", `id=toc ¶ see ${pageReference("two")}`);
const one = run("one", "id=one ¶¶¶");
const two = run("two", "id=two ¶");

async function settle(
  runs: WrittenRun[],
  history = NO_HISTORY,
  pagesOf?: (html: string) => number,
  digests: ReadonlyMap<string, string> = new Map(),
) {
  const { layOut, laidOut } = layouter(pagesOf);
  const diagnostics: Diagnostic[] = [];
  const report = (each: Diagnostic) => void diagnostics.push(each);
  const sources = sourcesOf(runs, digests);
  const order = mostUrgentFirst(runs, history, sources) as readonly WrittenRun[];
  const drafts = order.map(draftOf);
  const result = await paginate({ runs, drafts, layOut, history, sources, report, onProgress: () => {} });
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
    function* written(): Generator<NamedDraft> {
      for (const each of [one, two]) {
        events.push(`${each.id} written`);
        yield draftOf(each);
      }
    }
    const { layOut } = layouter();
    const names = [one, two].values();
    const noticed = (task: LayoutTask) => {
      events.push(`${names.next().value?.id} begun`);
      return layOut(task);
    };
    const rest = { history: NO_HISTORY, sources: {}, report: () => {}, onProgress: () => {} };
    await paginate({ runs: [one, two], drafts: written(), layOut: noticed, ...rest });
    expect(events.slice(0, 4)).toEqual(["one written", "one begun", "two written", "two begun"]);
  });

  it("that cannot be written ends the layout when those before it have ended", async () => {
    const events: string[] = [];
    function* written(): Generator<NamedDraft> {
      yield draftOf(one);
      throw new Error("no template");
    }
    const { layOut } = layouter();
    const slow = async (task: LayoutTask, onPage: () => void) => {
      onPage();
      await new Promise(setImmediate);
      events.push("one ended");
      return layOut(task);
    };
    const rest = { history: NO_HISTORY, sources: {}, report: () => {}, onProgress: () => {} };
    const request = { runs: [one, two], drafts: written(), layOut: slow, ...rest };
    await expect(paginate(request)).rejects.toThrow("no template");
    expect(events).toEqual(["one ended"]);
  });
});
