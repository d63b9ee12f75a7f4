/** Paged.js as pagedjs-cli brings it: one file, under the number of pagedjs-cli. */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const ENTRY = createRequire(import.meta.url).resolve("pagedjs-cli");

/** Of the process: what it has loaded does not change. */
let known: Promise<string> | undefined;

/** The version that lays out pages. */
export function pagedVersion(): Promise<string> {
  known ??= readFile(join(dirname(ENTRY), "../package.json"), "utf8").then(
    (text) => (JSON.parse(text) as { version: string }).version,
  );
  return known;
}

/** The script for the page. */
export function pagedScript(): Promise<string> {
  return readFile(join(dirname(ENTRY), "../dist/browser.js"), "utf8");
}
