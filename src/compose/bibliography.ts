/** Writes the entries of the works that are cited into the section of the bibliography. */
import type { Element, ElementContent } from "hast";
import type { Entry } from "../citations/csl/processor.js";
import type { Report } from "../diagnostics/diagnostic.js";
import { visitElements } from "../hast/visit.js";
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
  const own = placeOfReferences(draft);
  const holder = own?.section ?? section;
  if (!holder) return;
  for (const { key } of entries) draft.anchors.set(entryId(key), holder.id);
  const nodes = entries.map((entry) => entryNode(entry, holder, places.get(entry.key) ?? [], draft.edition));
  const lists = nodes.length === 0 ? [] : [listOf(nodes)];
  if (own) {
    own.element.children.push(...lists);
    if (section && section.bodies.length === 0) draft.sections.splice(draft.sections.indexOf(section), 1);
  } else if (section) fillGenerated(draft, section, lists, report);
}

/** Whether the book has a place for the list: the section with that role, or one that a text has for it. */
export function hasReferences(draft: Draft): boolean {
  return draft.sections.some(({ role }) => role === "bibliography") || placeOfReferences(draft) !== undefined;
}

/** `::: {#refs}`, as in Pandoc: the first one of the book. */
function placeOfReferences(draft: Draft): { section: DraftSection; element: Element } | undefined {
  for (const section of draft.sections) {
    for (const { tree, names } of section.bodies) {
      const id = names.get("refs") ?? "refs";
      let found: Element | undefined;
      visitElements(tree, (element) => {
        if (element.tagName === "div" && element.properties.id === id) found ??= element;
        return undefined;
      });
      if (found) return { section, element: found };
    }
  }
  return undefined;
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
