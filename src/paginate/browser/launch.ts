/** Starts the browser: sandboxed where the system allows it, deaf to the network. */
import { mkdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import puppeteer, { type Browser, type LaunchOptions } from "puppeteer-core";
import { draftName, removeDeadDrafts } from "../../cache/drafts.js";
import { type FoundBrowser, NoBrowserError } from "./find.js";

const FLAGS = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-dev-shm-usage",
  "--disable-extensions",
  "--disable-gpu",
  "--disable-sync",
  "--export-tagged-pdf",
  "--font-render-hinting=none",
  "--force-color-profile=srgb",
  "--host-resolver-rules=MAP * ~NOTFOUND",
  "--no-default-browser-check",
  "--no-first-run",
  "--no-pings",
];

/**
 * The browser that `found` names, running.
 *
 * Chromium refuses its own sandbox to root and on systems without user namespaces; only then
 * is it started without. Manuscripts carry no scripts either way: they are removed on parsing.
 *
 * @throws NoBrowserError when it does not start, with the reason that it gave.
 */
export async function launchBrowser(found: FoundBrowser): Promise<Browser> {
  const home = await makeHome();
  const attempts: LaunchOptions[] = [unsandboxed(found, home)];
  if (process.getuid?.() !== 0) attempts.unshift(sandboxed(found, home));
  if (found.libraryPath) attempts.push(withLibraries(unsandboxed(found, home), found.libraryPath));
  let reason: unknown;
  for (const options of attempts) {
    try {
      const browser = await launchInTime(options);
      browser.process()?.once("exit", () => void removeHome(home));
      outliveItsPipes(browser);
      return browser;
    } catch (error) {
      reason = error;
    }
  }
  await removeHome(home);
  throw new NoBrowserError(`${found.executablePath} does not start: ${firstLines(reason)}`);
}

/**
 * Puppeteer stops listening to a browser's pipes when it is closed. One that breaks after that, as
 * those of a killed browser do, would end the program.
 */
function outliveItsPipes(browser: Browser): void {
  for (const stream of browser.process()?.stdio ?? []) stream?.on("error", () => undefined);
}

/** Milliseconds for a browser to start; one that hangs as it starts would be waited for without end. */
const START_WITHIN = 30_000;

async function launchInTime(options: LaunchOptions): Promise<Browser> {
  const starting = new AbortController();
  const timer = setTimeout(() => starting.abort(), START_WITHIN);
  try {
    const browser = await puppeteer.launch({ ...options, signal: starting.signal });
    // The first page takes the longest way through the browser: one that gets there has started.
    await whileItLives(browser, browser.pages(), starting.signal);
    return browser;
  } finally {
    clearTimeout(timer);
  }
}

/**
 * The result of work on a browser. What is asked of one that ends just then may never be answered, and a
 * program that waits for nothing else would end in the middle.
 *
 * @param signal gives the browser up.
 */
export function whileItLives<Result>(
  browser: Browser,
  work: Promise<Result>,
  signal?: AbortSignal,
): Promise<Result> {
  const process = browser.process();
  return new Promise((resolve, reject) => {
    const giveUp = () => reject(new Error("the browser has ended"));
    if (!process || process.exitCode !== null || process.signalCode !== null) giveUp();
    process?.once("exit", giveUp);
    signal?.addEventListener("abort", giveUp, { once: true });
    work.then(resolve, reject).finally(() => process?.off("exit", giveUp));
  });
}

/** The browser makes a socket in its temporary folder, and a system gives its path about 100 bytes. */
const LONGEST_HOME = 60;

/**
 * A folder for what the browser writes: profile and temporary files. One that a killed build
 * has left is removed by the next.
 */
async function makeHome(): Promise<string> {
  await removeDeadDrafts(tmpdir());
  const home = draftName(join(tmpdir(), "colophon"));
  await mkdir(home, { mode: 0o700 });
  return home;
}

/** Processes of a browser that ends may still write: they are given a moment. */
async function removeHome(home: string): Promise<void> {
  await rm(home, { recursive: true, force: true, maxRetries: 5 }).catch(() => undefined);
}

function sandboxed(found: FoundBrowser, home: string): LaunchOptions {
  return {
    executablePath: found.executablePath,
    headless: "shell",
    // Faster than a socket for what is large: fonts, pictures, printed pages.
    pipe: true,
    userDataDir: home,
    env: { ...process.env, ...(home.length > LONGEST_HOME ? {} : { TMPDIR: home }) },
    args: FLAGS,
    protocolTimeout: 0,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  };
}

function unsandboxed(found: FoundBrowser, home: string): LaunchOptions {
  return { ...sandboxed(found, home), args: [...FLAGS, "--no-sandbox"] };
}

function withLibraries(options: LaunchOptions, libraryPath: string): LaunchOptions {
  return { ...options, env: { ...options.env, LD_LIBRARY_PATH: libraryPath } };
}

function firstLines(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const lines = message.split("\n").filter((line) => line.trim() !== "");
  return lines.slice(0, 3).join(" ");
}
