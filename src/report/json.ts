/** The result of a build for programs: one JSON document. Keys are only ever added. */
import { relative } from "node:path";
import type { BuildResult } from "../model/build.js";
import type { ReportContext } from "./context.js";
import { distinct } from "./distinct.js";

/** `{ editions: […], diagnostics: […] }`; paths of editions are relative to the current folder. */
export async function jsonReport(result: BuildResult, context: ReportContext): Promise<string> {
  const editions = result.editions.map(({ path, diagnostics: _, ...each }) => ({
    ...each,
    ...(path === undefined ? {} : { path: relative(context.cwd, path).replaceAll("\\", "/") }),
  }));
  const diagnostics = result.diagnostics.map(distinct).flatMap(({ publication, diagnostics: found }) =>
    found.map(({ code, severity, message, hint, location }) => ({
      publication,
      code,
      severity,
      message,
      ...(hint === undefined ? {} : { hint }),
      ...location,
    })),
  );
  return `${JSON.stringify({ editions, diagnostics }, null, 2)}\n`;
}
