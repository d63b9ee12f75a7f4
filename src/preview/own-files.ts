/** The files of the preview's own page, by the address that it asks for. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { PACKAGE_ROOT } from "../runtime/package-root.js";
import { PAGE_POLICY } from "./guard.js";
import type { Answer } from "./listen.js";

const ASSETS = join(PACKAGE_ROOT, "assets", "preview");
/** The compiled program is there even when its sources run, as in tests. */
const COMPILED = join(PACKAGE_ROOT, "dist", "lib");

const SCRIPT = "text/javascript; charset=utf-8";
const STYLE = "text/css; charset=utf-8";

/** Each address has its file by name: no path of a request is ever joined to a folder. */
const FILES: Readonly<Record<string, () => Promise<Answer>>> = {
  "/": page,
  "/preview.css": async () => ({ type: STYLE, body: await readFile(join(ASSETS, "preview.css")) }),
  "/reader.css": async () => ({ type: STYLE, body: await readFile(join(ASSETS, "reader.css")) }),
  "/client.js": () => script("preview-client.js"),
  "/pdf-worker.js": () => script("pdf-worker.js"),
};

export async function ownFile(path: string): Promise<Answer | undefined> {
  return Object.hasOwn(FILES, path) ? FILES[path]!() : undefined;
}

async function script(name: string): Promise<Answer> {
  return { type: SCRIPT, body: await readFile(join(COMPILED, name)) };
}

async function page(): Promise<Answer> {
  const body = await readFile(join(ASSETS, "index.html"));
  return { type: "text/html; charset=utf-8", body, headers: { "Content-Security-Policy": PAGE_POLICY } };
}
