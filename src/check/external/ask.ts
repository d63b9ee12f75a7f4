/**
 * Asks a server whether an address exists: with HEAD, and with GET where that is not answered well.
 *
 * Nothing but the request is sent: no cookies, no referrer, no part of a document.
 */
import { setTimeout as pause } from "node:timers/promises";

export interface Manners {
  /** How long to wait for an answer, in milliseconds. */
  readonly timeout: number;
  /** How often to ask again when a server is busy or does not answer. */
  readonly retries: number;
  /** How long to wait before that, in milliseconds, when the server does not say; doubled each time. */
  readonly pause: number;
  /** The longest wait that a server may ask for, in milliseconds. */
  readonly longestPause: number;
  /** Says who asks. */
  readonly userAgent: string;
}

/** `broken`: the server says that there is nothing; `unanswered`: it does not say. */
export interface Answer {
  readonly verdict: "alive" | "broken" | "unanswered";
  /** In words, such as `404 Not Found`. */
  readonly reason: string;
}

type Reply = { readonly status: number; readonly reason: string; readonly retryAfter?: number };

/** Says that the address is not there, or never was. */
const GONE = new Set([404, 410]);

/** Worth another try, after a while: RFC 9110 (408, 502, 503, 504), RFC 6585 (429). */
const BUSY = new Set([408, 429, 502, 503, 504]);

/** @throws the reason of the signal when it is aborted. */
export async function ask(address: string, manners: Manners, signal?: AbortSignal): Promise<Answer> {
  let wait = manners.pause;
  for (let attempt = 0; ; attempt += 1) {
    const reply = await askOnce(address, manners, signal);
    if (reply.status >= 200 && reply.status < 400) return { verdict: "alive", reason: reply.reason };
    if (GONE.has(reply.status)) return { verdict: "broken", reason: reply.reason };
    const delay = reply.retryAfter ?? wait;
    const isWorthIt = reply.status === 0 || BUSY.has(reply.status);
    if (!isWorthIt || attempt >= manners.retries || delay > manners.longestPause)
      return { verdict: "unanswered", reason: reply.reason };
    await pause(delay, undefined, signal === undefined ? {} : { signal });
    wait *= 2;
  }
}

async function askOnce(address: string, manners: Manners, signal?: AbortSignal): Promise<Reply> {
  const head = await request(address, "HEAD", manners, signal);
  // Many servers know only GET, or answer HEAD in their own way.
  if (head.status < 400 || BUSY.has(head.status)) return head;
  return request(address, "GET", manners, signal);
}

async function request(
  address: string,
  method: "HEAD" | "GET",
  { timeout, userAgent }: Manners,
  signal?: AbortSignal,
): Promise<Reply> {
  const limit = AbortSignal.timeout(timeout);
  try {
    const response = await fetch(address, {
      method,
      headers: { "User-Agent": userAgent },
      signal: signal === undefined ? limit : AbortSignal.any([limit, signal]),
    });
    // The first words of a page are enough to know that it is there.
    await response.body?.cancel();
    const retryAfter = seconds(response.headers.get("Retry-After"));
    return {
      status: response.status,
      reason: `${response.status} ${response.statusText}`.trim(),
      ...(retryAfter === undefined ? {} : { retryAfter: retryAfter * 1000 }),
    };
  } catch (error) {
    signal?.throwIfAborted();
    return { status: 0, reason: limit.aborted ? `no answer in ${timeout / 1000} s` : causeOf(error) };
  }
}

/** Seconds or a date: RFC 9110, 10.2.3. */
function seconds(header: string | null): number | undefined {
  if (header === null) return undefined;
  if (/^\d+$/.test(header.trim())) return Number(header);
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, (date - Date.now()) / 1000);
}

/** `getaddrinfo ENOTFOUND example.invalid` is what `fetch failed` is about. */
function causeOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return cause instanceof Error ? cause.message || cause.name : String(cause);
}
