/** Tabs between colons, `::: tab Title`, as VuePress has them. */
import type { StateBlock } from "markdown-it";
import type { Container } from "../regions/container.js";
import { closeTab, openTab } from "./tokens.js";

const OPENING = /^tab[ \t]+(?!=)([^{].*)$/;

export function tabContainer(state: StateBlock, params: string, line: number): Container | undefined {
  const title = OPENING.exec(params)?.[1];
  return title === undefined ? undefined : { open: openTab(state, title, line), close: [closeTab(state)] };
}
