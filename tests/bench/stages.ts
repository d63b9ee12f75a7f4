/** The stages of the program that the bench calls by themselves; `program.mjs` bundles them. */
export { loadPublication } from "../../src/load/load.js";
export { findBrowser } from "../../src/paginate/browser/find.js";
export { facesFor, fontFaceRules, takeFonts } from "../../src/render/fonts.js";
export { fillPageReferences } from "../../src/render/page-references.js";
export { renderPrint } from "../../src/render/print.js";
export { loadTheme } from "../../src/render/templates.js";
export { composeEdition, readSources } from "../../src/sources.js";
export { readStyles } from "../../src/theme/read-styles.js";
