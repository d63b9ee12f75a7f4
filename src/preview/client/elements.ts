/** The elements of `assets/preview/index.html` that the scripts work with. */
import { byId } from "./dom.js";

export const at = {
  title: byId("title", HTMLElement),
  edition: byId("edition", HTMLSelectElement),
  place: byId("place", HTMLInputElement),
  placeForm: byId("place-form", HTMLFormElement),
  placeLabel: byId("place-label", HTMLElement),
  placeTotal: byId("place-total", HTMLElement),
  zoom: byId("zoom", HTMLSelectElement),
  spreads: byId("spreads", HTMLButtonElement),
  printTools: byId("print-tools", HTMLElement),
  ebookTools: byId("ebook-tools", HTMLElement),
  device: byId("device", HTMLSelectElement),
  colours: byId("colours", HTMLSelectElement),
  contents: byId("contents", HTMLElement),
  contentsButton: byId("contents-button", HTMLButtonElement),
  diagnostics: byId("diagnostics", HTMLElement),
  diagnosticsButton: byId("diagnostics-button", HTMLButtonElement),
  banner: byId("banner", HTMLElement),
  view: byId("view", HTMLElement),
  source: byId("source", HTMLElement),
  activity: byId("activity", HTMLElement),
  help: byId("help", HTMLDialogElement),
} as const;
