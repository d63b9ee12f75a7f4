/** Draws graphs of Graphviz, in a thread that can be ended: nobody can tell how long a layout takes. */
import { once } from "node:events";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import { CODE_FOLDER } from "../../runtime/package-root.js";
import { DRAWN_WITHIN, type Drawer, type Drawn, NotDrawnNow, TOO_SLOW } from "../drawing.js";
import type { InstalledPackage } from "../packages.js";
import { drawGraph, type GraphvizSettings } from "./draw-graph.js";

/** Only there when the program is built. */
const BUILT = join(CODE_FOLDER, "graphviz-thread.js");

export function openGraphviz({ folder }: InstalledPackage, signal?: AbortSignal): Drawer {
  const settings: GraphvizSettings = { module: pathToFileURL(join(folder, "dist/index.js")).href };
  let worker: Worker | undefined;
  const end = async () => {
    const ended = worker?.terminate();
    worker = undefined;
    await ended;
  };
  return {
    async draw(text) {
      if (!existsSync(BUILT)) return drawGraph(text, settings);
      worker ??= new Worker(BUILT, { workerData: settings });
      try {
        return await answerOf(worker, text, signal);
      } catch (error) {
        await end();
        throw error;
      }
    },
    close: end,
  };
}

async function answerOf(worker: Worker, text: string, signal: AbortSignal | undefined): Promise<Drawn> {
  const limit = AbortSignal.timeout(DRAWN_WITHIN * 1000);
  const ended = signal === undefined ? limit : AbortSignal.any([signal, limit]);
  const answer = once(worker, "message", { signal: ended });
  worker.postMessage(text);
  try {
    return (await answer)[0] as Drawn;
  } catch (error) {
    signal?.throwIfAborted();
    const reason = error instanceof Error ? error.message : String(error);
    throw new NotDrawnNow(limit.aborted ? TOO_SLOW : `Graphviz has failed: ${reason}`);
  }
}
