/** The program's stages as modules that Node can import: what `npm run build` makes has only whole commands. */
import { rolldown } from "rolldown";

const FOLDER = new URL("../../dist/bench/", import.meta.url);

export async function importStages() {
  const bundle = await rolldown({
    input: new URL("stages.ts", import.meta.url).pathname,
    platform: "node",
    external: /^[^./]/,
  });
  await bundle.write({ dir: FOLDER.pathname });
  return import(new URL("stages.js", FOLDER).href);
}
