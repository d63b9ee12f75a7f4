/** Which browser lays out pages, whether it starts, and whether in its sandbox. */
import { statfs } from "node:fs/promises";
import { TEMPORARY_HINT } from "../build/machine-faults.js";
import { BROWSER_HINT } from "../formats/pdf/fault.js";
import { BrowserFailure, NoBrowserError } from "../formats/pdf/paginate/browser/faults.js";
import { findBrowser } from "../formats/pdf/paginate/browser/find.js";
import type { FoundBrowser } from "../formats/pdf/paginate/browser/found.js";
import { size } from "../report/quantities.js";
import { TemporaryFolderError } from "../runtime/temporary/folder.js";
import type { DoctorFinding, Examination } from "./finding.js";

const FAULTS = [NoBrowserError, BrowserFailure, TemporaryFolderError];

export const examineBrowser: Examination = async (environment, signal) => {
  try {
    const found = await findBrowser(environment);
    return [...(await started(found, signal)), await sharedMemory()];
  } catch (error) {
    if (!FAULTS.some((kind) => error instanceof kind)) throw error;
    const detail = (error as Error).message;
    const hint = error instanceof TemporaryFolderError ? TEMPORARY_HINT : BROWSER_HINT;
    return [{ id: "browser", name: "Browser", status: "missing", detail, hint }];
  }
};

/** Starts it, and sees it end. */
async function started(found: FoundBrowser, signal: AbortSignal): Promise<DoctorFinding[]> {
  const { launchBrowser } = await import("../formats/pdf/paginate/browser/launch.js");
  const { startInTries } = await import("../formats/pdf/paginate/start.js");
  const version = async (within: AbortSignal) => {
    const running = await launchBrowser(found, within);
    try {
      const { browser, isSandboxed } = running;
      const opened = browser.newPage().then((page) => page.goto("about:blank"));
      await running.whileItLives(opened);
      return { name: await running.whileItLives(browser.version()), isSandboxed };
    } finally {
      await running.close();
    }
  };
  const { name, isSandboxed } = await startInTries(found, version, signal);
  const detail = `${name}, ${ORIGINS[found.origin]}, starts and ends (${found.executablePath})`;
  return [{ id: "browser", name: "Browser", status: "ok", detail }, sandbox(isSandboxed)];
}

const ORIGINS = {
  named: "named by COLOPHON_BROWSER",
  bundled: "bundled",
  installed: "installed",
} as const satisfies Record<FoundBrowser["origin"], string>;

/** Without it a manuscript still has no scripts: what is lost is a second wall. */
function sandbox(isSandboxed: boolean): DoctorFinding {
  const name = { id: "sandbox", name: "Browser’s sandbox" };
  if (isSandboxed) return { ...name, status: "ok", detail: "in use" };
  const isRoot = process.getuid?.() === 0;
  const hint = isRoot
    ? "Run Colophon as a user other than root: Chromium refuses its sandbox to root"
    : "Allow unprivileged user namespaces (on Ubuntu: kernel.apparmor_restrict_unprivileged_userns=0)";
  return { ...name, status: "optional", detail: "not available here, the browser runs without", hint };
}

/** Containers give little of it; the browser is told to do without, so it is never missing. */
async function sharedMemory(): Promise<DoctorFinding> {
  const name = { id: "shared-memory", name: "Shared memory", status: "ok" as const };
  const stats = await statfs("/dev/shm").catch(() => undefined);
  const found = stats === undefined ? "no /dev/shm" : `${size(stats.bsize * stats.blocks)} in /dev/shm`;
  return { ...name, detail: `${found}, not needed` };
}
