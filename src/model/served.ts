/**
 * Addresses of the files that a printed document asks for: pictures of the texts (`resources/`), what
 * styles and templates show (`theme/`) and fonts (`fonts/`).
 *
 * A name of a file may hold anything (`a&b #1(2).png`). In an address it is written so that no HTML, CSS
 * or URL ends in the middle of it.
 */

export type ServedFolder = "resources" | "theme" | "fonts";

/** @param path relative to the folder; its parts stay apart. */
export function servedAddress(folder: ServedFolder, path: string): string {
  return `${folder}/${path.split("/").map(encodePart).join("/")}`;
}

/**
 * An address that says what is there. A browser shows what it has had from an address again, in the next document on the
 * same page too, and that may be of another edition, with other fonts in a drawing, or of another book.
 */
export function withDigest(address: string, digest: string): string {
  return `${address}?${digest.slice(0, 16)}`;
}

/** The folder and the path of an address, as they were given to `servedAddress`. */
export function servedPath(address: string): string {
  return decodeURIComponent(address.replace(/\?.*$/, ""));
}

/** RFC 3986, section 2.1, with the marks that CSS takes for its own (`url(…)`, quotes). */
function encodePart(part: string): string {
  return encodeURIComponent(part).replace(
    /[!'()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
