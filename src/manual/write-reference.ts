/** `npm run manual`: writes the reference chapters into the manual. Run after the compiler. */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { MANUAL_TEXT } from "./place.js";
import { referenceChapters } from "./reference.js";

await mkdir(MANUAL_TEXT, { recursive: true });
for (const [name, text] of await referenceChapters()) await writeFile(join(MANUAL_TEXT, name), text);
