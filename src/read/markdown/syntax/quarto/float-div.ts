/**
 * Figures, tables and listings whose div has their id, `::: {#fig-tide}`: the last paragraph is the caption, and the
 * pictures with ids of their own are its parts. pandoc-crossref has the same (`::: {#fig:tide}`).
 */
import type { Token } from "markdown-it";
import { closeBlock, inlineToken } from "../block-token.js";
import { type DivReader, takeAttribute } from "./div.js";
import { captionTokens } from "./figure-tokens.js";
import { isPictures } from "./layout/cells.js";
import { takeLayout } from "./layout/layout.js";
import { arranged } from "./layout/rows.js";

const FLOAT = /^(fig|tbl|lst)[-:]/;
const CAPTIONS = ["fig-cap", "lst-cap", "data-tbl-cap"];

export const floatDiv: DivReader = ({ open, content }, state) => {
  const kind = FLOAT.exec(String(open.attrGet("id") ?? ""))?.[1];
  if (kind === undefined) return undefined;
  const given = CAPTIONS.map((name) => takeAttribute(open, name)).find((text) => text !== undefined);
  const last = given === undefined ? lastParagraph(content) : undefined;
  const caption = given === undefined ? last : inlineToken(state, given, open.map);
  Object.assign(open, { type: "figure_open", tag: "figure" });
  if (kind === "tbl") open.attrJoin("class", "table");
  if (kind === "lst") open.attrJoin("class", "listing");
  const figcaption = caption === undefined ? [] : captionTokens(state, caption);
  const layout = takeLayout(open);
  const within = last === undefined ? content : content.slice(0, -3);
  const rest = layout ? arranged(within, layout, state) : within;
  const close = closeBlock(state, "figure");
  // As elsewhere the caption of a table stands above it.
  return kind === "fig" ? [open, ...rest, ...figcaption, close] : [open, ...figcaption, ...rest, close];
};

/** The text of the paragraph at the end, unless it is a picture or all that there is. */
function lastParagraph(content: readonly Token[]): Token | undefined {
  const [open, text, close] = content.slice(-3);
  const isParagraph = open?.type === "paragraph_open" && close?.type === "paragraph_close";
  return isParagraph && content.length > 3 && !isPictures(text!.content) ? text : undefined;
}
