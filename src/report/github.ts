/**
 * Workflow commands of GitHub Actions: each cause becomes an annotation on the line of its first place.
 * GitHub shows ten of a kind and drops the others.
 *
 * https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
import { join, relative } from "node:path";
import type { Severity } from "../diagnostics/codes.js";
import type { BuildResult } from "../model/build.js";
import { type Cause, causesOf, otherPlaces } from "./causes.js";
import type { ReportContext } from "./context.js";

const COMMANDS: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", info: "notice" };

/** `::error file=content/one.md,line=3,col=5,title=broken-link::message`, one line for each cause. */
export async function githubReport(result: BuildResult, context: ReportContext): Promise<string> {
  const workspace = context.env?.GITHUB_WORKSPACE || context.cwd;
  return result.diagnostics
    .flatMap((each) => causesOf(each).map((cause) => command(cause, each.root, workspace)))
    .join("");
}

function command(cause: Cause, root: string, workspace: string) {
  const { code, severity, message, hint, location } = cause.first;
  const file = location && inWorkspace(join(root, location.file), workspace);
  const place = file ? { file, line: location?.line, col: location?.column } : {};
  const properties = Object.entries({ ...place, title: code })
    .map(([name, value]) => `${name}=${escapedProperty(String(value))}`)
    .join(",");
  const also = otherPlaces(cause, (each) => {
    const path = each.location && join(root, each.location.file);
    return path && `${inWorkspace(path, workspace) ?? each.location?.file}:${each.location?.line}`;
  });
  const text = [message, hint, also].filter((each) => each !== undefined).join("\n");
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
