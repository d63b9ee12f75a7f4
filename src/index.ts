/**
 * The library: `import { build, check, preview } from "colophon"`.
 *
 * What is not exported here is nobody's business outside, and may change with every version.
 */
export type { CheckedFile, CheckOptions } from "./check/check-files.js";
export { check } from "./check/check-files.js";
export type { Code, Scope, Severity } from "./diagnostics/codes.js";
export type { Diagnostic } from "./diagnostics/diagnostic.js";
export type { BuildRequest, BuildResult, EditionResult, PublicationDiagnostics } from "./model/build.js";
export type {
  Extensions,
  MarkdownPlugin,
  PagedHandlerSource,
  PluginFunction,
  TemplateHelper,
} from "./model/extensions.js";
export type { Location } from "./model/location.js";
export type { Preview, PreviewRequest } from "./model/preview.js";
export type { ProgressEvent, Stage } from "./model/progress.js";
export type { Format } from "./model/publication.js";
export { build } from "./pipeline.js";
export { PreviewError, preview } from "./preview/preview.js";
