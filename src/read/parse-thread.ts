/** What runs in a thread of `parser.ts`: files come in, and go out parsed and encoded, in the same order. */
import { parentPort } from "node:worker_threads";
import type { ManuscriptSource } from "../model/manuscript.js";
import { parseFile } from "./markdown/parse.js";
import { encodeParsed } from "./parsed-file.js";

parentPort!.on("message", (source: ManuscriptSource) => {
  const encoded = encodeParsed(parseFile(source));
  parentPort!.postMessage(encoded, [encoded.buffer]);
});
