/** Starts the browser: sandboxed where the system allows it, deaf to the network. */
import type { Readable, Writable } from "node:stream";
import type { Browser } from "puppeteer-core";
import puppeteer from "puppeteer-core/internal/puppeteer-core-browser.js";
import { type Child, endingWords, startChild } from "../../../../runtime/children/child.js";
import { processEnvironment } from "../../../../runtime/environment.js";
import { makeTemporaryFolder, type TemporaryFolder } from "../../../../runtime/temporary/folder.js";
import { BrowserFailure } from "./faults.js";
import type { FoundBrowser } from "./found.js";
import { lastWords } from "./last-words.js";
import { pipeTransport } from "./pipe.js";
import { UNSEEN_FLAG } from "./unseen-page.js";

/** What puppeteer-core 24 starts a headless shell with, and what keeps it from the network. */
const FLAGS = [
  "--headless",
  "--hide-scrollbars",
  "--mute-audio",
  "--allow-pre-commit-input",
  "--disable-background-networking",
  "--disable-background-timer-throttling",
  "--disable-backgrounding-occluded-windows",
  "--disable-breakpad",
  "--disable-client-side-phishing-detection",
  "--disable-component-extensions-with-background-pages",
  "--disable-component-update",
  "--disable-crash-reporter",
  "--disable-default-apps",
  "--disable-dev-shm-usage",
  "--disable-extensions",
  "--disable-gpu",
  "--disable-hang-monitor",
  "--disable-infobars",
  "--disable-ipc-flooding-protection",
  "--disable-popup-blocking",
  "--disable-prompt-on-repost",
  "--disable-renderer-backgrounding",
  "--disable-search-engine-choice-screen",
  "--disable-sync",
  "--enable-automation",
  "--export-tagged-pdf",
  "--font-render-hinting=none",
  "--force-color-profile=srgb",
  "--generate-pdf-document-outline",
  "--host-resolver-rules=MAP * ~NOTFOUND",
  "--metrics-recording-only",
  "--no-default-browser-check",
  "--no-first-run",
  "--no-pings",
  "--password-store=basic",
  "--use-mock-keychain",
  "--disable-features=Translate,AcceptCHFrame,MediaRouter,OptimizationHints,WebUIReloadButton,ProcessPerSiteUpToMainFrameThreshold,IsolateSandboxedIframes",
  "--enable-features=PdfOopif",
  UNSEEN_FLAG,
];

export interface RunningBrowser {
  readonly browser: Browser;
  /** Of its first process: what belongs to it is below. */
  readonly pid: number | undefined;
  readonly isSandboxed: boolean;
  /**
   * The result of work on it. What is asked of a browser that ends just then may never be answered, and a
   * program that waits for nothing else would end in the middle.
   *
   * @throws BrowserFailure when the browser ends first; else what the work throws.
   */
  whileItLives<Result>(work: Promise<Result>): Promise<Result>;
  /** By force: it has nothing to keep, and to end by itself takes it a tenth of a second. */
  close(): Promise<void>;
}

/** The descriptor that it writes its answers to. */
const READS_FROM = 4;
/** Milliseconds from the end of a browser's pipes to its own. */
const TOLD_WITHIN = 1000;

interface Attempt {
  readonly isSandboxed: boolean;
  readonly libraryPath?: string;
}

/**
 * The browser that `found` names, running.
 *
 * Chromium refuses its own sandbox to root and on systems without user namespaces; only then
 * is it started without. Manuscripts carry no scripts either way: they are removed on parsing.
 *
 * @param signal ends it, at any time.
 * @throws BrowserFailure when it does not start, with the reason that it gave; TemporaryFolderError.
 */
export async function launchBrowser(found: FoundBrowser, signal?: AbortSignal): Promise<RunningBrowser> {
  const attempts: Attempt[] = [{ isSandboxed: false }];
  if (process.getuid?.() !== 0) attempts.unshift({ isSandboxed: true });
  if (found.libraryPath) attempts.push({ isSandboxed: false, libraryPath: found.libraryPath });
  let reason = "";
  for (const attempt of attempts) {
    signal?.throwIfAborted();
    const started = await start(found, attempt, signal);
    if ("browser" in started) return started;
    reason = started.reason;
  }
  signal?.throwIfAborted();
  throw new BrowserFailure(reason);
}

async function start(
  found: FoundBrowser,
  { isSandboxed, libraryPath }: Attempt,
  signal?: AbortSignal,
): Promise<RunningBrowser | { readonly reason: string }> {
  const home = await makeTemporaryFolder();
  const child = startChild({
    program: found.executablePath,
    options: optionsOf(home, isSandboxed),
    env: {
      ...processEnvironment,
      ...temporaryIn(home),
      ...(libraryPath && { LD_LIBRARY_PATH: libraryPath }),
    },
    stdio: ["ignore", "ignore", "pipe", "pipe", "pipe"],
    signal,
  });
  const said = lastWords(child.pipes[2] as Readable | undefined);
  const close = async () => {
    await child.end();
    await home.remove();
  };
  const whileItLives = <Result>(work: Promise<Result>): Promise<Result> => race(work, child, said);
  try {
    const browser = await whileItLives(connect(child));
    // The first page takes the longest way through the browser: one that gets there has started.
    await whileItLives(browser.pages());
    return { browser, pid: child.pid, isSandboxed, whileItLives, close };
  } catch (error) {
    await close();
    return { reason: error instanceof Error ? error.message : String(error) };
  }
}

async function connect({ pipes, ended }: Child): Promise<Browser> {
  const [, , , write, read] = pipes as readonly (Readable & Writable)[];
  // What is not started has no pipes.
  if (!write || !read) return ended.then(() => Promise.reject());
  return puppeteer.connect({ transport: pipeTransport(write, read), protocolTimeout: 0 });
}

/** Rejects when the child ends, whatever becomes of the work. */
function race<Result>(work: Promise<Result>, child: Child, said: () => string): Promise<Result> {
  const end = child.ended.then((ending) => {
    throw new BrowserFailure([endingWords(ending), said()].filter(Boolean).join(": "));
  });
  const done = work.catch((error: unknown) => {
    if (child.pipes[READS_FROM]?.destroyed === false) throw error;
    // Its pipes close before the system tells why: that is what people are to know.
    setTimeout(() => void child.end(), TOLD_WITHIN).unref();
    return end;
  });
  return Promise.race([done, end]);
}

function optionsOf(home: TemporaryFolder, isSandboxed: boolean): readonly string[] {
  const own = [`--user-data-dir=${home.path}`, ...(isSandboxed ? [] : ["--no-sandbox"])];
  return [...FLAGS, ...own, "--remote-debugging-pipe", "about:blank"];
}

/** The browser makes a socket in its temporary folder, and a system gives its path about 100 bytes. */
const LONGEST_HOME = 60;

function temporaryIn({ path }: TemporaryFolder): NodeJS.ProcessEnv {
  return path.length > LONGEST_HOME ? {} : { TMPDIR: path };
}
