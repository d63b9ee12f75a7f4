/** A browser that looks at our own pages, as a reader's would: with its network, and with scripts. */
import puppeteer, { type Browser } from "puppeteer-core";
import { findBrowser } from "../../src/formats/pdf/paginate/browser/find.js";

export async function openBrowser(): Promise<Browser> {
  const { executablePath, libraryPath } = await findBrowser();
  const env = libraryPath === undefined ? process.env : { ...process.env, LD_LIBRARY_PATH: libraryPath };
  return puppeteer.launch({
    executablePath,
    headless: "shell",
    args: ["--no-sandbox", "--disable-gpu"],
    env,
  });
}
