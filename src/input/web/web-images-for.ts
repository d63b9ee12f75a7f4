/** Images from the web, for hosts that are listed; none for an empty list. */
import type { Store } from "../../cache/store.js";
import type { Report } from "../../diagnostics/diagnostic.js";
import type { Limits } from "../../model/limits.js";
import { NO_WEB_IMAGES, type WebImages } from "../../model/web-image.js";
import { soundEntries } from "./allow-list.js";

/**
 * What reaches the network is not even loaded when nothing may be fetched.
 *
 * @param listed what may be fetched; an entry that cannot be read is reported and left out.
 */
export async function webImagesFor(
  listed: readonly string[] | undefined,
  settings: { readonly limits: Limits; readonly store: Store; readonly signal?: AbortSignal | undefined },
  report: Report,
): Promise<WebImages> {
  const entries = soundEntries(listed ?? [], report);
  if (entries.length === 0) return NO_WEB_IMAGES;
  const { openWebImages } = await import("./web-images.js");
  return openWebImages(entries, settings);
}
