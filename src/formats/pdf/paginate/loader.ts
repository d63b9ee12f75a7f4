/**
 * Gives a browser page its content from memory, and nothing else.
 *
 * Every request of the page is answered here: from the files that the program put under
 * `ORIGIN`, or with a refusal. The page can reach neither the disk nor the network, for which the
 * browser itself knows no hosts (`browser/launch.ts`).
 */
import type { CDPSession, Page, Protocol } from "puppeteer-core";

/** Not a real host: `.invalid` never resolves (RFC 6761, section 6.4). */
export const ORIGIN = "https://colophon.invalid/";

export interface ServedFile {
  readonly mediaType: string;
  readonly body: Uint8Array | string;
  /** Its address is never used for other content: the browser may keep it for documents to come. */
  readonly lasts?: true;
}

type PausedRequest = Protocol.Fetch.RequestPausedEvent;

/** Looks up a file by its path under `ORIGIN`; undefined when there is none. */
export type Serve = (path: string) => ServedFile | undefined;

/**
 * Answers the requests of `page` from `serve`, until the page is closed. By the protocol itself
 * (Chrome DevTools Protocol, Fetch): puppeteer takes longer to encode a document than to lay out its first page.
 */
export async function serveFromMemory(page: Page, serve: Serve): Promise<void> {
  const session = await page.createCDPSession();
  session.on("Fetch.requestPaused", (request) => {
    // A request without an answer would be waited for; a page that is closed meanwhile needs none.
    answer(session, request, serve).catch(() => refuse(session, request).catch(() => undefined));
  });
  await session.send("Fetch.enable", { patterns: [{ urlPattern: "*" }] });
}

async function answer(session: CDPSession, paused: PausedRequest, serve: Serve): Promise<void> {
  const { requestId, request } = paused;
  const path = pathOf(request.url);
  const file = path === undefined ? undefined : serve(path);
  if (file) await session.send("Fetch.fulfillRequest", { requestId, ...responseOf(file) });
  else await refuse(session, paused);
}

async function refuse(session: CDPSession, { requestId }: PausedRequest): Promise<void> {
  await session.send("Fetch.failRequest", { requestId, errorReason: "BlockedByClient" });
}

/** For ever, as far as caches go (RFC 9111, section 5.2.2.1; RFC 8246). */
const LASTS = "public, max-age=31536000, immutable";

function responseOf({ mediaType, body, lasts }: ServedFile) {
  const bytes =
    typeof body === "string" ? Buffer.from(body) : Buffer.from(body.buffer, body.byteOffset, body.length);
  const headers = {
    "Content-Type": mediaType,
    "Content-Length": String(bytes.length),
    ...(lasts ? { "Cache-Control": LASTS } : {}),
  };
  const responseHeaders = Object.entries(headers).map(([name, value]) => ({ name, value }));
  return { responseCode: 200, responseHeaders, body: bytes.toString("base64") };
}

/** Undefined for what is not under `ORIGIN`, and for an address whose `%` encode nothing. */
function pathOf(url: string): string | undefined {
  if (!url.startsWith(ORIGIN)) return undefined;
  try {
    return decodeURIComponent(new URL(url).pathname.slice(1));
  } catch {
    return undefined;
  }
}
