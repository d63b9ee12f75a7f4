/** The files that a run may ask for: the book's images and the theme's fonts. */
import { readFileSync } from "node:fs";
import type { Book, Resource } from "../../model/book.js";
import { servedPath } from "../../model/served.js";
import { type FontFace, fontAddress, type ThemeFonts } from "../../theme/fonts/fonts.js";
import { withCodePoints } from "../../theme/glyphs/glyphs-report.js";
import type { ThemePicture } from "../../theme/styles/pictures.js";
import type { Serve, ServedFile } from "./paginate/loader.js";
import { withThemeFonts } from "./svg-fonts.js";

const RESOURCES = "resources/";
const THEME = "theme/";

/** Fonts are read from disk once for all runs of the process. */
const fontBytes = new Map<string, Uint8Array>();

/** @param pictures of the theme, by their names. */
export function serveBook(
  book: Book,
  { faces, unreadable }: ThemeFonts,
  pictures: ReadonlyMap<string, ThemePicture>,
): Serve {
  const files = new Map(faces.map((face) => [servedPath(fontAddress(face.file)), face]));
  return (path): ServedFile | undefined => {
    const font = files.get(path);
    if (font) return { mediaType: font.own ? "font/ttf" : "font/woff2", body: readFont(font) };
    const picture = path.startsWith(THEME) ? pictures.get(path.slice(THEME.length)) : undefined;
    if (picture) return serveImage(picture, faces, unreadable);
    if (!path.startsWith(RESOURCES)) return undefined;
    const resource = book.resources.get(path.slice(RESOURCES.length));
    return resource && serveImage(resource, faces, unreadable);
  };
}

function serveImage(
  { mediaType, bytes }: Pick<Resource, "mediaType" | "bytes">,
  faces: readonly FontFace[],
  unreadable: ThemeFonts["unreadable"],
): ServedFile {
  if (mediaType !== "image/svg+xml") return { mediaType, body: bytes };
  const svg = withCodePoints(new TextDecoder().decode(bytes), unreadable);
  return { mediaType, body: withThemeFonts(svg, faces, readFont) };
}

function readFont({ file, own }: FontFace): Uint8Array {
  if (own) return own.bytes;
  const bytes = fontBytes.get(file) ?? readFileSync(file);
  fontBytes.set(file, bytes);
  return bytes;
}
