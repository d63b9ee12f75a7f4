/** A div that is no figure and whose blocks stand side by side. */
import type { DivReader } from "../div.js";
import { takeLayout } from "./layout.js";
import { arranged } from "./rows.js";

export const layoutDiv: DivReader = ({ open, content, close }, state) => {
  const layout = takeLayout(open);
  return layout && [open, ...arranged(content, layout, state), close];
};
