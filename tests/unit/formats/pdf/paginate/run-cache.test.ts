import { expect, test } from "vitest";
import { noStore } from "../../../../../src/cache/store.js";
import type { RunDraft } from "../../../../../src/formats/pdf/job/layout-job.js";
import { namedDraft, taskOf } from "../../../../../src/formats/pdf/job/layout-task.js";
import { pageReference } from "../../../../../src/formats/pdf/job/page-references.js";
import type { WorkerPool } from "../../../../../src/formats/pdf/paginate/pool.js";
import { cachedLayout } from "../../../../../src/formats/pdf/paginate/run-cache.js";

const image = {
  address: "resources/a.png",
  mediaType: "image/png",
  body: new Uint8Array([1]),
  digest: "1f0c",
};
const WRITTEN = `<html lang="en"><img src="resources/a.png">, page ${pageReference("two")}`;
const draft: RunDraft = {
  run: "one",
  html: Buffer.from(WRITTEN),
  sheet: { trim: { width: 300, height: 400 }, bleed: 0, marks: [] },
  engine: "pagedjs",
  assets: [image],
};

const FOLIOS = new Map([["two", "9"]]);

/** The name under which the layout of a draft is looked for. */
async function keyFor(asked: RunDraft, folios = FOLIOS, side: "recto" | "verso" = "recto"): Promise<string> {
  const keys: string[] = [];
  const store = { ...noStore, read: async (_: string, key: string) => void keys.push(key) };
  const pool = { use: () => Promise.reject(new Error("no browser here")) } as unknown as WorkerPool;
  const task = taskOf(namedDraft(asked), folios, side);
  await cachedLayout(store as typeof noStore, pool)(task, () => {}).catch(() => {});
  return keys[0]!;
}

test("a draft that comes from another process is known again", async () => {
  expect(await keyFor(structuredClone(draft))).toBe(await keyFor(draft));
});

test.each<[string, RunDraft]>([
  ["document", { ...draft, html: Buffer.from(`${WRITTEN} `) }],
  ["sheet", { ...draft, sheet: { ...draft.sheet, bleed: 9 } }],
  ["image", { ...draft, assets: [{ ...image, digest: "2a7b" }] }],
  ["engine", { ...draft, engine: "plan" }],
])("a draft with another %s is another one", async (_, other) => {
  expect(await keyFor(other)).not.toBe(await keyFor(draft));
});

test("a draft is another one when it shows another folio or begins on another side, and no other folio matters", async () => {
  const own = await keyFor(draft);
  expect(await keyFor(draft, new Map([["two", "10"]]))).not.toBe(own);
  expect(await keyFor(draft, FOLIOS, "verso")).not.toBe(own);
  expect(await keyFor(draft, new Map([...FOLIOS, ["three", "12"]]))).toBe(own);
});
