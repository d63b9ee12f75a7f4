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

/** Where it takes the selectors of a rule apart. */
export const SPLIT_SELECTORS = 'elector.split(",")';

/** A comma outside of all brackets, of which two may be within each other: `:is(h1, :not(:has(a, b)))`. */
const OUTER_COMMA = String.raw`/,(?![^()]*(?:\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)[^()]*)*\))/`;

/** Those that the browser does not know would end the layout: elsewhere they select nothing (CSS Syntax 3, section 8). */
const KNOWN = "filter((each) => CSS.supports(['selector(', each, ')'].join('')))";

/** The script for the page. Selectors with lists of others in them are left whole. */
export async function pagedScript(): Promise<string> {
  const script = await readFile(join(dirname(ENTRY), "../dist/browser.js"), "utf8");
  return script.replaceAll(SPLIT_SELECTORS, `elector.split(${OUTER_COMMA}).${KNOWN}`);
}
