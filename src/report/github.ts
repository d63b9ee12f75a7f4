/**
 * Workflow commands of GitHub Actions: each diagnostic becomes an annotation on its line.
 *
 * https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
import { join, relative } from "node:path";
import type { Severity } from "../diagnostics/codes.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { BuildResult } from "../model/build.js";
import type { ReportContext } from "./context.js";
import { distinct } from "./distinct.js";

const COMMANDS: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", info: "notice" };

/** `::error file=content/one.md,line=3,col=5,title=broken-link::message`, one line for each diagnostic. */
export async function githubReport(result: BuildResult, context: ReportContext): Promise<string> {
  const workspace = context.env?.GITHUB_WORKSPACE || context.cwd;
  return result.diagnostics
    .map(distinct)
    .flatMap(({ root, diagnostics }) => diagnostics.map((each) => command(each, root, workspace)))
    .join("");
}

function command({ code, severity, message, hint, location }: Diagnostic, root: string, workspace: string) {
  const file = location && inWorkspace(join(root, location.file), workspace);
  const place = file ? { file, line: location?.line, col: location?.column } : {};
  const properties = Object.entries({ ...place, title: code })
    .map(([name, value]) => `${name}=${escapedProperty(String(value))}`)
    .join(",");
  const text = hint === undefined ? message : `${message}\n${hint}`;
  return `::${COMMANDS[severity]} ${properties}::${escapedData(text)}\n`;
}

/** Annotations are shown on files of the repository only: another path would be put on the wrong file. */
function inWorkspace(path: string, workspace: string): string | undefined {
  const shown = relative(workspace, path).replaceAll("\\", "/");
  return shown.startsWith("../") || /^([a-z]:)?\//i.test(shown) ? undefined : shown;
}

/** What would end the command or begin another one. */
function escapedData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapedProperty(text: string): string {
  return escapedData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
