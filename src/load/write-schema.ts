/** Build step: writes `publication.schema.json` beside the compiled program. Run after the compiler. */
import { writeFile } from "node:fs/promises";
import { publicationJsonSchema } from "./json-schema.js";

const target = new URL("../publication.schema.json", import.meta.url);
await writeFile(target, `${JSON.stringify(publicationJsonSchema(), null, 2)}\n`);
