#!/usr/bin/env node
/** The command `colophon`. Everything it does is in `cli/`; here it meets the process. */
import { processEnvironment } from "./runtime/environment.js";
import "./cli/compiler.js";
import { endProcess } from "./cli/end.js";
import { main } from "./cli/main.js";
import { reportUnexpected } from "./cli/unexpected.js";
import { programVersion } from "./runtime/program-version.js";

const end = (code: number) => endProcess(code, [process.stdout, process.stderr]);
const fail = (error: unknown) => end(reportUnexpected(error, process.argv, process.stderr));
process.on("uncaughtException", (error) => void fail(error));
// Whoever reads our output may stop reading (`colophon build | head`): that is no error of ours.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") void fail(error);
});
// Nor is there anybody to tell when it is this one that is closed (`colophon build 2>&1 | head`).
process.stderr.on("error", () => undefined);

try {
  const code = await main(process.argv.slice(2), {
    cwd: process.cwd(),
    env: processEnvironment,
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    clock: () => performance.now(),
    version: await programVersion(),
    debug: process.argv.includes("--debug"),
    // The pipeline is large: `--help` and usage errors do without it.
    build: async (request) => (await import("./build/build.js")).build(request),
  });
  await end(code);
} catch (error) {
  await fail(error);
}
