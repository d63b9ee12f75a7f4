/**
 * Finds the browser that lays out pages: the one that the user names; else the headless shell that ships
 * inside `@sparticuz/chromium`, wherever it runs, for the same pages on every such machine; else an installed one.
 */
import { access, constants } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { outputOf } from "../../../../runtime/children/output.js";
import { processEnvironment } from "../../../../runtime/environment.js";
import { systemReason } from "../../../../runtime/system-reason.js";
import { unpackBundledBrowser } from "./bundled.js";
import { BrowserFailure, NoBrowserError } from "./faults.js";
import type { FoundBrowser } from "./found.js";

/** Headless shells first: they start faster and never throttle. */
const NAMES = [
  "chrome-headless-shell",
  "chromium-headless-shell",
  "google-chrome-stable",
  "google-chrome",
  "chromium",
  "chromium-browser",
];

const PLACES: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  darwin: [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
  ],
  win32: ["C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe"],
};

/**
 * @param environment `COLOPHON_BROWSER` names an executable, or `bundled` for the shipped one.
 * @throws NoBrowserError when there is none; BrowserFailure when the one that the user names is no program, or
 *   the shipped one cannot be unpacked and there is no other.
 */
export async function findBrowser(
  environment: NodeJS.ProcessEnv = processEnvironment,
): Promise<FoundBrowser> {
  const named = environment.COLOPHON_BROWSER;
  if (named === "bundled") return unpackBundledBrowser(environment);
  if (named) return namedBrowser(named);
  const bundled = await runnableBundled(environment);
  if ("executablePath" in bundled) return bundled;
  const installed = await findInstalled(environment);
  if (installed) return installed;
  throw bundled;
}

async function namedBrowser(path: string): Promise<FoundBrowser> {
  if (await isExecutable(path)) return { executablePath: path, origin: "named" };
  throw new BrowserFailure(`COLOPHON_BROWSER is ${path}, which is not a program that can be run`);
}

/** @returns why there is none, when there is none. */
async function runnableBundled(
  environment: NodeJS.ProcessEnv,
): Promise<FoundBrowser | NoBrowserError | BrowserFailure> {
  try {
    const bundled = await unpackBundledBrowser(environment);
    if (await runs(bundled)) return bundled;
    return new NoBrowserError(
      "the bundled browser does not run here, and no Chrome or Chromium is installed",
    );
  } catch (error) {
    if (error instanceof NoBrowserError) return error;
    const reason = systemReason(error);
    if (reason === undefined) throw error;
    return new BrowserFailure(`the bundled browser cannot be unpacked: ${reason}`);
  }
}

/** Milliseconds; it takes a hundredth of a second. */
const VERSION_WITHIN = 10_000;

/** Asked once, by path: until `askBrowsersAgain`. */
const known = new Map<string, Promise<boolean>>();

/** Libraries that a browser lacks may have been installed since it was asked. */
export function askBrowsersAgain(): void {
  known.clear();
}

/** Whether the system can load the program: not where its C library is another one (Alpine), or libraries are missing. */
function runs({ executablePath, libraryPath }: FoundBrowser): Promise<boolean> {
  const answer =
    known.get(executablePath) ??
    tells(executablePath, {}).then((does) => does || tells(executablePath, { LD_LIBRARY_PATH: libraryPath }));
  known.set(executablePath, answer);
  return answer;
}

async function tells(program: string, more: NodeJS.ProcessEnv): Promise<boolean> {
  const env = { ...processEnvironment, ...more };
  const { ending } = await outputOf({
    program,
    options: ["--version"],
    env,
    within: VERSION_WITHIN,
    most: 1024,
  });
  return ending.by === "itself" && ending.code === 0;
}

async function findInstalled(environment: NodeJS.ProcessEnv): Promise<FoundBrowser | undefined> {
  const folders = (environment.PATH ?? "").split(delimiter).filter(Boolean);
  const candidates = [
    ...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))),
    ...(PLACES[process.platform] ?? []),
  ];
  for (const executablePath of candidates) {
    if (await isExecutable(executablePath)) return { executablePath, origin: "installed" };
  }
  return undefined;
}

async function isExecutable(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}
