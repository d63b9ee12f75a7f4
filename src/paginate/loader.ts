/**
 * Gives a browser page its content from memory, and nothing else.
 *
 * Every request of the page is answered here: from the files that the program put under
 * `ORIGIN`, or with a refusal. The page can reach neither the disk nor the network.
 */
import type { HTTPRequest, Page } from "puppeteer-core";

/** Not a real host: `.invalid` never resolves (RFC 6761, section 6.4). */
export const ORIGIN = "https://colophon.invalid/";

export interface ServedFile {
  readonly mediaType: string;
  readonly body: Uint8Array | string;
}

/** Looks up a file by its path under `ORIGIN`; undefined when there is none. */
export type Serve = (path: string) => ServedFile | undefined;

/** Answers the requests of `page` from `serve`, until the page is closed. */
export async function serveFromMemory(page: Page, serve: Serve): Promise<void> {
  await page.setRequestInterception(true);
  page.on("request", (request) => {
    void answer(request, serve);
  });
}

async function answer(request: HTTPRequest, serve: Serve): Promise<void> {
  const url = request.url();
  if (url.startsWith("data:")) return request.continue();
  const file = url.startsWith(ORIGIN) ? serve(pathOf(url)) : undefined;
  if (!file) return request.abort("blockedbyclient");
  await request.respond({ status: 200, contentType: file.mediaType, body: file.body });
}

function pathOf(url: string): string {
  return decodeURIComponent(new URL(url).pathname.slice(1));
}
