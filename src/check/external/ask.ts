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

type Reply = {
  readonly status: number;
  readonly reason: string;
  readonly retryAfter?: number;
  readonly location?: string;
};

const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/** Says that the address is not there, or never was. */
const GONE = new Set([404, 410]);

/** Worth another try, after a while: RFC 9110 (408, 502, 503, 504), RFC 6585 (429). */
const BUSY = new Set([408, 429, 502, 503, 504]);

/** Does some work when it is a server's turn: whoever asks servers says what that means. */
export type InTurn = <Result>(host: string, work: () => Promise<Result>) => Promise<Result>;

const MOST_REDIRECTS = 20;

/**
 * @param inTurn called for each server that is asked, also those to which an address is redirected.
 * @throws the reason of the signal when it is aborted.
 */
export async function ask(
  address: string,
  manners: Manners,
  inTurn: InTurn,
  signal?: AbortSignal,
): Promise<Answer> {
  let wait = manners.pause;
  for (let attempt = 0; ; attempt += 1) {
    const reply = await askOnce(address, manners, inTurn, signal);
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

async function askOnce(
  address: string,
  manners: Manners,
  inTurn: InTurn,
  signal?: AbortSignal,
): Promise<Reply> {
  const head = await follow(address, "HEAD", manners, inTurn, signal);
  // Many servers know only GET, or answer HEAD in their own way.
  if (head.status < 400 || BUSY.has(head.status)) return head;
  return follow(address, "GET", manners, inTurn, signal);
}

/** Follows redirects itself: each leads to a server that others may be asking at this moment. */
async function follow(
  address: string,
  method: "HEAD" | "GET",
  manners: Manners,
  inTurn: InTurn,
  signal?: AbortSignal,
): Promise<Reply> {
  let at = address;
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
    const reply = await inTurn(new URL(at).host, () => request(at, method, manners, signal));
    if (reply.location === undefined) return reply;
    if (!URL.canParse(reply.location, at)) return { status: 0, reason: "it is redirected to no address" };
    const next = new URL(reply.location, at);
    if (!/^https?:$/.test(next.protocol))
      return { status: 0, reason: `it is redirected to \`${next.protocol}\`` };
    at = next.href;
  }
  return { status: 0, reason: `it is redirected more than ${MOST_REDIRECTS} times` };
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
      redirect: "manual",
      headers: { "User-Agent": userAgent },
      signal: signal === undefined ? limit : AbortSignal.any([limit, signal]),
    });
    // The first words of a page are enough to know that it is there.
    await response.body?.cancel();
    const location = REDIRECTS.has(response.status) ? response.headers.get("Location") : null;
    const retryAfter = seconds(response.headers.get("Retry-After"));
    return {
      status: response.status,
      reason: `${response.status} ${response.statusText}`.trim(),
      ...(location === null ? {} : { location }),
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
