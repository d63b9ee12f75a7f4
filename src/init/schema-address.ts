/** Where an editor finds the JSON Schema of `publication.yaml`, seen from a publication's folder. */
import { existsSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { PACKAGE_ROOT } from "../runtime/package-root.js";

const SCHEMA = "dist/lib/publication.schema.json";
const INSTALLED = `node_modules/colophon/${SCHEMA}`;

/**
 * The schema of the Colophon that is installed in the project, or of the clone that the folder is in.
 * Without either it is the address that works once Colophon is installed beside the publication:
 * a path of this machine would be wrong on every other.
 */
export function schemaAddress(folder: string): string {
  for (let parent = folder; ; parent = dirname(parent)) {
    if (existsSync(join(parent, INSTALLED))) return address(folder, join(parent, INSTALLED));
    if (parent === PACKAGE_ROOT) return address(folder, join(PACKAGE_ROOT, SCHEMA));
    if (parent === dirname(parent)) return INSTALLED;
  }
}

function address(folder: string, file: string): string {
  return relative(folder, file).split(sep).join("/");
}
