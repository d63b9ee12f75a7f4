/** Real little publications in temporary folders, for the tests of the load stage. */
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import type { Diagnostic } from "../../../src/diagnostics/diagnostic.js";
import { loadPublication } from "../../../src/load/load.js";
import type { Publication } from "../../../src/model/publication.js";

/** Writes files into a new folder that goes when the test ends. */
export async function folderWith(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "colophon-load-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
  return folder;
}

export interface Loaded {
  readonly publication: Publication | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

export async function load(path: string): Promise<Loaded> {
  const diagnostics: Diagnostic[] = [];
  const publication = await loadPublication(path, (each) => diagnostics.push(each));
  return { publication, diagnostics };
}

/** A publication file beside `content/one.md`, `content/two.md` and what else is given. */
export async function loadYaml(
  yaml: string,
  files: Readonly<Record<string, string>> = {},
): Promise<Loaded & { folder: string }> {
  const folder = await folderWith({
    "publication.yaml": yaml,
    "content/one.md": "# One\n",
    "content/two.md": "# Two\n",
    ...files,
  });
  return { ...(await load(folder)), folder };
}

/** Five lines that are right; the sixth is where a test's own YAML starts. */
export const HEAD = `title: A Book
language: en
date: 2026-11-22
bodymatter:
  - file: one.md
`;

/** `line:column code: message | hint`, so that a test shows all there is to see. */
export function shown(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(({ location, code, message, hint }) => {
    const place = location === undefined ? "" : `${location.line}:${location.column} `;
    return `${place}${code}: ${message}${hint === undefined ? "" : ` | ${hint}`}`;
  });
}
