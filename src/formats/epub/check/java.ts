/** Checks an ebook with the official EPUBCheck, where it is installed: the referee for shops. */
import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";
import type { Finding } from "../../../diagnostics/finding.js";
import { type Output, outputOf } from "../../../runtime/children/output.js";
import { processEnvironment } from "../../../runtime/environment.js";
import { inTemporaryFolder, makeTemporaryFolder } from "../../../runtime/temporary/folder.js";
import type { Asking } from "../../format.js";

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
/** Milliseconds to tell its version, which takes Java a second. */
const VERSION_WITHIN = 30_000;

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
 * @returns Undefined when it is not installed, or cannot run here. One that `EPUBCHECK_JAR` names and
 * that cannot run is a finding, and so is one that does not answer in time.
 */
export async function officialEpubcheck(path: string, asking: Asking): Promise<Finding[] | undefined> {
  const { within = ANSWER_WITHIN, environment } = asking;
  const output = await runFirst({ ...asking, within }, ["--json", "-", "--quiet", path], /\{/);
  if (output === "late") return [late(within)];
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
 * @throws TemporaryFolderError when there is no room for the ebook.
 */
export async function officialEpubcheckOf(
  bytes: Uint8Array,
  jar: string,
  signal?: AbortSignal,
): Promise<Finding[]> {
  const folder = await makeTemporaryFolder();
  try {
    const path = join(folder.path, "book.epub");
    await writeFile(path, bytes).catch((error: unknown) => {
      throw inTemporaryFolder(error);
    });
    const environment = { ...processEnvironment, EPUBCHECK_JAR: jar };
    return (await officialEpubcheck(path, { environment, signal })) ?? [];
  } finally {
    await folder.remove();
  }
}

function late(milliseconds: number): Finding {
  return {
    code: "epubcheck-unusable",
    message: `The official EPUBCheck gave no answer in ${Math.round(milliseconds / 1000)} seconds`,
    hint: "Run `colophon doctor` to see whether it runs at all; to do without it, unset EPUBCHECK_JAR or remove it from PATH",
  };
}

function unusable(jar: string): Finding {
  return {
    code: "epubcheck-unusable",
    message: `The official EPUBCheck does not run, or gives no report: EPUBCHECK_JAR names \`${jar}\``,
    hint: "Install Java and give the path of epubcheck.jar, or unset EPUBCHECK_JAR",
  };
}

/** `EPUBCheck v4.2.6`; undefined when it is not installed, or cannot run here; `late` when it does not answer. */
export async function officialVersion(asking: Asking): Promise<string | undefined> {
  const version = /EPUBCheck v[\w.-]+/i;
  const output = await runFirst({ within: VERSION_WITHIN, ...asking }, ["--version"], version);
  return output === "late" ? output : version.exec(output ?? "")?.[0];
}

function commands({ EPUBCHECK_JAR: jar, PATH }: NodeJS.ProcessEnv): Command[] {
  const ofJar = (archive: string): Command => ({ program: "java", options: ["-jar", archive] });
  if (jar) return [ofJar(jar)];
  // Java itself is looked for in `PATH`.
  const installed = PATH && existsSync(DEBIAN_JAR) ? [ofJar(DEBIAN_JAR)] : [];
  return [{ program: "epubcheck", options: [] }, ...installed];
}

type LimitedAsking = Asking & Required<Pick<Asking, "within">>;

/** What the first command prints that answers at all; `late` for one that had to be ended. */
async function runFirst(
  asking: LimitedAsking,
  options: readonly string[],
  answer: RegExp,
): Promise<string | "late" | undefined> {
  for (const each of commands(asking.environment)) {
    const { text, ending } = await run(each, options, asking);
    asking.signal?.throwIfAborted();
    // It ends with 1 when it finds something, so its exit code says nothing here.
    if (answer.test(text)) return text;
    if (ending.by === "limit") return "late";
  }
  return undefined;
}

function run(
  { program, options }: Command,
  given: readonly string[],
  { environment, signal, within }: LimitedAsking,
): Promise<Output> {
  const request = { program, options: [...options, ...given], env: environment, signal, within };
  return outputOf({ ...request, most: LARGEST_REPORT });
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
