/** Code of R that only shows pictures, `knitr::include_graphics("tide.png")`: the pictures, with its caption. */
import type { StateCore, Token } from "markdown-it";
import { blocksWithin } from "../blocks-within.js";
import type { Chunk } from "./chunk-options.js";
import { figureTokens } from "./figure-tokens.js";

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
  const caption = options.get("fig-cap");
  const label = options.get("label");
  const alt = options.get("fig-alt") ?? caption?.replace(/[*_`]/g, "") ?? "";
  const width = /^(\d+(?:\.\d+)?)\s*%$/.exec(options.get("out-width") ?? "")?.[1];
  const attributes = [
    ...(alt === "" ? [] : [`alt="${alt.replace(/["\\]/g, "\\$&").replace(/\s+/g, " ")}"`]),
    ...(width === undefined ? [] : [`width=${width}%`]),
  ];
  const list = attributes.length === 0 ? "" : `{${attributes.join(" ")}}`;
  const images = paths.map((path) => `![](<${path}>)${list}`).join("\n\n");
  const content = blocksWithin(state, images, fence.map![0]);
  const isNumbered = caption !== undefined || label?.startsWith("fig-") === true;
  if (!isNumbered) return content;
  const id = label === undefined ? undefined : label.startsWith("fig-") ? label : `fig:${label}`;
  return figureTokens(
    state,
    fence.map,
    { ...(id === undefined ? {} : { id }), ...(caption === undefined ? {} : { caption }) },
    content,
  );
}
