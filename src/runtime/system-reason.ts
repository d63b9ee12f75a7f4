/** What the system says of its errors, in its own words: `permission denied` of `EACCES: permission denied, mkdir '/srv'`. */

/** @returns undefined for an error that is not the system's. */
export function systemReason(error: unknown): string | undefined {
  if (!(error instanceof Error) || !("syscall" in error)) return undefined;
  return /^[A-Z0-9]+: ([^,]+)/.exec(error.message)?.[1] ?? error.message;
}
