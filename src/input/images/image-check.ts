/** Lets only pictures through that can be shown, are whole, and are not larger than the limit. */
import { diagnostic, type Report } from "../../diagnostics/diagnostic.js";
import type { Location } from "../../diagnostics/location.js";
import type { Resource } from "../../model/book.js";
import type { Limits } from "../../model/limits.js";
import { SvgFault, safeSvg } from "../svg/svg.js";
import { imageFacts } from "./image-facts.js";

export interface ImageFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** What names it. */
  readonly location: Location;
}

type Checked = Pick<Resource, "bytes" | "mediaType" | "pixels">;

/** @returns undefined for what no book can show: that is reported. */
export function checkedImage(image: ImageFile, limits: Limits, report: Report): Checked | undefined {
  const facts = imageFacts(image.bytes);
  if (!facts) return isXml(image.bytes) ? checkedSvg(image, report) : broken(image, report, "is no image");
  const { mediaType, width = 0, height = 0, complete } = facts;
  if (width * height > limits.pixels * 1e6) {
    const message = `\`${image.path}\` is ${width} × ${height} pixels, more than the limit of ${limits.pixels} million`;
    const hint = "Make it smaller, or raise the limit `pixels`";
    report(diagnostic("image-too-large", message, image.location, hint));
    return undefined;
  }
  if (!complete) return broken(image, report, "is cut short");
  if (width === 0 || height === 0) return broken(image, report, "has no size");
  return { bytes: image.bytes, mediaType, pixels: { width, height } };
}

/** Characters of a text that let it be found. */
const SHOWN = 40;

function checkedSvg(image: ImageFile, report: Report): Checked | undefined {
  try {
    const { bytes, removed, unseen } = safeSvg(image.bytes);
    if (removed.length > 0) {
      const message = `\`${image.path}\` has ${removed.slice(0, 5).join(", ")}; that is removed`;
      const hint = "Save it without scripts, animations and addresses: an image in a book is still and whole";
      report(diagnostic("unsafe-image", message, image.location, hint));
    }
    if (unseen !== "") {
      const message = `\`${image.path}\` has text that no browser shows: “${unseen.slice(0, SHOWN)}${unseen.length > SHOWN ? "…" : ""}”`;
      const hint = "In Inkscape, select the text and choose “Convert to Text” in the menu “Text”, and save";
      report(diagnostic("image-text-unseen", message, image.location, hint));
    }
    return { bytes, mediaType: "image/svg+xml" };
  } catch (error) {
    if (!(error instanceof SvgFault)) throw error;
    return broken(image, report, `cannot be read as SVG: ${error.message}`);
  }
}

function isXml(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 200));
  const text =
    head[0] === 0xff || head[0] === 0xfe ? head.toString("latin1").replaceAll("\0", "") : `${head}`;
  return /^[^\w<]{0,8}\s*</.test(text);
}

function broken({ path, location }: ImageFile, report: Report, what: string): undefined {
  report(
    diagnostic("image-broken", `\`${path}\` ${what}`, location, "Export it again, or name another file"),
  );
  return undefined;
}
