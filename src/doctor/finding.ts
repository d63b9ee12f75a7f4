/** What `colophon doctor` says of one thing that Colophon needs or could use. */

export interface DoctorFinding {
  /** Stable, for programs: `browser`, `font-novel`, … */
  readonly id: string;
  /** What it is, for people. */
  readonly name: string;
  /** `missing` stops some editions; `optional` does not, and is not there. */
  readonly status: "ok" | "missing" | "optional";
  /** Which one, which version, where. */
  readonly detail: string;
  /** How to get it, when it is not there. */
  readonly hint?: string;
}

/**
 * Looks at one part of the machine. Never throws for what the machine lacks.
 *
 * @param signal ends what it has started.
 */
export type Examination = (
  environment: NodeJS.ProcessEnv,
  signal: AbortSignal,
) => Promise<readonly DoctorFinding[]>;
