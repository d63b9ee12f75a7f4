/** What runs in the thread of `graphviz.ts`: graphs come one after another. */
import { parentPort, workerData } from "node:worker_threads";
import { drawGraph, type GraphvizSettings } from "./draw-graph.js";

parentPort!.on("message", async (text: string) => {
  parentPort!.postMessage(await drawGraph(text, workerData as GraphvizSettings));
});
