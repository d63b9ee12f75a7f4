/**
 * Asks for one image, and follows redirects as far as the list goes.
 *
 * The address that a name stands for is looked at before the connection is made to that very
 * address: a name that is allowed must not lead into the network of whoever builds.
 */
import { type LookupAddress, lookup } from "node:dns";
import { get as getByHttp, type IncomingMessage } from "node:http";
import { get as getByHttps } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { MEBIBYTE } from "../../model/limits.js";
import { type AllowList, bare } from "./allow-list.js";

export interface RequestSettings {
  readonly allowed: AllowList;
  /** Seconds until all of it has to be there. */
  readonly seconds: number;
  /** Mebibytes that an image may have. */
  readonly most: number;
  readonly signal?: AbortSignal | undefined;
}

/** What a server has said of its answer, to be asked again with: RFC 9110, section 8.8. */
export interface Validators {
  /** The address that said so: after redirects another than the one that was asked for first. */
  readonly from?: string | undefined;
  readonly etag?: string | undefined;
  readonly modified?: string | undefined;
}

export type Answer =
  | { readonly status: "fetched"; readonly bytes: Buffer; readonly validators: Validators }
  /** It is what it was when it had these validators. */
  | { readonly status: "unchanged" }
  | { readonly status: "failed"; readonly reason: string };

const MOST_REDIRECTS = 5;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/** A reason that people understand; anything else that is thrown is the system's. */
class Refusal extends Error {}

/** @throws the reason of the signal when it is aborted. */
export async function requestImage(
  address: URL,
  known: Validators,
  settings: RequestSettings,
): Promise<Answer> {
  const limit = AbortSignal.timeout(settings.seconds * 1000);
  const signal = settings.signal === undefined ? limit : AbortSignal.any([limit, settings.signal]);
  try {
    return await follow(address, known, { ...settings, signal });
  } catch (error) {
    settings.signal?.throwIfAborted();
    if (limit.aborted) return failed(`it did not come within ${settings.seconds} seconds`);
    return failed(error instanceof Error ? error.message || error.name : String(error));
  }
}

function failed(reason: string): Answer {
  return { status: "failed", reason };
}

async function follow(address: URL, known: Validators, settings: RequestSettings): Promise<Answer> {
  let url = address;
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
    const isKnown = known.from === url.href;
    const response = await ask(url, isKnown ? known : {}, settings);
    const { statusCode = 0, statusMessage = "", headers } = response;
    if (statusCode === 200) {
      const validators = { from: url.href, etag: headers.etag, modified: headers["last-modified"] };
      return { status: "fetched", bytes: await bodyOf(response, settings.most), validators };
    }
    response.destroy();
    if (statusCode === 304 && isKnown) return { status: "unchanged" };
    if (!REDIRECTS.has(statusCode)) throw new Refusal(`${statusCode} ${statusMessage}`.trim());
    url = nextAddress(url, headers.location, settings.allowed);
  }
  throw new Refusal(`it is redirected more than ${MOST_REDIRECTS} times`);
}

function nextAddress(from: URL, location: string | undefined, allowed: AllowList): URL {
  if (location === undefined || !URL.canParse(location, from.href))
    throw new Refusal("it is redirected to no address");
  const next = new URL(location, from.href);
  if (!allowed.has(next)) throw new Refusal(`it is redirected to \`${next.href}\`, which is not allowed`);
  return next;
}

function ask(url: URL, { etag, modified }: Validators, settings: RequestSettings): Promise<IncomingMessage> {
  const { allowed, signal } = settings;
  const host = bare(url.hostname);
  if (isIP(host) > 0 && !allowed.reaches(host)) throw new Refusal(privateReason(host));
  const headers = {
    "User-Agent": "Colophon",
    Accept: "image/*",
    "Accept-Encoding": "identity",
    ...(etag === undefined ? {} : { "If-None-Match": etag }),
    ...(modified === undefined ? {} : { "If-Modified-Since": modified }),
  };
  const get = url.protocol === "https:" ? getByHttps : getByHttp;
  return new Promise((resolve, reject) => {
    // A connection of its own: what one address has opened is used by no other.
    get(url, { headers, signal, agent: false, lookup: checkedLookup(allowed) }, resolve).once(
      "error",
      reject,
    );
  });
}

function checkedLookup(allowed: AllowList): LookupFunction {
  return (hostname, options, done) => {
    lookup(hostname, { ...options, all: true }, (error, found: LookupAddress[]) => {
      const [first] = found ?? [];
      if (error || first === undefined) return done(error ?? new Error(`${hostname} has no address`), []);
      const closed = found.find(({ address }) => !allowed.reaches(address));
      if (closed) return done(new Refusal(privateReason(closed.address)), []);
      return options.all === true ? done(null, found) : done(null, first.address, first.family);
    });
  };
}

function privateReason(ip: string): string {
  return `it leads to ${ip}, an address of a private network that is not allowed by itself`;
}

async function bodyOf(response: IncomingMessage, most: number): Promise<Buffer> {
  const encoding = response.headers["content-encoding"] ?? "identity";
  const chunks: Buffer[] = [];
  let length = Number(response.headers["content-length"] ?? 0);
  const tooLarge = () => length > most * MEBIBYTE;
  try {
    if (encoding !== "identity") throw new Refusal(`it comes packed as \`${encoding}\``);
    if (tooLarge()) throw new Refusal(`it is larger than ${most} MiB, the limit of an image`);
    length = 0;
    for await (const chunk of response as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (tooLarge()) throw new Refusal(`it is larger than ${most} MiB, the limit of an image`);
      chunks.push(chunk);
    }
  } finally {
    response.destroy();
  }
  return Buffer.concat(chunks);
}
