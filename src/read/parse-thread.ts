/** What runs in a thread of `parser.ts`: files come in, and go out parsed and encoded, in the same order. */
import { parentPort } from "node:worker_threads";
import type { ManuscriptSource } from "../model/manuscript.js";
import { encodeParsed } from "./parsed-file.js";
import { READERS, readerOf } from "./readers.js";

const parsers = new Map(await Promise.all(READERS.map(async (each) => [each, await each.parser()] as const)));

parentPort!.on("message", (source: ManuscriptSource) => {
  const parse = parsers.get(readerOf(source.file))!;
  const encoded = encodeParsed(parse(source));
  parentPort!.postMessage(encoded, [encoded.buffer]);
});
