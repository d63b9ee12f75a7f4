/** Looks at everything on the machine that builds depend on. */
import { examineBrowser } from "./browser.js";
import { examineEpubcheck } from "./epubcheck.js";
import type { DoctorFinding, Examination } from "./finding.js";
import { examineFonts } from "./fonts.js";
import { examineCache, examineNode } from "./machine.js";

const EXAMINATIONS: readonly Examination[] = [
  examineNode,
  examineBrowser,
  examineFonts,
  examineEpubcheck,
  examineCache,
];

/** All findings, in a stable order. @param signal ends it: it throws the signal's reason. */
export async function examine(
  environment: NodeJS.ProcessEnv,
  signal: AbortSignal,
): Promise<readonly DoctorFinding[]> {
  const findings: DoctorFinding[] = [];
  for (const each of EXAMINATIONS) {
    signal.throwIfAborted();
    findings.push(...(await each(environment, signal)));
  }
  signal.throwIfAborted();
  return findings;
}
