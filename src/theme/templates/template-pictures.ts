/**
 * The pictures that templates show: `<img src="logo.png">`, `url(…)` in a style, by files beside the template.
 *
 * Only what stands in the template is looked for. What a template takes from elsewhere (`src="{{…}}"`) is not
 * known before it is filled in.
 */
import type { Dress } from "../../model/format.js";
import { type FilesElsewhere, shownName } from "../files.js";
import {
  NO_PICTURE,
  namesFile,
  type PictureContext,
  type ThemePicture,
  themePicture,
} from "../styles/pictures.js";
import { type Edit, edited } from "../styles/sheet.js";
import type { ThemePlaces } from "../styles/style-files.js";
import { type TemplateFile, templateFiles } from "./template-files.js";

export interface TemplatePictures {
  /** By their names. */
  readonly pictures: ReadonlyMap<string, ThemePicture>;
  /** Templates with the addresses of the book in them, by absolute path: those in which something has changed. */
  readonly texts: ReadonlyMap<string, string>;
  readonly files: FilesElsewhere;
}

export interface TemplateRequest extends Omit<PictureContext, "files"> {
  readonly places: ThemePlaces;
  readonly dress: Dress;
  /** Where a filled-in template finds a picture. */
  readonly addressOf: (picture: ThemePicture) => string;
}

const ADDRESS =
  /(?<before>\b(?:src|xlink:href|href|poster)\s*=\s*(?<quote>["'])|\burl\(\s*(?<open>["']?))(?<address>[^"'{}()<>]+?)(?=\k<quote>|\k<open>\s*\))/g;
const TAG = /<(?:img|image|source|input)\b[^<>]*$/i;

/** Reads the pictures of all templates that others have made. */
export async function templatePictures(request: TemplateRequest): Promise<TemplatePictures> {
  const pictures = new Map<string, ThemePicture>();
  const texts = new Map<string, string>();
  const context = { ...request, files: new Map() };
  for (const template of templateFiles(request.places, request.dress)) {
    if (template.isOurs || template.read.status !== "read") continue;
    const text = await withAddresses(template, template.read.bytes.toString("utf8"), context, pictures);
    if (text !== undefined) texts.set(template.path, text);
  }
  return { pictures, texts, files: context.files };
}

async function withAddresses(
  { file }: TemplateFile,
  text: string,
  request: TemplateRequest & PictureContext,
  pictures: Map<string, ThemePicture>,
): Promise<string | undefined> {
  const edits: Edit[] = [];
  for (const match of text.matchAll(ADDRESS)) {
    const { before = "", address = "" } = match.groups!;
    const isStyle = before.startsWith("url(");
    // A link leads somewhere, and shows nothing.
    if (!namesFile(address) || (!isStyle && !TAG.test(text.slice(0, match.index)))) continue;
    if (isStyle && inFontFace(text, match.index)) continue;
    const start = match.index + before.length;
    const place = placeOf(shownName(file), text, start);
    const picture = await themePicture(address, file, place, request);
    if (picture !== undefined) pictures.set(picture.name, picture);
    const shown = picture === undefined ? NO_PICTURE : request.addressOf(picture);
    edits.push({ start, end: start + address.length, text: shown });
  }
  return edits.length === 0 ? undefined : edited(text, edits);
}

/** Fonts of a drawn cover are read where it is drawn. */
function inFontFace(text: string, at: number): boolean {
  const before = text.slice(0, at);
  return before.lastIndexOf("@font-face") > before.lastIndexOf("}");
}

function placeOf(file: string, text: string, at: number) {
  const lines = text.slice(0, at).split("\n");
  return { file, line: lines.length, column: lines.at(-1)!.length + 1 };
}
