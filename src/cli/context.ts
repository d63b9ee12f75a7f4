/** What a command needs of the process, so that tests can give it something else. */
import type { BuildRequest, BuildResult } from "../model/build.js";
import type { Clock, ProgressStream } from "../report/progress-renderer.js";
import type { Input } from "./ask.js";

export interface CliContext {
  /** Absolute path of the current folder. */
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  /** What a person types; none in a program that cannot ask. */
  readonly stdin?: Input;
  /** Carries the result. */
  readonly stdout: ProgressStream;
  /** Carries progress and diagnostics. */
  readonly stderr: ProgressStream;
  readonly clock: Clock;
  readonly version: string;
  /** Whether `--debug` asks where in the program faults come from. */
  readonly debug?: boolean;
  readonly build: (request: BuildRequest) => Promise<BuildResult>;
}
