/**
 * Lets the browser keep the fonts of a run for those that come after it.
 *
 * A document asks for a dozen fonts, and runs of a book ask for the same ones. A browser keeps what it was
 * told will last, but one that runs on from book to book must not take the font of another: so fonts are named by
 * their content.
 */
import { keyOf } from "../../../cache/store.js";
import type { Serve, ServedFile } from "./loader.js";

const FONT_ADDRESS = /url\("(fonts\/[^"]+)"\)/g;

/** Names of fonts that were asked for before. */
const names = new WeakMap<object, string>();

export interface LastingFonts {
  /** The document with other addresses for its fonts. */
  readonly html: string;
  /** Serves the fonts by these, and everything else as before. */
  readonly serve: Serve;
}

/** Gives fonts that a document asks for as `url("fonts/…")` addresses that are never used for other content. */
export function lastingFonts(html: string, serve: Serve): LastingFonts {
  const fonts = new Map<string, ServedFile>();
  const named = html.replace(FONT_ADDRESS, (address, path: string) => {
    const file = serve(decodeURIComponent(path));
    if (!file) return address;
    const name = `fonts/${nameOf(file.body)}`;
    fonts.set(name, { ...file, lasts: true });
    return `url("${name}")`;
  });
  return { html: named, serve: (path) => fonts.get(path) ?? serve(path) };
}

function nameOf(body: ServedFile["body"]): string {
  if (typeof body === "string") return keyOf(body);
  const name = names.get(body) ?? keyOf(body);
  names.set(body, name);
  return name;
}
