/** The stages of the program that the bench calls by themselves; `program.mjs` bundles them. */

export { composeEdition, readSources } from "../../src/build/sources.js";
export { noStore } from "../../src/cache/store.js";
export { dress } from "../../src/formats/pdf/dressing.js";
export { jobOf } from "../../src/formats/pdf/job/layout-job.js";
export { findBrowser } from "../../src/formats/pdf/paginate/browser/find.js";
export { renderPrint } from "../../src/formats/pdf/render/render.js";
export { setTexts } from "../../src/formats/pdf/render/set-texts.js";
export { loadPublication } from "../../src/load/load.js";
export { DEFAULT_LIMITS } from "../../src/model/limits.js";
