/** Checks an ebook with the official EPUBCheck, where it is installed: the referee for shops. */
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as z from "zod";
import type { Finding } from "./finding.js";

interface Command {
  readonly program: string;
  readonly options: readonly string[];
}

/** Where Debian and its descendants have it; the command that they install beside it does not run everywhere. */
const DEBIAN_JAR = "/usr/share/java/epubcheck.jar";

/** Reports of large books are large. */
const LARGEST_REPORT = 64 * 1024 * 1024;
/** Milliseconds: a Java that hangs must not hold a build for ever. */
const ANSWER_WITHIN = 300_000;

const report = z.object({
  messages: z.array(
    z.object({
      ID: z.string(),
      severity: z.string(),
      message: z.string(),
      suggestion: z.string().nullish(),
      locations: z
        .array(z.object({ path: z.string(), line: z.number().default(0) }))
        .nullish()
        .transform((locations) => locations ?? []),
    }),
  ),
});

/**
 * Runs the official EPUBCheck.
 *
 * @param path The ebook.
 * @param environment `EPUBCHECK_JAR` names its archive; else `epubcheck` is looked for in `PATH`,
 * then the archive where Debian has it.
 * @returns Undefined when it is not installed, or cannot run here. One that `EPUBCHECK_JAR` names and
 * that cannot run is a finding.
 */
export async function officialEpubcheck(
  path: string,
  environment: NodeJS.ProcessEnv,
): Promise<Finding[] | undefined> {
  const output = await runFirst(environment, ["--json", "-", "--quiet", path], /\{/);
  const jar = environment.EPUBCHECK_JAR;
  if (output === undefined) return jar ? [unusable(jar)] : undefined;
  const start = output.indexOf("{");
  const parsed = report.safeParse(jsonOf(output.slice(start)));
  if (parsed.success) return parsed.data.messages.flatMap(toFindings);
  return jar ? [unusable(jar)] : undefined;
}

/**
 * Runs it on an ebook that is not in a file yet.
 *
 * @param jar its archive.
 */
export async function officialEpubcheckOf(bytes: Uint8Array, jar: string): Promise<Finding[]> {
  const folder = await mkdtemp(join(tmpdir(), "colophon-check-"));
  try {
    const path = join(folder, "book.epub");
    await writeFile(path, bytes);
    return (await officialEpubcheck(path, { ...process.env, EPUBCHECK_JAR: jar })) ?? [];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function unusable(jar: string): Finding {
  return {
    code: "epubcheck-unusable",
    message: `The official EPUBCheck does not run, or gives no report: EPUBCHECK_JAR names \`${jar}\``,
    hint: "Install Java and give the path of epubcheck.jar, or unset EPUBCHECK_JAR",
  };
}

/** `EPUBCheck v4.2.6`; undefined when it is not installed, or cannot run here. */
export async function officialVersion(environment: NodeJS.ProcessEnv): Promise<string | undefined> {
  const version = /EPUBCheck v[\w.-]+/i;
  return version.exec((await runFirst(environment, ["--version"], version)) ?? "")?.[0];
}

function commands({ EPUBCHECK_JAR: jar, PATH }: NodeJS.ProcessEnv): Command[] {
  const ofJar = (archive: string): Command => ({ program: "java", options: ["-jar", archive] });
  if (jar) return [ofJar(jar)];
  // Java itself is looked for in `PATH`.
  const installed = PATH && existsSync(DEBIAN_JAR) ? [ofJar(DEBIAN_JAR)] : [];
  return [{ program: "epubcheck", options: [] }, ...installed];
}

/** What the first command prints that answers at all. */
async function runFirst(
  environment: NodeJS.ProcessEnv,
  options: readonly string[],
  answer: RegExp,
): Promise<string | undefined> {
  for (const each of commands(environment)) {
    const output = await run(each, options, environment);
    if (answer.test(output)) return output;
  }
  return undefined;
}

/** What the program prints; it ends with 1 when it finds something, so its exit code says nothing here. */
function run(
  { program, options }: Command,
  given: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<string> {
  return new Promise((resolve) => {
    const limits = { maxBuffer: LARGEST_REPORT, timeout: ANSWER_WITHIN, killSignal: "SIGKILL" as const };
    execFile(program, [...options, ...given], { env, ...limits }, (_, stdout) => resolve(stdout));
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

/** What EPUB Accessibility 1.1 has and versions before 5 do not know, where shops read it by this name. */
const NEWER = /Undefined property: .?(a11y:exemption|pageBreakSource)/;

function toFindings({ ID, severity, message, suggestion, locations }: Message): Finding[] {
  if (severity !== "ERROR" && severity !== "FATAL" && severity !== "WARNING") return [];
  if (ID === "OPF-027" && NEWER.test(message)) return [];
  const finding = {
    code: severity === "WARNING" ? ("epub-questionable" as const) : ("epub-invalid" as const),
    message: `${message.replace(/\.$/, "")} (official EPUBCheck ${ID})`,
    hint: suggestion || undefined,
  };
  if (locations.length === 0) return [finding];
  return locations.map(({ path, line }) => ({ ...finding, at: { path, line: line > 0 ? line : undefined } }));
}
