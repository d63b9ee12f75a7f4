/** The files of the preview's own page, by the address that it asks for. */
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { PACKAGE_ROOT } from "../runtime/package-root.js";
import { pagePolicy } from "./guard.js";
import type { Answer } from "./listen.js";

const ASSETS = join(PACKAGE_ROOT, "assets", "preview");
/** The compiled program is there even when its sources run, as in tests. */
const CLIENT = join(PACKAGE_ROOT, "dist", "lib", "preview-client.js");
const PDFJS = createRequire(pathToFileURL(join(PACKAGE_ROOT, "package.json"))).resolve;

const SCRIPT = "text/javascript; charset=utf-8";
const STYLE = "text/css; charset=utf-8";

/** Each address has its file by name: no path of a request is ever joined to a folder. */
const FILES: Readonly<Record<string, () => Promise<Answer>>> = {
  "/": page,
  "/preview.css": async () => ({ type: STYLE, body: await readFile(join(ASSETS, "preview.css")) }),
  "/reader.css": async () => ({ type: STYLE, body: await readFile(join(ASSETS, "reader.css")) }),
  "/client.js": async () => ({ type: SCRIPT, body: await readFile(CLIENT) }),
  "/pdfjs/pdf.mjs": () => pdfJs("pdf.min.mjs"),
  "/pdfjs/pdf.worker.mjs": () => pdfJs("pdf.worker.min.mjs"),
};

export async function ownFile(path: string): Promise<Answer | undefined> {
  return Object.hasOwn(FILES, path) ? FILES[path]!() : undefined;
}

/** The build for browsers that are a few years old, as the page itself wants. */
async function pdfJs(name: string): Promise<Answer> {
  return { type: SCRIPT, body: await readFile(PDFJS(`pdfjs-dist/legacy/build/${name}`)) };
}

/** Lets the page's modules import pdf.js by its name. */
const IMPORT_MAP = JSON.stringify({ imports: { "pdfjs-dist/legacy/build/pdf.mjs": "/pdfjs/pdf.mjs" } });

async function page(): Promise<Answer> {
  const html = await readFile(join(ASSETS, "index.html"), "utf8");
  const body = html.replace("<!-- import map -->", `<script type="importmap">${IMPORT_MAP}</script>`);
  const policy = pagePolicy(createHash("sha256").update(IMPORT_MAP).digest("base64"));
  return { type: "text/html; charset=utf-8", body, headers: { "Content-Security-Policy": policy } };
}
