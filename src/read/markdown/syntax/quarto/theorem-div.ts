/**
 * Theorems and the like: `::: {#thm-line}` of Quarto, whose first heading is the title, and
 * `::: {.theorem #line name="…"}` of bookdown. They are numbered when the book is composed.
 */
import { THEOREM_KINDS } from "../../../../model/reference-kinds.js";
import { closeBlock, inlineToken, openBlock } from "../block-token.js";
import { classesOf, type DivReader, leadingHeading, takeAttribute } from "./div.js";

const ID = new RegExp(`^(?:${Object.keys(THEOREM_KINDS).join("|")})[-:]`);

export const theoremDiv: DivReader = ({ open, content, close }, state) => {
  const id = String(open.attrGet("id") ?? "");
  const named = Object.entries(THEOREM_KINDS).find(([, kind]) => classesOf(open).includes(kind));
  if (!ID.test(id) && !named) return undefined;
  if (!ID.test(id) && id !== "") open.attrSet("id", `${named![0]}-${id}`);
  const name = takeAttribute(open, "data-name");
  const heading = name === undefined ? leadingHeading(content) : undefined;
  const text = heading?.text ?? (name === undefined ? undefined : inlineToken(state, name));
  if (!text) return [open, ...content, close];
  text.map ??= open.map;
  const title = openBlock(state, "p", text.map);
  title.attrSet("class", "theorem-title");
  return [open, title, text, closeBlock(state, "p"), ...(heading?.rest ?? content), close];
};
