/** Makes the lists of figures, tables and listings that sections with the roles loi, lot and lol hold. */
import type { Element, ElementContent } from "hast";
import type { Report } from "../diagnostics/diagnostic.js";
import type { Role } from "../model/roles.js";
import { inlineOf } from "./contents.js";
import type { Caption, CaptionKind, Draft } from "./draft.js";
import { fillGenerated } from "./generated.js";
import { folioMark } from "./medium-marks.js";

const LISTS: ReadonlyMap<Role, CaptionKind> = new Map([
  ["loi", "figure"],
  ["lot", "table"],
  ["lol", "listing"],
]);

export function listCaptions(draft: Draft, report: Report): void {
  for (const section of [...draft.sections]) {
    const kind = LISTS.get(section.role);
    if (kind === undefined) continue;
    const captions = draft.captions.filter((caption) => caption.kind === kind);
    const list: ElementContent[] = captions.length === 0 ? [] : [listOf(draft, captions)];
    fillGenerated(draft, section, list, report);
  }
}

/** Marked up like the table of contents, so that a theme styles both at once. */
function listOf(draft: Draft, captions: readonly Caption[]): Element {
  return make(
    "ol",
    ["contents", "captions"],
    captions.map((caption) => make("li", ["contents-level-1"], [entry(draft, caption)])),
  );
}

function entry(draft: Draft, caption: Caption): Element {
  const id = idOf(draft, caption);
  const { children } = caption.caption;
  // A number stands before the words, with a space behind it.
  const words = caption.label === undefined ? children : children.slice(2);
  const label: ElementContent[] =
    caption.label === undefined
      ? []
      : [
          make("span", ["contents-label"], [{ type: "text", value: caption.label }]),
          { type: "text", value: " " },
        ];
  const folio = folioMark(id);
  folio.properties.className = ["contents-folio"];
  const title = make("span", ["contents-title"], words.flatMap(inlineOf));
  const link = make("a", ["contents-entry"], [...label, title, folio]);
  link.properties.href = `#${id}`;
  return link;
}

/** What is listed can be linked to: a figure without an id gets one from its section. */
function idOf(draft: Draft, { element, section, kind }: Caption): string {
  const { id } = element.properties;
  if (typeof id === "string") return id;
  let count = 1;
  while (draft.anchors.has(`${section.id}--${kind}-${count}`)) count += 1;
  const made = `${section.id}--${kind}-${count}`;
  element.properties.id = made;
  draft.anchors.set(made, section.id);
  return made;
}

function make(tagName: string, className: string[], children: ElementContent[]): Element {
  return { type: "element", tagName, properties: { className }, children };
}
