/** What runs in a thread of `checker.ts`: files of an ebook come in, findings go out, in the same order. */
import { parentPort } from "node:worker_threads";
import type { EbookFiles } from "../model/ebook.js";
import { epubcheckFiles } from "./epub.js";

let last: Promise<void> = Promise.resolve();

parentPort!.on("message", (files: EbookFiles) => {
  last = last.then(async () => parentPort!.postMessage(await epubcheckFiles(files)));
});

// Loaded before the first files come.
await import("@likecoin/epubcheck-ts");
