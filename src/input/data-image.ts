/** Images that are written into their own address (RFC 2397), as notebooks and converters write them. */
import { createHash } from "node:crypto";
import { diagnostic, type Report } from "../diagnostics/diagnostic.js";
import type { Location } from "../diagnostics/location.js";
import type { Resource } from "../model/book.js";
import { type Limits, MEBIBYTE } from "../model/limits.js";
import { checkedImage } from "./images/image-check.js";

const DATA = /^data:([\w.+-]+\/[\w.+-]+)?((?:;[\w-]+=[^;,]*)*)(;base64)?,(.*)$/is;

/** @returns the image with a path of its own; undefined (reported) when it is none. */
export function dataImage(
  address: string,
  location: Location,
  limits: Limits,
  report: Report,
): Resource | undefined {
  const bytes = address.length > limits.image * MEBIBYTE * 1.5 ? undefined : bytesOf(address);
  if (bytes === undefined) {
    const hint = "Save it as a file in the publication's folder and name the file";
    report(diagnostic("image-broken", "The image in a `data:` address cannot be read", location, hint));
    return undefined;
  }
  const path = `data/${createHash("sha256").update(bytes).digest("hex").slice(0, 16)}`;
  const checked = checkedImage({ path: "The image in its own address", bytes, location }, limits, report);
  if (checked === undefined) return undefined;
  // Who looks at names alone must not take a drawing for a picture with pixels.
  const isDrawing = checked.mediaType === "image/svg+xml";
  return { path: isDrawing ? `${path}.svg` : path, written: true, ...checked };
}

function bytesOf(address: string): Uint8Array | undefined {
  const [, , , base64, data = ""] = DATA.exec(address) ?? [];
  try {
    return base64 === undefined
      ? Buffer.from(decodeURIComponent(data))
      : Buffer.from(decodeURIComponent(data), "base64");
  } catch {
    return undefined;
  }
}
