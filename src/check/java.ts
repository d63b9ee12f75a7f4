/** Checks an ebook with the official EPUBCheck, where it is installed: the referee for shops. */
import { execFile } from "node:child_process";
import * as z from "zod";
import type { Finding } from "./finding.js";

interface Command {
  readonly program: string;
  readonly options: readonly string[];
}

/** Reports of large books are large. */
const LARGEST_REPORT = 64 * 1024 * 1024;

const report = z.object({
  messages: z.array(
    z.object({
      ID: z.string(),
      severity: z.string(),
      message: z.string(),
      suggestion: z.string().nullish(),
      locations: z.array(z.object({ path: z.string(), line: z.number() })).default([]),
    }),
  ),
});

/**
 * Runs the official EPUBCheck.
 *
 * @param path The ebook.
 * @param environment `EPUBCHECK_JAR` names its archive; else `epubcheck` is looked for in `PATH`.
 * @returns Undefined when it is not installed, or cannot run here.
 */
export async function officialEpubcheck(
  path: string,
  environment: NodeJS.ProcessEnv,
): Promise<Finding[] | undefined> {
  const output = await run(command(environment), ["--json", "-", "--quiet", path], environment);
  const start = output.indexOf("{");
  if (start === -1) return undefined;
  const parsed = report.safeParse(jsonOf(output.slice(start)));
  return parsed.success ? parsed.data.messages.flatMap(toFindings) : undefined;
}

/** `EPUBCheck v4.2.6`; undefined when it is not installed, or cannot run here. */
export async function officialVersion(environment: NodeJS.ProcessEnv): Promise<string | undefined> {
  const output = await run(command(environment), ["--version"], environment);
  return /EPUBCheck v[\w.-]+/i.exec(output)?.[0];
}

function command({ EPUBCHECK_JAR: jar }: NodeJS.ProcessEnv): Command {
  return jar ? { program: "java", options: ["-jar", jar] } : { program: "epubcheck", options: [] };
}

/** What the program prints; it ends with 1 when it finds something, so its exit code says nothing here. */
function run(
  { program, options }: Command,
  given: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<string> {
  return new Promise((resolve) => {
    execFile(program, [...options, ...given], { env, maxBuffer: LARGEST_REPORT }, (_, stdout) =>
      resolve(stdout),
    );
  });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text.slice(0, text.lastIndexOf("}") + 1));
  } catch {
    return undefined;
  }
}

type Message = z.output<typeof report>["messages"][number];

function toFindings({ ID, severity, message, suggestion, locations }: Message): Finding[] {
  if (severity !== "ERROR" && severity !== "FATAL" && severity !== "WARNING") return [];
  const finding = {
    code: severity === "WARNING" ? ("epub-questionable" as const) : ("epub-invalid" as const),
    message: `${message.replace(/\.$/, "")} (official EPUBCheck ${ID})`,
    hint: suggestion || undefined,
  };
  if (locations.length === 0) return [finding];
  return locations.map(({ path, line }) => ({ ...finding, at: { path, line: line > 0 ? line : undefined } }));
}
