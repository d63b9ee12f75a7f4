/** Images from the web, for hosts that are listed; none for an empty list. */
import type { Store } from "../../cache/store.js";
import type { Limits } from "../../model/limits.js";
import { NO_WEB_IMAGES, type WebImages } from "../../model/web-image.js";

/** What reaches the network is not even loaded when nothing may be fetched. */
export async function webImagesFor(
  entries: readonly string[],
  settings: { readonly limits: Limits; readonly store: Store; readonly signal?: AbortSignal | undefined },
): Promise<WebImages> {
  if (entries.length === 0) return NO_WEB_IMAGES;
  const { openWebImages } = await import("./web-images.js");
  return openWebImages(entries, settings);
}
