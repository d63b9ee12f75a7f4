/** Starts the browser: sandboxed where the system allows it, deaf to the network. */
import puppeteer, { type Browser, type LaunchOptions } from "puppeteer-core";
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
  const attempts: LaunchOptions[] = [sandboxed(found), unsandboxed(found)];
  if (found.libraryPath) attempts.push(withLibraries(unsandboxed(found), found.libraryPath));
  let reason: unknown;
  for (const options of attempts) {
    try {
      return await puppeteer.launch(options);
    } catch (error) {
      reason = error;
    }
  }
  throw new NoBrowserError(`${found.executablePath} does not start: ${firstLines(reason)}`);
}

function sandboxed(found: FoundBrowser): LaunchOptions {
  return {
    executablePath: found.executablePath,
    headless: "shell",
    // Faster than a socket for what is large: fonts, pictures, printed pages.
    pipe: true,
    args: FLAGS,
    protocolTimeout: 0,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  };
}

function unsandboxed(found: FoundBrowser): LaunchOptions {
  return { ...sandboxed(found), args: [...FLAGS, "--no-sandbox"] };
}

function withLibraries(options: LaunchOptions, libraryPath: string): LaunchOptions {
  return { ...options, env: { ...process.env, LD_LIBRARY_PATH: libraryPath } };
}

function firstLines(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const lines = message.split("\n").filter((line) => line.trim() !== "");
  return lines.slice(0, 3).join(" ");
}
