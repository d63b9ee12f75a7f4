/**
 * The library: `import { build } from "colophon"`.
 *
 * What is not exported here is nobody's business outside, and may change with every version.
 */
export type { Code, Scope, Severity } from "./diagnostics/codes.js";
export type { Diagnostic } from "./diagnostics/diagnostic.js";
export type { BuildRequest, BuildResult, EditionResult, PublicationDiagnostics } from "./model/build.js";
export type { Location } from "./model/location.js";
export type { ProgressEvent, Stage } from "./model/progress.js";
export type { Format } from "./model/publication.js";
export { build } from "./pipeline.js";
