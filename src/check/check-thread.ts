/** What runs in the thread of `in-thread.ts`: one finished file is checked, by the format that knows it. */
import { readFile } from "node:fs/promises";
import { parentPort, workerData } from "node:worker_threads";
import { MAKERS } from "../formats/registry.js";
import type { Format } from "../model/format.js";

const { path, format } = workerData as { readonly path: string; readonly format: Format };

parentPort!.postMessage(await MAKERS[format].files!.check(await readFile(path)));
