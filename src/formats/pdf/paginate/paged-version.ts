/** The version of Paged.js that lays out pages: pagedjs-cli brings it as one file under its own number. */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const ENTRY = createRequire(import.meta.url).resolve("pagedjs-cli");

let known: Promise<string> | undefined;

export function pagedVersion(): Promise<string> {
  known ??= readFile(join(dirname(ENTRY), "../package.json"), "utf8").then(
    (text) => (JSON.parse(text) as { version: string }).version,
  );
  return known;
}
