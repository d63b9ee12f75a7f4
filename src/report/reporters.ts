/** Reporters by name: each turns the result of a build into text for one kind of reader. */
import type { BuildResult } from "../model/build.js";
import type { ReportContext } from "./context.js";
import { githubReport } from "./github.js";
import { jsonReport } from "./json.js";
import { junitReport } from "./junit.js";
import { textReport } from "./text.js";

/** Turns what a build found into text that ends with a line break; empty when there is nothing to say. */
export type Reporter = (result: BuildResult, context: ReportContext) => Promise<string>;

export const REPORTERS = {
  text: textReport,
  json: jsonReport,
  junit: junitReport,
  github: githubReport,
} as const satisfies Record<string, Reporter>;

export type ReporterName = keyof typeof REPORTERS;
