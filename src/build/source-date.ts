/** `SOURCE_DATE_EPOCH`: the surroundings set the time of the build (reproducible-builds.org). */
import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.js";

/** The end of the year 9999: no format here writes a later one. */
const LATEST = 253_402_300_799;

/** Seconds since 1970, or undefined. An empty variable is not 1970: shells write one for what is not set. */
export function sourceDateEpoch(environment: NodeJS.ProcessEnv): number | undefined {
  const { SOURCE_DATE_EPOCH: seconds = "" } = environment;
  return seconds !== "" && isSeconds(seconds) ? Number(seconds) : undefined;
}

/** A build that asks for a date and does not get it would be another one than was asked for. */
export function sourceDateFaults({ SOURCE_DATE_EPOCH: seconds = "" }: NodeJS.ProcessEnv): Diagnostic[] {
  if (seconds === "" || isSeconds(seconds)) return [];
  const message = `SOURCE_DATE_EPOCH is \`${seconds}\`, which is not a number of seconds since 1970`;
  const hint = "Write a whole number, like the output of `git log -1 --format=%ct`, or unset it";
  return [diagnostic("bad-source-date", message, undefined, hint)];
}

function isSeconds(text: string): boolean {
  return /^\d{1,12}$/.test(text) && Number(text) <= LATEST;
}
