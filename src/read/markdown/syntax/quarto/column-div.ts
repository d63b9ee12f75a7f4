/** Columns of slides, `::: {.column width="40%"}`, and what stands in the margin of a page, `::: {.column-margin}`. */
import { classesOf, type DivReader, takeAttribute } from "./div.js";

export const columnDiv: DivReader = ({ open, content, close }) => {
  const classes = classesOf(open);
  // One below the other they are as wide as the text.
  if (classes.includes("column")) takeAttribute(open, "width");
  else if (classes.includes("column-margin") || classes.includes("marginfigure"))
    open.attrJoin("class", "aside");
  else return undefined;
  return [open, ...content, close];
};
