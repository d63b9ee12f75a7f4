/**
 * Fetches images that manuscripts show from the web, as far as whoever builds has allowed it.
 *
 * A browser would fetch whatever a page names; here this process asks, for addresses on the list,
 * each once in a session and one at a time for a host. What came is kept with what the server said
 * of it, and asked for again on the condition that it has changed. An edition depends on the bytes
 * that came, never on when they came.
 */
import { framed, unframed } from "../../cache/framed.js";
import { recentResults } from "../../cache/recent-results.js";
import { keyOf, type Store } from "../../cache/store.js";
import type { Limits } from "../../model/limits.js";
import { NO_WEB_IMAGES, type WebAnswer, type WebImages } from "../../model/web-image.js";
import { digestOf } from "../reader.js";
import { allowList } from "./allow-list.js";
import { requestImage, type Validators } from "./request.js";

const MOST_IN_MEMORY = 32;

interface Settings {
  readonly limits: Limits;
  readonly store: Store;
  readonly signal?: AbortSignal | undefined;
}

/** @param entries hosts and address prefixes that have been checked: see `readEntry`. */
export function openWebImages(entries: readonly string[], settings: Settings): WebImages {
  const allowed = allowList(entries);
  /** A catalogue may show more than fits into memory; what an image was is small and stays. */
  const asked = recentResults<Promise<WebAnswer>>(MOST_IN_MEMORY);
  const digests = new Map<string, string>();
  /** Whoever keeps building may have mended the network: what failed is asked for again. */
  const failures = new Map<string, number>();
  const hosts = new Map<string, Promise<unknown>>();
  const inTurn = (address: URL): Promise<WebAnswer> => {
    const before = hosts.get(address.host) ?? Promise.resolve();
    const answer = before.then(() => fetchImage(address));
    hosts.set(
      address.host,
      answer.catch(() => undefined),
    );
    return answer;
  };
  const fetchImage = async (address: URL): Promise<WebAnswer> => {
    const { limits, store, signal } = settings;
    const key = keyOf("image", address.href);
    const kept = unpacked(await store.read("fetched", key));
    const request = { allowed, seconds: limits.fetch, most: limits.image, signal };
    const answer = await requestImage(address, kept?.validators ?? {}, request);
    if (answer.status === "failed") return answer;
    if (answer.status === "unchanged")
      return kept ? fetched(kept.bytes) : { status: "failed", reason: "304 without a question for it" };
    await store.write("fetched", key, framed(answer.validators, answer.bytes));
    return fetched(answer.bytes);
  };
  const get = async (address: URL): Promise<WebAnswer> => {
    if (!allowed.has(address)) return NO_WEB_IMAGES.get(address);
    const { href } = address;
    const failed = failures.get(href) ?? 0;
    const answer = await asked.takeOrMake(`${failed} ${href}`, () => inTurn(address));
    if (answer.status === "fetched") digests.set(href, answer.sha256);
    else failures.set(href, failed + 1);
    return answer;
  };
  const digestOf = async (address: URL): Promise<string | undefined> => {
    const known = digests.get(address.href);
    if (known !== undefined) return known;
    const answer = await get(address);
    return answer.status === "fetched" ? answer.sha256 : undefined;
  };
  return { get, digestOf };
}

function fetched(bytes: Uint8Array): WebAnswer {
  return { status: "fetched", bytes, sha256: digestOf(bytes) };
}

function unpacked(content: Buffer | undefined): { validators: Validators; bytes: Buffer } | undefined {
  if (content === undefined) return undefined;
  const { facts, bytes } = unframed<Validators>(content);
  return { validators: facts, bytes };
}
