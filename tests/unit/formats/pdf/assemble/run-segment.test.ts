import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { assemble } from "../../../../../src/formats/pdf/assemble/assemble.js";
import type {
  AssemblyInput,
  PrintedRun,
  SegmentStore,
} from "../../../../../src/formats/pdf/assemble/assembly.js";
import { book, printed } from "./book.js";

/** Keeps parts of files in memory and counts those that were made: one for each run, one for what is of no run. */
function keeper() {
  const kept = new Map<string, Buffer>();
  const made: string[] = [];
  const segments: SegmentStore = {
    read: async (name) => kept.get(name),
    write: async (name, content) => {
      made.push(name);
      kept.set(name, Buffer.from(content));
    },
  };
  return { segments, made: () => made.splice(0).length };
}

/** The run with so many more objects, that nothing refers to. */
function withMore(run: PrintedRun, count: number): PrintedRun {
  const { prepared } = run;
  const body = Buffer.concat([prepared.body, Buffer.from("(more)\0".repeat(count), "latin1")]);
  const digest = createHash("sha256").update(body).digest("hex");
  const outline = { ...prepared.outline, digest, objects: prepared.outline.objects + count };
  return { ...run, prepared: { ...prepared, body, outline } };
}

/** The book with its first run changed. */
function changed(change: (run: PrintedRun) => PrintedRun): AssemblyInput {
  const [first, ...rest] = book().runs;
  return book({ runs: [change(first!), ...rest] });
}

describe("the objects of runs", () => {
  it("are made once, and the file is the same without what is kept", async () => {
    const { segments, made } = keeper();
    const { bytes } = await assemble(book());
    expect((await assemble(book({ segments }))).bytes).toEqual(bytes);
    expect(made()).toBe(3 + 1);
    expect((await assemble(book({ segments }))).bytes).toEqual(bytes);
    expect(made()).toBe(0);
  });

  it("are made again for the run that changed, when it has a few objects more", async () => {
    const { segments, made } = keeper();
    await assemble(book({ segments }));
    made();
    const grown = changed((run) => withMore(run, 3));
    expect((await assemble({ ...grown, segments })).bytes).toEqual((await assemble(grown)).bytes);
    expect(made()).toBe(1);
  });

  it("are made again for all that stand behind a run that outgrows its numbers", async () => {
    const { segments, made } = keeper();
    await assemble(book({ segments }));
    made();
    const grown = changed((run) => withMore(run, 1500));
    expect((await assemble({ ...grown, segments })).bytes).toEqual((await assemble(grown)).bytes);
    expect(made()).toBe(3 + 1);
  });

  it("lead where links lead now, when a place is gone", async () => {
    const { segments, made } = keeper();
    const ids = (run: PrintedRun) => run.anchors.map(({ id }) => id);
    await assemble(book({ segments }));
    made();
    // Nothing leads to a place without an anchor, wherever the browser knows it.
    const bare = changed((run) => ({ ...run, anchors: [] }));
    expect(ids(book().runs[0]!)).not.toEqual([]);
    expect((await assemble({ ...bare, segments })).bytes).toEqual((await assemble(bare)).bytes);
  });

  it("are made again in another language, for the runs that say theirs", async () => {
    const { segments, made } = keeper();
    const { information } = book();
    const french = book({ information: { ...information, language: "fr" } });
    await assemble(book({ segments }));
    made();
    expect((await assemble({ ...french, segments })).bytes).toEqual((await assemble(french)).bytes);
    expect(made()).toBe(3 + 1);
  });

  it("that two runs share are written by the first and kept apart from the rest", async () => {
    const { segments, made } = keeper();
    const twice = book({ runs: [printed("body"), printed("body")] });
    const { bytes } = await assemble(twice);
    expect((await assemble({ ...twice, segments })).bytes).toEqual(bytes);
    expect((await assemble({ ...twice, segments })).bytes).toEqual(bytes);
    expect(made()).toBe(2 + 1);
  });
});
