/** Lays out a run, or takes the result of an earlier time when nothing it depends on has changed. */
import { programFingerprint } from "../../../cache/fingerprint.js";
import { framed, unframed } from "../../../cache/framed.js";
import { keyOf, type Store } from "../../../cache/store.js";
import { withFurniture } from "../assemble/furniture.js";
import { prepareRun } from "../assemble/prepare-run.js";
import { decodeRun, encodeRun, type PreparedRun } from "../assemble/prepared-run.js";
import { readPrintedPdf } from "../assemble/reader/printed-pdf.js";
import { type LayoutJob, withoutPlan } from "../job/layout-job.js";
import type { LayoutTask } from "../job/layout-task.js";
import type { Reading } from "../readback/compare/reading.js";
import { judgeRun } from "../readback/judge.js";
import { readPages } from "../readback/read-pages.js";
import { browserIdentity } from "./browser/identity.js";
import type { Survey } from "./engine/survey.js";
import type { WorkerPool } from "./pool.js";

/** A run with its pages laid out, ready to be joined to others. */
export interface LaidOutRun {
  readonly survey: Survey;
  /** What of the text cannot be read on the pages. */
  readonly reading: Reading;
  readonly prepared: PreparedRun;
  /** Why it was not planned, though it was to be. */
  readonly unplanned?: string;
}

/** @param onPage called for each page begun; not called when the result is taken from the cache. */
export type LayOut = (task: LayoutTask, onPage: () => void) => Promise<LaidOutRun>;

/** Lays out in a browser of the pool what the store does not have. */
export function cachedLayout(store: Store, pool: WorkerPool): LayOut {
  /** For all runs of an edition: one browser lays them out. */
  const engine = engineIdentity();
  // Whoever lays out a run is told what goes wrong.
  engine.catch(() => undefined);
  return async ({ name, job }, onPage) => {
    const key = keyOf(await engine, name);
    const kept = await store.read("run", key);
    if (kept) return decode(kept);
    const result = await layOutIn(pool, await job(), onPage);
    await store.write("run", key, encode(result));
    return result;
  };
}

/** Lays a run out by plan, if that is asked for; what was not printed as it was planned is left to Paged.js. */
async function layOutIn(pool: WorkerPool, job: LayoutJob, onPage: () => void): Promise<LaidOutRun> {
  const { survey, text, pdf, furniture, unplanned } = await pool.use((worker) => worker.layOut(job, onPage));
  const read = readPrintedPdf(pdf);
  const withMargins = furniture ? withFurniture(read, furniture) : read;
  if (withMargins === undefined) return layOutAnew(pool, job, onPage, "it has other pages in print");
  const reading = judgeRun(text, readPages(withMargins, job.sheet.bleed));
  if (furniture && !reading.isAsForecast)
    return layOutAnew(pool, job, onPage, "text of it is on other pages in print");
  return {
    survey,
    reading,
    prepared: prepareRun(withMargins, job.assets),
    ...(unplanned !== undefined && { unplanned }),
  };
}

async function layOutAnew(
  pool: WorkerPool,
  job: LayoutJob,
  onPage: () => void,
  unplanned: string,
): Promise<LaidOutRun> {
  return { ...(await layOutIn(pool, withoutPlan(job), onPage)), unplanned };
}

/** The program and the browser: another version of either may break pages elsewhere. */
async function engineIdentity(): Promise<string> {
  const [program, browser] = await Promise.all([programFingerprint(), browserIdentity()]);
  return program + browser;
}

function encode({ prepared, ...facts }: LaidOutRun): Uint8Array {
  return framed(facts, encodeRun(prepared));
}

function decode(content: Buffer): LaidOutRun {
  const { facts, bytes } = unframed<Omit<LaidOutRun, "prepared">>(content);
  return { ...facts, prepared: decodeRun(bytes) };
}
