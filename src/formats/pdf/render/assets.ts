/** The files that documents show: images of the book, pictures of the theme, fonts. */
import { sourceTypes } from "../../../adapt/source-types.js";
import { keyOf } from "../../../cache/store.js";
import type { Book, Resource } from "../../../model/book.js";
import { servedAddress, withDigest } from "../../../model/served.js";
import { type FontFace, fontMediaType, readFace } from "../../../theme/fonts/fonts.js";
import { withCodePoints } from "../../../theme/glyphs/glyphs-report.js";
import type { ThemePicture } from "../../../theme/styles/pictures.js";
import type { Dressing } from "../dressing.js";
import type { Asset } from "../job/layout-job.js";
import { withThemeFonts } from "./svg-fonts.js";

/** The assets of an edition, each made when a document first shows it, once for all of them. */
export interface Assets {
  /** An image of the book; undefined when it has none at this path. */
  readonly image: (path: string) => Asset | undefined;
  readonly font: (face: FontFace) => Asset;
  /** What styles and templates show: any document may. */
  readonly ofTheme: readonly Asset[];
  /** A document with the addresses of these in the place of those under which styles and templates know them. */
  readonly addressed: (html: string) => string;
}

/** The assets of one document, noted as it is written. */
export interface UsedAssets extends Pick<Assets, "image" | "font"> {
  readonly all: () => readonly Asset[];
}

/** Fonts are read from disk once for all books of the process, for as long as there is the face. */
const fontBytes = new WeakMap<FontFace, Uint8Array>();

/** The images of the book, and what is said of how they were made. */
export function openAssets(book: Book, dressing: Dressing): Assets {
  const sourceTypeOf = sourceTypes(book);
  const made = new Map<string, Asset>();
  const once = (name: string, make: () => Asset): Asset => {
    const asset = made.get(name) ?? make();
    made.set(name, asset);
    return asset;
  };
  const pictures = [...dressing.pictures.values()].map((each) => themeAsset(each, dressing));
  return {
    image: (path) => {
      const resource = book.resources.get(path);
      const make = (shown: Resource) =>
        withPicture(imageAsset(path, shown, dressing), shown, sourceTypeOf(shown));
      return resource && once(`image ${path}`, () => make(resource));
    },
    font: (face) => once(`font ${face.file}`, () => fontAsset(face)),
    ofTheme: pictures.map(({ asset }) => asset),
    addressed: (html) =>
      pictures
        .filter(({ named, asset }) => asset.address !== named)
        .reduce((text, { named, asset }) => text.replaceAll(named, asset.address), html),
  };
}

/** Notes what is asked for. */
export function noted(assets: Assets): UsedAssets {
  const used = new Set(assets.ofTheme);
  const note = <Found extends Asset | undefined>(asset: Found): Found => {
    if (asset) used.add(asset);
    return asset;
  };
  return {
    image: (path) => note(assets.image(path)),
    font: (face) => note(assets.font(face)),
    all: () => [...used],
  };
}

function imageAsset(path: string, resource: Resource, dressing: Dressing): Asset {
  const shown = shownPicture(resource, dressing);
  return { ...shown, address: withDigest(servedAddress("resources", path), shown.digest) };
}

/** Styles and templates know a picture of the theme by its content, before it has the fonts of an edition. */
function themeAsset(picture: ThemePicture, dressing: Dressing): { named: string; asset: Asset } {
  const shown = shownPicture(picture, dressing);
  const named = servedAddress("theme", picture.name);
  const address = shown.body === picture.bytes ? named : withDigest(named, shown.digest);
  return { named, asset: { ...shown, address } };
}

/** A picture as the documents of an edition show it: its fonts are in a drawing. */
function shownPicture(
  { mediaType, bytes }: Pick<Resource, "mediaType" | "bytes">,
  { fonts: { faces, unreadable } }: Dressing,
): Omit<Asset, "address"> {
  const isDrawing = mediaType === "image/svg+xml";
  const body = isDrawing
    ? withThemeFonts(withCodePoints(new TextDecoder().decode(bytes), unreadable), faces, readFont)
    : bytes;
  return { mediaType, body, digest: keyOf(body) };
}

/** What is said of a picture is a part of what a document shows. */
function withPicture(asset: Asset, { pixels }: Resource, sourceType: string | undefined): Asset {
  if (pixels === undefined) return asset;
  if (sourceType === undefined) return { ...asset, picture: pixels };
  return { ...asset, picture: { ...pixels, sourceType }, digest: keyOf(asset.digest, sourceType) };
}

function fontAsset(face: FontFace): Asset {
  const body = readFont(face);
  const digest = keyOf(body);
  const mediaType = fontMediaType(face);
  return { address: servedAddress("fonts", digest), mediaType, body, digest, lasts: true };
}

function readFont(face: FontFace): Uint8Array {
  if (face.own) return face.own.bytes;
  const bytes = fontBytes.get(face) ?? readFace(face);
  fontBytes.set(face, bytes);
  return bytes;
}
