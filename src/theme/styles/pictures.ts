/** The pictures that styles and templates show: files beside the style sheet or the template. */
import { posix } from "node:path";
import { keyOf } from "../../cache/store.js";
import { diagnostic, type Report } from "../../diagnostics/diagnostic.js";
import type { Location } from "../../diagnostics/location.js";
import { checkedImage } from "../../input/images/image-check.js";
import type { Limits } from "../../model/limits.js";
import { type FilesElsewhere, noteFile, readThemeFile, shownName, type ThemeFile } from "../files.js";

/** A picture of a theme, named by its content. */
export interface ThemePicture {
  /** `1f0c….png`. */
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** Brings a picture into the form that the edition's format shows. */
export type Fit = (picture: Omit<ThemePicture, "name">) => Promise<Omit<ThemePicture, "name"> | undefined>;

export interface PictureContext {
  readonly limits: Limits;
  readonly adapt: Fit;
  readonly report: Report;
  readonly files: FilesElsewhere;
}

const EXTENSIONS: Readonly<Record<string, string>> = {
  "image/avif": "avif",
  "image/gif": "gif",
  "image/jpeg": "jpg",
  "image/png": "png",
  "image/svg+xml": "svg",
  "image/webp": "webp",
};

/** Stands in for a picture that cannot be had, and shows nothing. */
export const NO_PICTURE =
  "data:image/svg+xml,%3Csvg%20xmlns=%27http://www.w3.org/2000/svg%27%20width=%271%27%20height=%271%27/%3E";

/** True for what names a file: no data, no place in the same document, nothing of the program's own. */
export function namesFile(address: string): boolean {
  return address.trim() !== "" && !/^(?:data:|about:|#|resources\/|theme\/|fonts\/)/i.test(address);
}

/**
 * @param address as it is written, relative to the file that it stands in.
 * @returns undefined for what cannot be shown: that is reported.
 */
export async function themePicture(
  address: string,
  from: ThemeFile,
  place: Location,
  { limits, adapt, report, files }: PictureContext,
): Promise<ThemePicture | undefined> {
  const missing = (message: string, hint: string) => {
    report(diagnostic("style-missing", message, place, hint));
    return undefined;
  };
  if (/^(?:[a-z][a-z0-9+.-]*:)?\/\//i.test(address)) {
    const hint = "Save it beside the file that names it";
    return missing(`The image \`${address}\` is on the web, and nothing is fetched from there`, hint);
  }
  // A name may hold `?` and `#`.
  const names = [...new Set([decoded(address), decoded(address.replace(/[?#].*$/s, ""))])];
  const reads = names.map((each) => readThemeFile(from.root, each, limits.image, posix.dirname(from.path)));
  const found = Math.max(
    0,
    reads.findIndex(({ status }) => status === "read"),
  );
  const [name, read] = [names[found]!, reads[found]!];
  if (read.status === "outside") {
    const message = `The image \`${name}\` is outside the folder that this file may read`;
    report(diagnostic("file-outside", message, place, "Copy it into the folder"));
    return undefined;
  }
  if (read.status === "missing") {
    const hint =
      read.similar === undefined ? "Add the file or correct its name" : `Did you mean \`${read.similar}\`?`;
    return missing(`There is no image \`${name}\``, hint);
  }
  if (read.status === "unusable") return missing(`The image \`${name}\` ${read.reason}`, "Check the file");
  noteFile(files, read.file, read.bytes);
  const image = { path: shownName(read.file), bytes: read.bytes, location: place };
  // A picture of a theme is decoration: the book is read without it.
  const checked = checkedImage(image, limits, ({ message, hint }) =>
    missing(message, hint ?? "Check the file"),
  );
  const fitted = checked && (await adapt(checked));
  if (fitted === undefined) return undefined;
  return { ...fitted, name: `${keyOf(fitted.bytes).slice(0, 16)}.${EXTENSIONS[fitted.mediaType] ?? "bin"}` };
}

function decoded(address: string): string {
  const path = address.trim();
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
