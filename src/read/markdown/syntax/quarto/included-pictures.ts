/** Code of R that only shows pictures, `knitr::include_graphics("tide.png")`: the pictures, with its caption. */
import type { StateCore, Token } from "markdown-it";
import { blocksWithin } from "../blocks-within.js";
import type { Chunk } from "./chunk-options.js";
import { figureTokens } from "./figure-tokens.js";
import { type Layout, layoutOf } from "./layout/layout.js";
import { arranged } from "./layout/rows.js";

const CALL = /^\s*(?:library\([^()]*\)\s*)?(?:knitr::)?include_graphics\(\s*([\s\S]*?)\)\s*(?:;\s*)?$/;
const FILES = /^(?:path\s*=\s*)?(?:c\(\s*)?((?:["'][^"']+["']\s*(?:,\s*)?)+)\)?\s*(?:,[\s\S]*)?$/;

/** Paths of the pictures; undefined when the code does anything else. */
export function includedPictures({ engine, code }: Chunk): readonly string[] | undefined {
  if (engine !== "r") return undefined;
  const withoutComments = code.replace(/^[ \t]*#.*$/gm, "");
  const files = FILES.exec(CALL.exec(withoutComments)?.[1]?.trim() ?? "")?.[1];
  return files === undefined ? undefined : [...files.matchAll(/["']([^"']+)["']/g)].map(([, path]) => path!);
}

export function pushPictures(
  paths: readonly string[],
  { options }: Chunk,
  fence: Token,
  state: StateCore,
): readonly Token[] {
  const said = options.get("fig-cap");
  // Each picture has a caption of its own when there are several.
  const isEach = paths.length > 1 && options.has("fig-cap 1") && !options.has("fig-subcap 1");
  const caption = isEach ? undefined : said;
  const label = options.get("label");
  const id = label === undefined ? undefined : label.startsWith("fig-") ? label : `fig:${label}`;
  const images = paths.map((path, index) =>
    pictureOf(path, options, index + 1, { caption, id, isNamed: isEach || caption !== undefined }),
  );
  const content = blocksWithin(state, images.join("\n\n"), fence.map![0]);
  const layout =
    paths.length > 1 ? (layoutOf((name) => options.get(name)) ?? besideOthers(options)) : undefined;
  const blocks = layout ? arranged(content, layout, state) : content;
  const isNumbered = caption !== undefined || (label?.startsWith("fig-") === true && !isEach);
  if (!isNumbered) return blocks;
  const float = { ...(id === undefined ? {} : { id }), ...(caption === undefined ? {} : { caption }) };
  return figureTokens(state, fence.map, float, blocks);
}

/** Pictures of half a line and less stand in one line with knitr, as many as it has room for. */
function besideOthers(options: Chunk["options"]): Layout | undefined {
  const width = widthOf(options);
  const columns = width === undefined ? 1 : Math.floor(100 / Math.max(width, 1));
  return columns > 1 ? layoutOf((name) => (name === "layout-ncol" ? String(columns) : undefined)) : undefined;
}

/** In percent of the line. */
function widthOf(options: Chunk["options"]): number | undefined {
  const width = /^(\d+(?:\.\d+)?)\s*%$/.exec(options.get("out-width") ?? "")?.[1];
  return width === undefined ? undefined : Number(width);
}

interface Whole {
  readonly caption: string | undefined;
  readonly id: string | undefined;
  /** False for pictures without captions. */
  readonly isNamed: boolean;
}

/** Markdown of one picture. @param number of the picture, from 1. */
function pictureOf(
  path: string,
  options: Chunk["options"],
  number: number,
  { caption, id, isNamed }: Whole,
): string {
  const own =
    options.get(`fig-subcap ${number}`) ??
    (caption === undefined ? options.get(`fig-cap ${number}`) : undefined);
  const alt =
    options.get(`fig-alt ${number}`) ??
    options.get("fig-alt") ??
    (own ?? caption)?.replace(/[*_`]/g, "") ??
    "";
  const width = widthOf(options);
  const attributes = [
    ...(own === undefined || id === undefined || !isNamed ? [] : [`#${id}-${number}`]),
    ...(alt === "" ? [] : [`alt="${alt.replace(/["\\]/g, "\\$&").replace(/\s+/g, " ")}"`]),
    ...(width === undefined ? [] : [`width=${width}%`]),
  ];
  const list = attributes.length === 0 ? "" : `{${attributes.join(" ")}}`;
  const words = own?.replace(/\s+/g, " ").replace(/[[\]]/g, "\\$&") ?? "";
  return `![${words}](<${path}>)${list}`;
}
