/** The panel with the table of contents. */
import { action, make } from "./dom.js";
import type { ContentsItem } from "./view.js";

export function showContents(panel: HTMLElement, items: readonly ContentsItem[]): void {
  const heading = make("h2", {}, "Contents");
  panel.replaceChildren(
    heading,
    items.length === 0 ? make("p", {}, "There is nothing to list yet.") : list(items),
  );
}

function list(items: readonly ContentsItem[]): HTMLElement {
  return make("ol", {}, ...items.map(entry));
}

function entry({ title, folio, go, children }: ContentsItem): HTMLElement {
  const button = action("", go, { class: "entry" });
  button.append(make("span", {}, title || "Untitled"));
  if (folio !== undefined) button.append(make("span", { class: "folio" }, folio));
  return make("li", {}, button, ...(children.length > 0 ? [list(children)] : []));
}
