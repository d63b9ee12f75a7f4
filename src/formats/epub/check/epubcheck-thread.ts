/** What runs in a thread of `checker.ts`: files of an ebook come in, findings go out, in the same order. */
import { parentPort } from "node:worker_threads";
import type { EbookFiles } from "../../../model/ebook.js";
import { epubcheckFiles } from "./epub.js";
import { SMALLEST_EBOOK } from "./smallest-ebook.js";

/** What fails in here fails again for whoever asks, and is told there. */
let last: Promise<unknown> = epubcheckFiles(SMALLEST_EBOOK).catch(() => undefined);

parentPort!.on("message", (files: EbookFiles) => {
  last = last.then(async () => parentPort!.postMessage(await epubcheckFiles(files)));
});
