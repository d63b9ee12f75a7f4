/** Writes the entries of the works that are cited into the section of the bibliography. */

import type { Element, ElementContent } from "hast";
import type { Entry } from "../citations/csl/processor.js";
import type { Report } from "../diagnostics/diagnostic.js";
import { word } from "../language/words.js";
import type { Edition } from "../model/publication.js";
import type { Draft, DraftSection } from "./draft.js";
import { fillGenerated } from "./generated.js";
import { idFrom } from "./identify.js";
import { inMedium } from "./medium-marks.js";

/** @param places ids of the citations of each work, for the ways back. */
export function writeBibliography(
  draft: Draft,
  entries: readonly Entry[],
  places: ReadonlyMap<string, readonly string[]>,
  report: Report,
): void {
  const section = draft.sections.find(({ role }) => role === "bibliography");
  if (!section) return;
  for (const { key } of entries) draft.anchors.set(entryId(key), section.id);
  const nodes = entries.map((entry) => entryNode(entry, section, places.get(entry.key) ?? [], draft.edition));
  fillGenerated(draft, section, nodes.length === 0 ? [] : [listOf(nodes)], report);
}

function listOf(nodes: ElementContent[]): Element {
  return { type: "element", tagName: "div", properties: { className: ["references"] }, children: nodes };
}

function entryNode(
  { key, nodes, isNumbered }: Entry,
  section: DraftSection,
  places: readonly string[],
  edition: Edition,
): Element {
  const className = isNumbered ? ["csl-entry", "csl-numbered"] : ["csl-entry"];
  const back = inMedium("screen", backlinks(places, word(edition, section.language, "back-to-citation")));
  return {
    type: "element",
    tagName: "div",
    properties: { className, id: entryId(key) },
    children: places.length === 0 ? [...nodes] : [...nodes, back],
  };
}

function backlinks(places: readonly string[], label: string): ElementContent[] {
  return places.flatMap((id): ElementContent[] => [
    { type: "text", value: " " },
    {
      type: "element",
      tagName: "a",
      properties: {
        className: ["citation-back"],
        href: `#${id}`,
        role: "doc-backlink",
        ariaLabel: label,
      },
      children: [{ type: "text", value: "↩" }],
    },
  ]);
}

/** Id of a work's entry in the bibliography. */
export function entryId(key: string): string {
  return `ref-${idFrom(key)}`;
}
