/** Build step: writes the JSON Schemas beside the compiled program. Run after the compiler. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { manifestJsonSchema } from "../build/manifest/schema.js";
import { publicationJsonSchema } from "../load/schema/json-schema.js";
import { dataJsonSchemas } from "../read/data/json-schema.js";
import { CODE_FOLDER } from "../runtime/package-root.js";

const SCHEMAS = {
  "publication.schema.json": publicationJsonSchema(),
  "editions.schema.json": manifestJsonSchema(),
  ...Object.fromEntries(
    Object.entries(dataJsonSchemas()).map(([kind, schema]) => [`${kind}.schema.json`, schema]),
  ),
};

for (const [name, schema] of Object.entries(SCHEMAS)) {
  await writeFile(join(CODE_FOLDER, name), `${JSON.stringify(schema, null, 2)}\n`);
}
