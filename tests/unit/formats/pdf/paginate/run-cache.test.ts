import { expect, test } from "vitest";
import { noStore } from "../../../../../src/cache/store.js";
import type { LayoutJob } from "../../../../../src/formats/pdf/job/layout-job.js";
import type { WorkerPool } from "../../../../../src/formats/pdf/paginate/pool.js";
import { cachedLayout } from "../../../../../src/formats/pdf/paginate/run-cache.js";

const image = {
  address: "resources/a.png",
  mediaType: "image/png",
  body: new Uint8Array([1]),
  digest: "1f0c",
};
const job: LayoutJob = {
  html: '<html lang="en"><img src="resources/a.png">',
  sheet: { trim: { width: 300, height: 400 }, bleed: 0, marks: [] },
  engine: "pagedjs",
  assets: [image],
};

/** The name under which the layout of a job is looked for. */
async function keyFor(asked: LayoutJob): Promise<string> {
  const keys: string[] = [];
  const store = { ...noStore, read: async (_: string, key: string) => void keys.push(key) };
  const pool = { use: () => Promise.reject(new Error("no browser here")) } as unknown as WorkerPool;
  await cachedLayout(store as typeof noStore, pool)(asked, () => {}).catch(() => {});
  return keys[0]!;
}

test("a job that comes from another process is known again", async () => {
  expect(await keyFor(structuredClone(job))).toBe(await keyFor(job));
});

test.each<[string, LayoutJob]>([
  ["document", { ...job, html: `${job.html} ` }],
  ["sheet", { ...job, sheet: { ...job.sheet, bleed: 9 } }],
  ["image", { ...job, assets: [{ ...image, digest: "2a7b" }] }],
])("a job with another %s is another one", async (_, other) => {
  expect(await keyFor(other)).not.toBe(await keyFor(job));
});
