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

/** The folder and the path of an address, as they were given to `servedAddress`. */
export function servedPath(address: string): string {
  return decodeURIComponent(address);
}

/** RFC 3986, section 2.1, with the marks that CSS takes for its own (`url(…)`, quotes). */
function encodePart(part: string): string {
  return encodeURIComponent(part).replace(
    /[!'()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
