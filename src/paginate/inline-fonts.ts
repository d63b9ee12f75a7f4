/**
 * Puts the fonts of a document into it.
 *
 * A document asks for a dozen fonts, and every request goes from the browser to the program
 * and back: for a short run that took as long as its layout.
 */
import type { Serve } from "./loader.js";

const FONT_ADDRESS = /url\("(fonts\/[^"]+)"\)/g;

/** The document with `url("fonts/…")` as `data:` addresses (RFC 2397); others stay as they are. */
export function inlineFonts(html: string, serve: Serve): string {
  return html.replace(FONT_ADDRESS, (address, path: string) => {
    const file = serve(decodeURIComponent(path));
    return file
      ? `url("data:${file.mediaType};base64,${Buffer.from(file.body).toString("base64")}")`
      : address;
  });
}
