/**
 * Finds the browser that lays out pages: the one the user names, an installed one, or the
 * headless shell that ships inside `@sparticuz/chromium`.
 */
import { access, constants } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { unpackBundledBrowser } from "./bundled.js";

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

export interface FoundBrowser {
  readonly executablePath: string;
  /** Folders with shared libraries that it may need, when it is not an installed program. */
  readonly libraryPath?: string;
}

/** There is no browser to lay out pages with. The message says what was tried and what to do. */
export class NoBrowserError extends Error {
  override readonly name = "NoBrowserError";
}

/**
 * @param environment `COLOPHON_BROWSER` names an executable, or `bundled` for the shipped one.
 * @throws NoBrowserError when there is none that can run here.
 */
export async function findBrowser(environment: NodeJS.ProcessEnv = process.env): Promise<FoundBrowser> {
  return (await findNamedOrInstalled(environment)) ?? (await unpackBundledBrowser(environment));
}

/**
 * @returns undefined when the bundled one is to be taken.
 * @throws NoBrowserError when the one that the user names cannot run.
 */
export async function findNamedOrInstalled(
  environment: NodeJS.ProcessEnv,
): Promise<FoundBrowser | undefined> {
  const named = environment.COLOPHON_BROWSER;
  if (named && named !== "bundled") {
    if (await isExecutable(named)) return { executablePath: named };
    throw new NoBrowserError(`COLOPHON_BROWSER is ${named}, which is not a program that can be run`);
  }
  return named === "bundled" ? undefined : findInstalled(environment);
}

async function findInstalled(environment: NodeJS.ProcessEnv): Promise<FoundBrowser | undefined> {
  const folders = (environment.PATH ?? "").split(delimiter).filter(Boolean);
  const candidates = [
    ...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))),
    ...(PLACES[process.platform] ?? []),
  ];
  for (const executablePath of candidates) {
    if (await isExecutable(executablePath)) return { executablePath };
  }
  return undefined;
}

async function isExecutable(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}
