/** Which EPUBChecks there are: the port that comes with Colophon, and the official one in Java. */
import { officialVersion } from "../formats/epub/check/java.js";
import type { DoctorFinding, Examination } from "./finding.js";

const HINT = "Install `epubcheck`, or set EPUBCHECK_JAR to the path of epubcheck.jar";

export const examineEpubcheck: Examination = async (environment, signal) => [
  await builtIn(),
  await official(environment, signal),
];

async function builtIn(): Promise<DoctorFinding> {
  const name = { id: "epubcheck", name: "EPUBCheck, built in" };
  try {
    await import("../formats/epub/check/epub.js");
    return { ...name, status: "ok", detail: "@likecoin/epubcheck-ts" };
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return { ...name, status: "missing", detail, hint: "Install Colophon again: npm install" };
  }
}

async function official(environment: NodeJS.ProcessEnv, signal: AbortSignal): Promise<DoctorFinding> {
  const name = { id: "epubcheck-java", name: "EPUBCheck, official" };
  const version = await officialVersion({ environment, signal });
  if (version === "late")
    return { ...name, status: "optional", detail: "found, but it does not answer", hint: HINT };
  if (version !== undefined) return { ...name, status: "ok", detail: version };
  return {
    ...name,
    status: "optional",
    detail: "not found, or Java is missing; `colophon check` uses the built-in one alone",
    hint: HINT,
  };
}
