/** Draws graphs of Graphviz, in a thread that can be ended: nobody can tell how long a layout takes. */
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

function answerOf(worker: Worker, text: string, signal: AbortSignal | undefined): Promise<Drawn> {
  const { promise, resolve, reject } = withResolvers<Drawn>();
  const fail = (reason: string) => reject(new NotDrawnNow(reason));
  const timer = setTimeout(() => fail(TOO_SLOW), DRAWN_WITHIN * 1000);
  const abort = () => reject(signal?.reason);
  const onError = (error: Error) => fail(`Graphviz has failed: ${error.message}`);
  signal?.addEventListener("abort", abort, { once: true });
  worker.once("message", resolve);
  worker.once("error", onError);
  worker.postMessage(text);
  return promise.finally(() => {
    clearTimeout(timer);
    signal?.removeEventListener("abort", abort);
    worker.off("message", resolve);
    worker.off("error", onError);
  });
}

/** `Promise.withResolvers`, which Node.js has from version 22. */
function withResolvers<Value>() {
  let resolve!: (value: Value) => void;
  let reject!: (reason: unknown) => void;
  const promise = new Promise<Value>((one, other) => {
    resolve = one;
    reject = other;
  });
  return { promise, resolve, reject };
}
