/** Which browser lays out pages, whether it starts, and whether in its sandbox. */
import { statfs } from "node:fs/promises";
import { type FoundBrowser, findBrowser, NoBrowserError } from "../paginate/browser/find.js";
import { size } from "../report/quantities.js";
import type { DoctorFinding, Examination } from "./finding.js";

const HINT = "Install Chrome or Chromium, or set COLOPHON_BROWSER to the path of one";

export const examineBrowser: Examination = async (environment) => {
  try {
    const found = await findBrowser(environment);
    return [...(await started(found, origin(found, environment))), await sharedMemory()];
  } catch (error) {
    if (!(error instanceof NoBrowserError)) throw error;
    return [{ id: "browser", name: "Browser", status: "missing", detail: error.message, hint: HINT }];
  }
};

async function started(found: FoundBrowser, from: string): Promise<DoctorFinding[]> {
  const { launchBrowser } = await import("../paginate/browser/launch.js");
  const browser = await launchBrowser(found);
  try {
    const page = await browser.newPage();
    await page.goto("about:blank");
    const detail = `${await browser.version()}, ${from}, starts (${found.executablePath})`;
    const isSandboxed = !browser.process()?.spawnargs.includes("--no-sandbox");
    return [{ id: "browser", name: "Browser", status: "ok", detail }, sandbox(isSandboxed)];
  } finally {
    await browser.close();
  }
}

function origin({ libraryPath }: FoundBrowser, { COLOPHON_BROWSER: named }: NodeJS.ProcessEnv): string {
  if (libraryPath !== undefined) return "bundled";
  return named ? "named by COLOPHON_BROWSER" : "installed";
}

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
