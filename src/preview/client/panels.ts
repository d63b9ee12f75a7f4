/** The two panels beside the pages: opened, closed, and as they were when the tab is loaded again. */
import { at } from "./elements.js";
import { recall, remember } from "./memory.js";

const PANELS = {
  contents: [at.contents, at.contentsButton],
  diagnostics: [at.diagnostics, at.diagnosticsButton],
} as const;

export type Panel = keyof typeof PANELS;

export function isOpen(panel: Panel): boolean {
  return !PANELS[panel][0].hidden;
}

export function setPanel(panel: Panel, to: "open" | "closed"): void {
  const [element, button] = PANELS[panel];
  element.hidden = to === "closed";
  button.setAttribute("aria-expanded", String(to === "open"));
  remember(panel, to);
}

export function recallPanels(): void {
  for (const panel of Object.keys(PANELS) as Panel[]) setPanel(panel, recall(panel, "closed"));
}
