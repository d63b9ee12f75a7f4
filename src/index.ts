/**
 * The library: `import { build, check, preview } from "colophon"`.
 *
 * What is not exported here is nobody's business outside, and may change with every version.
 */
import type { BuildRequest, BuildResult } from "./model/build.js";

export type { CheckedFile, CheckOptions } from "./check/check-files.js";
export { check } from "./check/check-files.js";
export type { Code, Scope, Severity } from "./diagnostics/codes.js";
export type { Diagnostic } from "./diagnostics/diagnostic.js";
export type { Location } from "./diagnostics/location.js";
export type { BuildRequest, BuildResult, PublicationDiagnostics } from "./model/build.js";
export type { EditionResult } from "./model/edition-result.js";
export type {
  Extensions,
  MarkdownPlugin,
  PagedHandlerSource,
  PluginFunction,
  TemplateHelper,
} from "./model/extensions.js";
export type { AccessibilityFacts, Facts, ImageFact } from "./model/facts.js";
export type { Format } from "./model/format.js";
export type { Preview, PreviewRequest } from "./model/preview.js";
export type { ProgressEvent, Stage } from "./model/progress.js";
export { PreviewError, preview } from "./preview/preview.js";

/**
 * Builds publications and publishes their editions to `request.out`, as `colophon build` does.
 *
 * Faults of a publication come back as diagnostics, never as exceptions, and do not stop
 * the others. An edition with an error is not published; what was published before stays.
 */
export async function build(request: BuildRequest): Promise<BuildResult> {
  // Here and not from there: its types lead to those of packages that users do not have.
  return (await import("./build/build.js")).build(request);
}
