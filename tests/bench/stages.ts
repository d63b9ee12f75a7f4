/** The stages of the program that the bench calls by themselves; `program.mjs` bundles them. */

export { composeEdition, readSources } from "../../src/build/sources.js";
export { findBrowser } from "../../src/formats/pdf/paginate/browser/find.js";
export { fillPageReferences } from "../../src/formats/pdf/render/page-references.js";
export { renderPrint } from "../../src/formats/pdf/render/render.js";
export { loadPublication } from "../../src/load/load.js";
export { facesFor, fontFaceRules, takeFonts } from "../../src/theme/fonts/fonts.js";
export { readStyles } from "../../src/theme/styles/read-styles.js";
export { loadTheme } from "../../src/theme/templates/templates.js";
