/**
 * Theorems and the like: `::: {#thm-line}` of Quarto, whose first heading is the title, and
 * `::: {.theorem #line name="…"}` of bookdown. They are numbered when the book is composed.
 */
import type { Token } from "markdown-it";
import { THEOREM_KINDS } from "../../../../model/reference-kinds.js";
import { classesOf, type DivReader, leadingHeading, takeAttribute } from "./div.js";

const ID = new RegExp(`^(?:${Object.keys(THEOREM_KINDS).join("|")})[-:]`);

export const theoremDiv: DivReader = ({ open, content, close }, state) => {
  const id = String(open.attrGet("id") ?? "");
  const named = Object.entries(THEOREM_KINDS).find(([, kind]) => classesOf(open).includes(kind));
  if (!ID.test(id) && !named) return undefined;
  if (!ID.test(id) && id !== "") open.attrSet("id", `${named![0]}-${id}`);
  const heading = leadingHeading(content);
  const name = takeAttribute(open, "data-name");
  const text =
    heading?.text ??
    (name === undefined
      ? undefined
      : Object.assign(new state.Token("inline", "", 0), { content: name, children: [] }));
  if (!text) return [open, ...content, close];
  text.map ??= open.map;
  const title = Object.assign(new state.Token("paragraph_open", "p", 1), { block: true, map: text.map });
  title.attrSet("class", "theorem-title");
  const end: Token = Object.assign(new state.Token("paragraph_close", "p", -1), { block: true });
  return [open, title, text, end, ...(heading?.rest ?? content), close];
};
