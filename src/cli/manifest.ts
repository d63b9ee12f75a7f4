/** `colophon manifest`: the manifests of shards become that of the whole build. */
import { resolve } from "node:path";
import type { Command } from "commander";
import { cannotPublish } from "../build/machine-faults.js";
import { manifestText } from "../build/manifest/manifest.js";
import { mergeManifests, readManifest } from "../build/manifest/merge.js";
import { timingsBeside, timingsPath, timingsText } from "../build/manifest/timings.js";
import { publishFile } from "../build/publish.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { colorsFor, sourceReader } from "../report/context.js";
import { count } from "../report/quantities.js";
import { REPORTERS } from "../report/reporters.js";
import { isSpecial } from "../runtime/temporary/through.js";
import type { CliContext } from "./context.js";
import { exitCode } from "./exit-codes.js";

/** Options as commander hands them over. */
interface ManifestOptions {
  readonly out: string;
}

const HELP = `
The timings beside the manifests come together in the same way, beside the whole one.

Example:
  colophon manifest shards/*/editions.json -o dist/editions/editions.json`;

export function addManifestCommand(
  program: Command,
  context: CliContext,
  done: (code: number) => void,
): void {
  program
    .command("manifest")
    .description("put the manifests of shards together into that of the whole build")
    .argument("<manifest...>", "manifests of all shards of one build")
    .option("-o, --out <file>", "file for the whole manifest", "editions.json")
    .addHelpText("after", HELP)
    .action(async (paths: string[], options: ManifestOptions) => {
      done(await runManifest(paths, options, context));
    });
}

/** Writes nothing when something does not fit. */
async function runManifest(
  paths: readonly string[],
  { out }: ManifestOptions,
  context: CliContext,
): Promise<number> {
  const { cwd, env, stdout, stderr } = context;
  const faults: Diagnostic[] = [];
  const report = (each: Diagnostic) => void faults.push(each);
  const read = await Promise.all(
    paths.map(async (path) => {
      const found = await readManifest(resolve(cwd, path), report);
      return found === undefined ? [] : [{ ...found, path }];
    }),
  );
  const manifest = faults.length === 0 ? mergeManifests(read.flat(), report) : undefined;
  if (manifest !== undefined && faults.length === 0) {
    const target = resolve(cwd, out);
    const timings = await Promise.all(paths.map((path) => timingsBeside(resolve(cwd, path))));
    try {
      await publishFile(target, Buffer.from(manifestText(manifest)));
      const text = timingsText(Object.assign({}, ...timings));
      if (!(await isSpecial(target))) await publishFile(timingsPath(target), Buffer.from(text));
      stdout.write(`${out}  ${count(manifest.editions.length, "edition")}\n`);
    } catch (error) {
      report(cannotPublish(error, target));
    }
  }
  const result = { editions: [], diagnostics: [{ publication: "", root: cwd, diagnostics: faults }] };
  stderr.write(
    await REPORTERS.text(result, { cwd, readLines: sourceReader(), colors: colorsFor(stderr, env) }),
  );
  return exitCode(result);
}
